import Control
import Foundation
import NIOCore
import NIOPosix

/// A command's way to the running service.
enum ControlClient {
    /// Nobody answers.
    struct NoAnswer: Error, CustomStringConvertible {
        var path: String
        var description: String { "nobody answers at the command socket \(path)" }
    }

    /// Sees that the service at `path` takes commands.
    /// - Throws: `NoAnswer`, or what else a socket may throw.
    static func checkUp(_ path: String) async throws {
        guard case .links = try await ask(.links, at: path) else { throw NoAnswer(path: path) }
    }

    private typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    private static let isBusy =
        "the service serves as many commands as it can; wait for some to end, then try again."

    /// Asks the service that listens at `path`; nil where none does.
    /// - Throws: `CommandFailure` with what the service answered, or where it went away in between.
    static func ask(_ request: ControlRequest, at path: String) async throws -> ControlReply? {
        var reply: ControlReply?
        let isThere = try await follow(request, at: path) { answer in
            reply = answer
            return false
        }
        guard isThere else { return nil }
        guard let reply else {
            throw CommandFailure.cannotRun("the service went away before it answered. See its log, then try again.")
        }
        return reply
    }

    /// Hands every answer of the service that listens at `path` to `body`, until that returns false, the service goes
    /// away, or the task is cancelled. False where none listens.
    /// - Throws: as `ask`, and what `body` throws.
    static func follow(
        _ request: ControlRequest, at path: String, _ body: (ControlReply) throws -> Bool
    ) async throws -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return false }
        let connection: Connection
        do {
            connection = try await ClientBootstrap(group: NIOSingletons.posixEventLoopGroup)
                .connect(unixDomainSocketPath: path) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            LineDecoder.handler(limit: ControlServer.largestRequest))
                        return try Connection(wrappingChannelSynchronously: channel)
                    }
                }
        } catch let error as IOError where error.errnoCode == ECONNREFUSED || error.errnoCode == ENOENT {
            // A killed service left its socket behind.
            return false
        } catch let error as IOError where error.errnoCode == EAGAIN {
            throw CommandFailure.cannotRun(isBusy)
        }
        try await connection.executeThenClose { lines, outbound in
            try await outbound.write(ByteBuffer(bytes: try JSONEncoder().encode(request) + [0x0A]))
            for try await line in lines {
                let reply = try JSONDecoder().decode(ControlReply.self, from: Data(line.readableBytesView))
                if case .failed(let message, let status) = reply {
                    throw CommandFailure(status: status, message: message)
                }
                guard try body(reply) else { return }
            }
        }
        return true
    }
}
