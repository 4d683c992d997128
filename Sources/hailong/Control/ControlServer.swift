import Control
import Devices
import Foundation
import Intake
import Logging
import NIOCore
import NIOPosix
import Office
import Ratings
import ServiceLifecycle
import Sessions
import Store

/// The running service's door for commands: a Unix socket in the data folder that only its owner may open.
struct ControlServer: Service {
    private typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// An import with many files is the largest request.
    static let largestRequest = 64 << 20

    /// Commands served at once; more wait.
    static let mostCommands = 64
    /// Recordings among them: they last, and must leave room for others.
    static let mostRecordings = 16
    /// A command says what it wants within this time.
    static let patience = TimeAmount.seconds(10)

    private let recordings = Places(mostRecordings)
    private let channel: NIOAsyncChannel<Connection, Never>
    private let path: String
    private let office: Office
    private let panel: BoxService
    private let health: StoreHealth
    private let clock: any HostClock
    private let log: Logger

    /// Binds the socket at `path`, in place of one that a killed service left behind.
    static func bind(
        path: String, office: Office, panel: BoxService, health: StoreHealth, clock: any HostClock, log: Logger
    ) async throws -> ControlServer {
        try? FileManager.default.removeItem(atPath: path)
        let mask = umask(0o177)
        defer { umask(mask) }
        let channel = try await ServerBootstrap(group: NIOSingletons.posixEventLoopGroup)
            .serverChannelOption(.backlog, value: 64)
            .bind(unixDomainSocketPath: path) { child in
                child.eventLoop.makeCompletedFuture {
                    try child.pipeline.syncOperations.addHandler(LineDecoder.handler(limit: largestRequest))
                    return try Connection(wrappingChannelSynchronously: child)
                }
            }
        return ControlServer(
            channel: channel, path: path, office: office, panel: panel, health: health, clock: clock, log: log)
    }

    private init(
        channel: NIOAsyncChannel<Connection, Never>, path: String, office: Office, panel: BoxService,
        health: StoreHealth, clock: any HostClock, log: Logger
    ) {
        self.channel = channel
        self.path = path
        self.office = office
        self.panel = panel
        self.health = health
        self.clock = clock
        self.log = log
    }

    /// Answers commands until the service stops.
    func run() async throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            try await cancelWhenGracefulShutdown {
                try await channel.executeThenClose { connections in
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        var commands = 0
                        for try await connection in connections {
                            if commands == Self.mostCommands { try await group.next() } else { commands += 1 }
                            group.addTask { await serve(connection) }
                        }
                    }
                }
            }
        } catch is CancellationError {
            // The service stops.
        }
    }

    private func serve(_ connection: Connection) async {
        let channel = connection.channel
        let tooLate = channel.eventLoop.scheduleTask(in: Self.patience) { channel.close(promise: nil) }
        defer { tooLate.cancel() }
        do {
            try await connection.executeThenClose { lines, outbound in
                for try await line in lines {
                    tooLate.cancel()
                    let reply = await answer(Data(line.readableBytesView)) { port in
                        try await tell(panel.recording(of: port), outbound, connection.channel.closeFuture)
                    }
                    return try await Self.write(reply, outbound)
                }
            }
        } catch {
            log.debug("a command went away", metadata: ["error": "\(error)"])
        }
    }

    private static func write(_ reply: ControlReply, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) async throws
    {
        try await outbound.write(ByteBuffer(bytes: try JSONEncoder().encode(reply) + [0x0A]))
    }

    /// Tells entries until the command hangs up or falls too far behind.
    private func tell(
        _ entries: AsyncStream<SessionEntry>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>,
        _ hangUp: EventLoopFuture<Void>
    ) async throws {
        let telling = Task {
            for await entry in entries { try await Self.write(.entry(entry.line), outbound) }
        }
        hangUp.whenComplete { _ in telling.cancel() }
        try await withTaskCancellationHandler {
            try await telling.value
        } onCancel: {
            telling.cancel()
        }
    }

    /// The last answer to a request; a recording is told by `record` before.
    private func answer(_ line: Data, record: (String) async throws -> Void) async -> ControlReply {
        do {
            switch try JSONDecoder().decode(ControlRequest.self, from: line) {
            case .office(let request, let who, let isPreview):
                return .office(
                    try await office.perform(request, who: who, at: clock.read().wall, isPreview: isPreview))
            case .links: return .links(await panel.links(), health.trouble)
            case .blink(let device, let seconds):
                return .reached(await panel.blink(device, for: .seconds(seconds)))
            case .record(let port):
                guard recordings.take() else {
                    return .failed(
                        message: "\(Self.mostRecordings) recordings are under way; end one, then try again.",
                        status: CommandFailure.cannotRun)
                }
                defer { recordings.leave() }
                try await record(port)
                return .failed(
                    message: "bytes came faster than they were written; the recording ended. Write to a faster disk.",
                    status: CommandFailure.cannotRun)
            }
        } catch let error as DecodingError {
            return .failed(
                message: "the service does not understand this command (\(error)); both must be of one version",
                status: CommandFailure.cannotRun)
        } catch let error as OfficeError {
            return .failed(message: "\(error)", status: CommandFailure.refused)
        } catch let error as StoreError where error.isRefusal {
            return .failed(message: "\(error)", status: CommandFailure.refused)
        } catch {
            return .failed(message: "\(error)", status: CommandFailure.cannotRun)
        }
    }
}
