import Devices
import Foundation
import Intake
import Logging
import Office
import Ratings
import ServiceLifecycle
import Store
import UnixSignals
import Upkeep
import Watching

/// The whole service, put together: what `serve` runs and the demo runs too.
struct CentreService {
    let store: Store
    let office: Office
    let intake: Intake
    let boxes: BoxService
    private let lock: WriterLock
    private let group: ServiceGroup

    /// Opens the data folder for this process alone, begins a run, and binds the command socket.
    /// - Throws: `StoreError`, and what a socket may throw.
    init(
        folder: DataDirectory, ports: any PortSource, clock: any HostClock, log: Logger,
        config: String? = nil, backups: BackupSettings? = nil, signals: [UnixSignal] = [.sigterm, .sigint],
        manager: (any ServiceManager)? = nil, logPages: Int? = nil,
        onReady: @escaping @Sendable () -> Void = {}
    ) async throws {
        guard folder.socket.utf8.count < 108 else {
            throw StoreError.unusableDirectory(
                path: folder.path, reason: "its path is too long for the command socket (108 bytes); name a shorter one"
            )
        }
        DescriptorLimit.raise()
        lock = try WriterLock(folder)
        store = try Store(writing: folder)
        try await store.removeStaged()
        try await store.beginRun(clock.read())
        office = Office(store: store, documents: ReportDocuments(config: config))
        intake = Intake(store: store, clock: clock, log: log)
        let counts = LinkCounts { [store] in store.directory.settings.zone.day(of: clock.read().wall) }
        boxes = BoxService(source: ports, door: intake, clock: clock, ledger: store.ledger, counts: counts, log: log)
        let control = try await ControlServer.bind(
            path: folder.socket, office: office, panel: boxes, health: intake.health, clock: clock, log: log)
        let housekeeping = Housekeeping(store: store, door: intake, clock: clock, counts: counts, log: log)
        // Stopped from the last to the first: no port is open any more when the door closes.
        var services: [any Service] = [
            Checkpointer(store: store, health: intake.health, log: log, pages: logPages), intake, housekeeping,
        ]
        if let backups { services.append(DailyBackup(store: store, settings: backups, clock: clock, log: log)) }
        services += [control, boxes, ReadyNotice(body: onReady)]
        if let manager {
            services.append(Self.watch(for: manager, store, intake, boxes, folder.socket, clock, log))
        }
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: signals, logger: log)
        configuration.maximumGracefulShutdownDuration = .seconds(4)
        configuration.maximumCancellationDuration = .seconds(5)
        group = ServiceGroup(configuration: configuration)
    }

    /// Asks all that takes presses, from the door to the writer and from the ports to the command socket.
    private static func watch(
        for manager: any ServiceManager, _ store: Store, _ intake: Intake, _ boxes: BoxService, _ socket: String,
        _ clock: any HostClock, _ log: Logger
    ) -> Watch {
        Watch(
            manager: manager,
            cycle: {
                guard await intake.checkUp() != nil else { throw CancellationError() }
                try await boxes.checkUp()
                try await ControlClient.checkUp(socket)
            },
            status: {
                let (now, directory) = (clock.read().wall, store.directory)
                let zone = directory.settings.zone
                return StatusLine(
                    links: await boxes.links(), directory: directory,
                    presses: try store.presses(on: zone.day(of: now), in: zone),
                    trouble: intake.health.trouble, now: now
                ).text
            },
            log: log)
    }

    /// Runs until a signal or `stop` ends it, then closes the store.
    func run() async throws {
        do {
            try await group.run()
        } catch {
            try? store.close()
            throw error
        }
        try store.close()
    }

    /// Ends `run`.
    func stop() async { await group.triggerGracefulShutdown() }
}

/// Tells once that all services run and signals are heard, and waits for the end.
private struct ReadyNotice: Service {
    let body: @Sendable () -> Void

    func run() async throws {
        body()
        try await gracefulShutdown()
    }
}

/// How many files and ports this process may have open.
enum DescriptorLimit {
    /// Raises the soft limit to the hard one: a port takes several descriptors.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(7), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(7), &limit)
    }
}
