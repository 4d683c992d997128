import Ratings

/// Where the service puts a copy of the ledger by itself, when, and how many it keeps.
public struct BackupSettings: Hashable, Sendable {
    /// Folders, each of which gets its own copy.
    public var targets: [String]
    /// From when on a day's copy is made.
    public var schedule: BackupSchedule
    /// Which copies stay.
    public var rotation: BackupRotation

    /// Settings for the service's own copies.
    public init(
        targets: [String], schedule: BackupSchedule = BackupSchedule(), rotation: BackupRotation = BackupRotation()
    ) {
        self.targets = targets
        self.schedule = schedule
        self.rotation = rotation
    }
}
