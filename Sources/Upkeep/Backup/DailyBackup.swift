import Foundation
import Logging
import Ratings
import ServiceLifecycle
import Store

/// Copies the ledger to each target once a day, and takes old copies away. A target that fails is told of and tried
/// again; the others do not wait for it.
public struct DailyBackup: Service {
    private let store: Store
    private let settings: BackupSettings
    private let clock: any HostClock
    private let log: Logger
    private let interval: Duration
    private let pause: Duration
    private let mountRoots: [String]?

    /// Daily copies of `store`. Whether one is due is asked every `interval`; a target that failed is tried again after
    /// `pause`.
    public init(
        store: Store, settings: BackupSettings, clock: any HostClock, log: Logger, interval: Duration = .seconds(60),
        pause: Duration = .seconds(600)
    ) {
        self.init(
            store: store, settings: settings, clock: clock, log: log, interval: interval, pause: pause,
            mountRoots: nil)
    }

    init(
        store: Store, settings: BackupSettings, clock: any HostClock, log: Logger, interval: Duration,
        pause: Duration, mountRoots: [String]?
    ) {
        self.store = store
        self.settings = settings
        self.clock = clock
        self.log = log
        self.interval = interval
        self.pause = pause
        self.mountRoots = mountRoots
    }

    /// Where copies go if nobody says otherwise; this folder is made where it is not there.
    public static func usualTarget(in folder: DataDirectory) -> String { folder.path + "/backups" }

    /// Runs until the service stops; a copy that is being made then is given up.
    public func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                try await withTaskExecutorPreference(DiskExecutor("hailong.backup", qos: .utility)) { try await keep() }
            }
        } catch is CancellationError {
            // The service stops.
        }
    }

    private func keep() async throws {
        var journal = BackupJournal(in: store.folder)
        journal.keep(only: settings.targets)
        var rows: [String: RepeatedFailure] = [:]
        var resting: [String: Duration] = [:]
        while true {
            try await Task.sleep(for: interval)
            for path in settings.targets {
                let now = clock.read()
                if let until = resting[path], now.bootTime < until { continue }
                do {
                    let entry = journal.entries[path] ?? BackupJournal.Entry()
                    guard let copy = try await back(up: path, entry, now: now.wall) else { continue }
                    log.notice("ledger copied", metadata: Self.facts(copy, path))
                    journal.noteSuccess(at: path, now: now.wall)
                    if rows[path]?.recovered() != nil {
                        log.notice("backups work again", metadata: ["target": "\(path)"])
                    }
                } catch {
                    try Task.checkCancellation()
                    resting[path] = now.bootTime + pause
                    journal.noteFailure("\(error)", at: path, now: now.wall)
                    if rows[path, default: RepeatedFailure()].shouldReport() {
                        log.error("backup failed", metadata: ["target": "\(path)", "error": "\(error)"])
                    }
                }
                // Without room in the data folder the log alone must do.
                try? journal.write(to: store.folder)
            }
        }
    }

    /// Makes a copy in a target if one is due, and lets old ones go.
    private func back(up path: String, _ entry: BackupJournal.Entry, now: Instant) async throws -> LedgerCopy? {
        let target = mountRoots.map { BackupTarget(path, mountRoots: $0) } ?? BackupTarget(path)
        if path == Self.usualTarget(in: store.folder) { try DataDirectory(path).create() }
        let zone = store.directory.settings.zone
        let state = BackupState(target, entry, settings.schedule, ledger: store.ledger, now: now, in: zone)
        guard state.isDue else { return nil }
        if let problem = state.problem { throw BackupObstacle(description: problem) }
        let name = BackupName(ledger: store.ledger, at: now, isDaily: true)
        let copy = try await store.backup(to: target.file(name, in: zone), at: now)
        do {
            let gone = try target.rotate(settings.rotation, of: store.ledger, in: zone)
            if gone > 0 { log.info("old backups removed", metadata: ["target": "\(path)", "count": "\(gone)"]) }
        } catch {
            log.warning("old backups stay", metadata: ["target": "\(path)", "error": "\(error)"])
        }
        return copy
    }

    private static func facts(_ copy: LedgerCopy, _ target: String) -> Logger.Metadata {
        [
            "target": "\(target)", "presses": "\(copy.presses)", "rows": "\(copy.head.position)",
            "bytes": "\(copy.bytes)",
        ]
    }
}
