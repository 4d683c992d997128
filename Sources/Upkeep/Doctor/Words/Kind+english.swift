extension Finding.Kind {
    /// The same words in English.
    var english: Phrase {
        switch self {
        case .portHeld:
            Phrase(
                "held by the program {program} (PID {pid}); the service gets no presses.",
                mend: "See what program that is, then end it:")
        case .portHeldByGetty:
            Phrase("held by a login prompt ({program}, PID {pid}).", mend: "Turn the login on this port off:")
        case .portHeldByBrltty:
            Phrase(
                "held by brltty (PID {pid}, for Braille displays).",
                mend: "Remove brltty if nobody here uses a Braille display:")
        case .portHeldByGpsd: Phrase("held by gpsd (PID {pid}, for satellite receivers).", mend: "Turn gpsd off:")
        case .portHeldByModemManager:
            Phrase(
                "held by ModemManager (PID {pid}), which takes the box for a modem.",
                mend: "Turn ModemManager off if this machine has no 3G/4G modem:")
        case .portForbidden:
            Phrase(
                "the service's user {user} may not open it (owner {owner}, group {group}, mode {mode}).",
                mend: "Install udev's rules again:")
        case .portNotOpened:
            Phrase(
                "is a rating box, but the service has not opened it.",
                mend: "Look at the log and at hailong.yaml, then restart the service:")
        case .userWithoutGroup:
            Phrase(
                "The service's user {user} is not in the group {group} and can open no port.",
                mend: "Add the group, then restart the service:")
        case .serviceGroupsOld:
            Phrase(
                "The user {user} was given the group {group}, but the running service does not have it yet.",
                mend: "Restart the service:")
        case .rulesMissing:
            Phrase(
                "HaiLong's udev rules are not installed: other programs may take the ports, or nobody may open them.",
                mend: "Install the rules:")
        case .rulesDiffer: Phrase("The udev rules {file} are not those of the present settings.", mend: "Renew them:")
        case .rulesNotInEffect:
            Phrase(
                "udev's rules are installed but not in effect here (group {group}, mode {mode}).",
                mend: "Let udev apply them, or unplug the box and plug it in again:")
        case .modemManagerRunning:
            Phrase(
                "ModemManager runs (PID {pid}) while udev's rules are not right: it will probe ports for modems.",
                mend: "Put the rules right as said there, or turn ModemManager off:")
        case .brlttyRunning:
            Phrase(
                "brltty (for Braille displays) runs (PID {pid}) and may take a port at any time.",
                mend: "Remove brltty if nobody here uses a Braille display:")
        case .autosuspendOn:
            Phrase(
                "the USB adapter may be put to sleep ({file} is auto): the box may drop off.",
                mend: "Let udev apply the rules again:")
        case .sameSerial:
            Phrase(
                "The ports {ports} have adapters with one serial number ({adapter}): moved, they cannot be told apart.",
                mend: "Where the boxes give no UID of their own, replace one adapter. To see the boxes:")
        case .driverMissing:
            Phrase(
                "the rating box {adapter} is plugged in, but has no port: the driver {module} is missing.",
                mend: "Load the driver; where there is none, install linux-image-amd64 and restart the machine:")
        case .linkUnavailable:
            Phrase(
                "the service cannot open the port. The system says: {reason}",
                mend: "Look at the log, then restart the service:")
        case .linkWaiting:
            Phrase(
                "open since {since}, and no rating box answers.",
                mend: "Check cable and power, and whether it is the right box with the right firmware. To look again:")
        case .boxSilent:
            Phrase("silent since {since}.", mend: "Check its cable and power, plug it in again. To look again:")
        case .boxAbsent:
            Phrase("not plugged in; last heard {since}.", mend: "Check cable, power and hub. To look again:")
        case .boxNeverHeard:
            Phrase(
                "stands at a counter but was never heard.",
                mend: "Plug it in; if it is, check the UID it was registered with. To look again:")
        case .boxRefused: Phrase("refused: {reason}", mend: "Update the box's firmware, or HaiLong. To look again:")
        case .boxNameless:
            Phrase(
                "refused: the box gives no UID, and its adapter has no serial number or place to know it by.",
                mend: "Give the box a UID in its firmware, or an adapter with a serial number. To look again:")
        case .boxChanging:
            Phrase(
                "refused: what is behind the port changed its UID, and its cable was not pulled.",
                mend: "Pull the cable and plug it in again; if it comes back, exchange the box. To look again:")
        case .boxesInvented:
            Phrase(
                "refused: more new boxes or lives of a box came over the port than can be true.",
                mend: "Unplug what is behind the port and exchange it; presses in the box stay there. To look again:")
        case .boxDuplicate:
            Phrase(
                "several live boxes give one identity (ports {ports}): their presses are kept and do not count yet.",
                mend: "Unplug the wrong one, then decide whether its presses count (all) or not (none):")
        case .duplicateUnsettled:
            Phrase(
                "{count} stretches with a duplicate identity are undecided: presses in them do not count yet.",
                mend: "Decide whether they count (all) or not (none):")
        case .boxUnassigned:
            Phrase(
                "delivers presses, but nobody said at which counter it stands: they are kept and do not count yet.",
                mend: "Say at which counter, and since when:")
        case .pressesWaiting:
            Phrase(
                "{count} presses wait in the box, and the service does not take them.",
                mend: "See what is said about database and disk; leave the box's power on. To look again:")
        case .pressesMissing:
            Phrase(
                "{count} presses are missing, noticed {noticed}; the period's tables say so.",
                mend: "To see which, and why:")
        case .serviceStopped: Phrase("The HaiLong service does not run.", mend: "Start it:")
        case .serviceKilled:
            Phrase(
                "The HaiLong service does not run, and did not end properly last time.",
                mend: "Look in the log for the reason, then start it:")
        case .serviceBlocked:
            Phrase(
                "The HaiLong service takes no commands: process {pid} holds the data folder.",
                mend: "See what that process is, wait until it is done, then start the service:")
        case .serviceStuck:
            Phrase(
                "The HaiLong service (PID {pid}) does not answer: {reason}.",
                mend: "Look at the log, then restart it; boxes keep their presses meanwhile:")
        case .descriptorsLow:
            Phrase(
                "The service may have {limit} files open and needs {wanted} for {ports} ports.",
                mend: "Raise the limit:")
        case .clockUnsynchronized:
            Phrase(
                "The machine's clock is not synchronised: presses may get a wrong time.",
                mend: "See whether the time server can be reached:")
        case .clockWithoutService:
            Phrase(
                "The machine's clock is not synchronised, and no program runs that would do it.",
                mend: "Install one and turn it on:")
        case .clockBehind:
            Phrase(
                "The machine's clock says {now}, before the newest press ({newest}): it went back, its battery may be empty.",
                mend: "Set the clock; replace the board's battery if it happens again:")
        case .writeDiskFull:
            Phrase(
                "The disk of {folder} is full: no press can be stored, boxes hold theirs.",
                mend: "Make room; the service goes on by itself:")
        case .writeReadOnly:
            Phrase(
                "{folder} takes no writes: no press can be stored, boxes hold theirs. The system says: {reason}",
                mend: "See the disk's errors and the files' rights, copy the data away, boot again; "
                    + "replace the disk if it returns:")
        case .writeMediumFails:
            Phrase(
                "The disk of {folder} fails as it reads or writes: no press can be stored, boxes hold theirs. "
                    + "The system says: {reason}",
                mend: "See the errors, check cable and disk, make a backup to a stick now and replace the disk; "
                    + "if the errors end, the service goes on by itself:")
        case .writeDamaged:
            Phrase(
                "The database in {folder} is damaged: no press can be stored, boxes hold theirs. {reason}",
                mend: "Restore the newest backup; the damaged file is kept, and boxes resend what they hold:")
        case .writeFails:
            Phrase(
                "The service cannot write to {folder}, and boxes hold their presses. {reason}",
                mend: "Look at the log; another program may hold the database. "
                    + "Once the cause is gone the service goes on by itself:")
        case .logNotCopied:
            Phrase(
                "Presses are stored, but hailong.sqlite-wal in {folder} cannot be copied into the database, and grows. "
                    + "{reason}",
                mend: "Look at the log and the room on the disk; make a backup to a stick if the disk shows errors:")
        case .diskLow: Phrase("The disk of {folder} has only {free} left ({percent}%).", mend: "Make room:")
        case .inodesLow:
            Phrase("The disk of {folder} can take only {count} more files.", mend: "Find and empty what holds so many:")
        case .diskReadOnly:
            Phrase(
                "The disk {mount} of {folder} is mounted read-only: no press can be stored.",
                mend:
                    "Disk or card may be failing: see the errors, copy the data away, try again; replace it if it returns:"
            )
        case .folderOpen: Phrase("The folder {folder} is open to others (mode {mode}).", mend: "Close it:")
        case .foreignFiles:
            Phrase(
                "In {folder} files do not belong to the user {user} ({files}): the service may be unable to write.",
                mend: "Give them back to the service:")
        case .databaseMissing:
            Phrase(
                "There is no database yet.", mend: "Start the service once, or name the right folder with --data-dir:")
        case .databaseUnreadable:
            Phrase(
                "The database in {folder} cannot be read: {reason}",
                mend: "Stop the service, keep the damaged file, restore the newest backup; boxes resend what they hold:"
            )
        case .databaseNewer:
            Phrase(
                "The database in {folder} was written by a newer HaiLong.",
                mend: "Install the newer version (nothing was changed):")
        case .databaseOlder:
            Phrase("The database still has an older HaiLong's form.", mend: "Restart the service to upgrade it:")
        case .journalMode:
            Phrase(
                "The database is in mode {mode} and not in wal: a power cut may lose presses.",
                mend: "Restart the service to set it right:")
        case .backupMissing:
            Phrase("There is no backup in {target}.", mend: "Make one now, then look at the log:")
        case .backupOld:
            Phrase("The newest backup in {target} is old ({newest}).", mend: "Make one now, then look at the log:")
        case .backupFails:
            Phrase(
                "No backup could be made in {target}. The system says: {reason}",
                mend: "Mend that, then try a backup:")
        case .adapterUnknown:
            Phrase(
                "the adapter {adapter} fits no rule and is left alone.",
                mend: "If it is a rating box, add to adapters in hailong.yaml "
                    + "(which replaces the built-in list): {rule}")
        case .unseenUdev: Phrase("USB adapters (libudev cannot be used)")
        case .unseenHolders: Phrase("which programs have ports open")
        case .unseenFolder: Phrase("the data folder")
        case .unseenDatabase: Phrase("the database")
        case .unseenLinks: Phrase("the states of the service's ports")
        case .unseenLimits: Phrase("the limits of the running service")
        }
    }
}
