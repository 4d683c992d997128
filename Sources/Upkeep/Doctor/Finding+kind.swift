extension Finding {
    /// All that can be found. The names are stable: programs and manuals rely on them.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        // Ports.
        case portHeld = "port_held"
        case portHeldByGetty = "port_held_by_getty"
        case portHeldByBrltty = "port_held_by_brltty"
        case portHeldByGpsd = "port_held_by_gpsd"
        case portHeldByModemManager = "port_held_by_modemmanager"
        case portForbidden = "port_forbidden"
        case portNotOpened = "port_not_opened"
        case userWithoutGroup = "user_without_group"
        case serviceGroupsOld = "service_groups_old"
        case rulesMissing = "rules_missing"
        case rulesDiffer = "rules_differ"
        case rulesNotInEffect = "rules_not_in_effect"
        case modemManagerRunning = "modemmanager_running"
        case brlttyRunning = "brltty_running"
        case autosuspendOn = "autosuspend_on"
        case sameSerial = "same_serial"
        case driverMissing = "driver_missing"
        // Boxes.
        case linkUnavailable = "link_unavailable"
        case linkWaiting = "link_waiting"
        case boxSilent = "box_silent"
        case boxAbsent = "box_absent"
        case boxNeverHeard = "box_never_heard"
        case boxRefused = "box_refused"
        case boxNameless = "box_nameless"
        case boxChanging = "box_changing"
        case boxesInvented = "boxes_invented"
        case boxDuplicate = "box_duplicate"
        case duplicateUnsettled = "duplicate_unsettled"
        case boxUnassigned = "box_unassigned"
        case pressesWaiting = "presses_waiting"
        case pressesMissing = "presses_missing"
        // Service.
        case serviceStopped = "service_stopped"
        case serviceKilled = "service_killed"
        case serviceBlocked = "service_blocked"
        case serviceStuck = "service_stuck"
        case descriptorsLow = "descriptors_low"
        // Clock.
        case clockUnsynchronized = "clock_unsynchronized"
        case clockWithoutService = "clock_without_service"
        case clockBehind = "clock_behind"
        // Disk and database.
        case writeDiskFull = "write_disk_full"
        case writeReadOnly = "write_read_only"
        case writeMediumFails = "write_medium_fails"
        case writeDamaged = "write_damaged"
        case writeFails = "write_fails"
        case logNotCopied = "log_not_copied"
        case diskLow = "disk_low"
        case inodesLow = "inodes_low"
        case diskReadOnly = "disk_read_only"
        case folderOpen = "folder_open"
        case foreignFiles = "foreign_files"
        case databaseMissing = "database_missing"
        case databaseUnreadable = "database_unreadable"
        case databaseNewer = "database_newer"
        case databaseOlder = "database_older"
        case journalMode = "journal_mode"
        case backupMissing = "backup_missing"
        case backupOld = "backup_old"
        case backupFails = "backup_fails"
        // Notes.
        case adapterUnknown = "adapter_unknown"
        // What could not be looked at.
        case unseenUdev = "unseen_udev"
        case unseenHolders = "unseen_holders"
        case unseenFolder = "unseen_folder"
        case unseenDatabase = "unseen_database"
        case unseenLinks = "unseen_links"
        case unseenLimits = "unseen_limits"

        /// How bad it is.
        public var severity: Severity {
            switch self {
            case .portHeld, .portHeldByGetty, .portHeldByBrltty, .portHeldByGpsd, .portHeldByModemManager,
                .portForbidden, .portNotOpened, .userWithoutGroup, .serviceGroupsOld, .driverMissing,
                .linkUnavailable, .linkWaiting, .boxSilent, .boxAbsent, .boxNeverHeard, .boxRefused, .boxNameless,
                .boxChanging, .boxesInvented, .boxDuplicate, .pressesWaiting, .pressesMissing, .serviceStopped,
                .serviceKilled, .serviceBlocked, .serviceStuck,
                .clockBehind, .writeDiskFull, .writeReadOnly, .writeMediumFails, .writeDamaged, .writeFails,
                .diskLow, .inodesLow, .diskReadOnly, .foreignFiles, .databaseMissing, .databaseUnreadable,
                .databaseNewer, .journalMode:
                .error
            case .rulesMissing, .rulesDiffer, .rulesNotInEffect, .modemManagerRunning, .brlttyRunning,
                .autosuspendOn, .sameSerial, .duplicateUnsettled, .boxUnassigned, .descriptorsLow,
                .clockUnsynchronized, .clockWithoutService, .logNotCopied, .folderOpen, .databaseOlder, .backupMissing,
                .backupOld,
                .backupFails:
                .warning
            case .adapterUnknown: .note
            case .unseenUdev, .unseenHolders, .unseenFolder, .unseenDatabase, .unseenLinks, .unseenLimits: .unseen
            }
        }
    }
}
