import Ratings
import Store

extension MachineSettings {
    /// `backup` as written.
    public struct Backup: Codable, Sendable {
        /// Folders; by default `backups` in the data folder.
        public var to: [String]?
        /// The time of day from when on a copy is made.
        public var at: String?
        /// Of how many days a copy is kept.
        public var keep: Int?
        /// Of how many months one is kept beyond that.
        public var keepMonths: Int?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case to, at, keep
            case keepMonths = "keep_months"
        }

        /// Refuses what makes no sense.
        func check() throws(SettingsError) {
            if let at, DayTime(at) == nil {
                throw .refused("backup: at '\(at)' is no time of day; write \"11:45\", with the quotes")
            }
            if let path = to?.first(where: { !$0.hasPrefix("/") }) {
                throw .refused(
                    "backup: to '\(path)' is no folder from the root; write '/media/stick' or so")
            }
            guard keep ?? 1 >= 1, keepMonths ?? 0 >= 0 else {
                throw .refused("backup: keep takes 1 or more, keep_months 0 or more")
            }
        }
    }

    /// Where the service copies the ledger to by itself, and when.
    public func backups(in folder: DataDirectory) -> BackupSettings {
        let usual = BackupRotation()
        return BackupSettings(
            targets: backup?.to ?? [DailyBackup.usualTarget(in: folder)],
            schedule: BackupSchedule(at: backup?.at.flatMap { DayTime($0) } ?? BackupSchedule.usual),
            rotation: BackupRotation(days: backup?.keep ?? usual.days, months: backup?.keepMonths ?? usual.months))
    }
}
