import Ratings
import Store

/// How the copies in one target stand, by what lies there now and what the service noted; it needs no running service.
public struct BackupState: Hashable, Sendable {
    /// The folder.
    public var target: String
    /// When the newest copy of this ledger there was made: as the folder says, or for one that cannot be reached now, as
    /// the service remembers. Nil for none.
    public var newest: Instant?
    /// Whether a newer copy should be there by now. For some minutes after the machine's start that is as it should be.
    public var isDue: Bool
    /// What is in the way now, with its remedy.
    public var problem: String?
    /// What the service could not do when it last tried; gone with the next success.
    public var failure: BackupFailure?

    /// The state of all targets.
    public static func all(
        _ settings: BackupSettings, folder: DataDirectory, ledger: UInt64, now: Instant, in zone: Zone
    ) -> [BackupState] {
        let journal = BackupJournal(in: folder)
        return settings.targets.map { path in
            BackupState(
                BackupTarget(path), journal.entries[path] ?? BackupJournal.Entry(), settings.schedule, ledger: ledger,
                now: now, in: zone)
        }
    }
}

extension BackupState {
    init(
        _ target: BackupTarget, _ entry: BackupJournal.Entry, _ schedule: BackupSchedule, ledger: UInt64, now: Instant,
        in zone: Zone
    ) {
        self.target = target.path
        problem = target.problem
        // A clock that was wrong for a while may have left a copy of next year.
        newest =
            problem == nil
            ? target.newest(of: ledger, now: now, in: zone) : entry.success.flatMap { $0 <= now ? $0 : nil }
        isDue = schedule.isDue(last: newest, now: now, in: zone)
        failure = entry.failure
    }
}
