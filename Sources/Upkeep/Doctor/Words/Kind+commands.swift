import Devices

extension Finding.Kind {
    /// The commands that mend it, in their order; the same in every language. `{name}` stands for a parameter, `{options}` for
    /// what names data folder and settings where they are not in their usual places.
    var commands: [String] {
        switch self {
        case .portHeld: ["systemctl status {pid}", "kill {pid}"]
        case .portHeldByGetty: ["systemctl disable --now serial-getty@{tty}.service"]
        case .portHeldByBrltty, .brlttyRunning: ["apt purge brltty", "udevadm control --reload", "udevadm trigger"]
        case .portHeldByGpsd: ["systemctl disable --now gpsd.socket gpsd.service"]
        case .portHeldByModemManager, .modemManagerRunning: ["systemctl disable --now ModemManager.service"]
        case .portForbidden, .rulesMissing, .rulesDiffer:
            [
                "hailong udev-rules{options} > /etc/udev/rules.d/\(UdevRules.fileName)", "udevadm control --reload",
                "udevadm trigger",
            ]
        case .rulesNotInEffect, .autosuspendOn: ["udevadm control --reload", "udevadm trigger"]
        case .portNotOpened, .serviceStuck, .linkUnavailable:
            ["journalctl -u hailong -n 50", "systemctl restart hailong"]
        case .userWithoutGroup: ["usermod -aG {group} {user}", "systemctl restart hailong"]
        case .serviceGroupsOld, .databaseOlder, .journalMode: ["systemctl restart hailong"]
        case .sameSerial, .boxSilent, .boxAbsent, .boxNeverHeard, .linkWaiting, .boxRefused, .boxNameless, .boxChanging,
            .boxesInvented, .pressesWaiting:
            ["hailong devices{options}"]
        case .driverMissing: ["modprobe {module}"]
        case .boxDuplicate, .duplicateUnsettled: ["hailong box settle{options} {uid} --count … --why \"…\""]
        case .boxUnassigned: ["hailong box assign{options} {uid} --counter … --since … --why \"…\""]
        case .pressesMissing: ["hailong verify{options}"]
        case .serviceStopped: ["systemctl enable --now hailong"]
        case .serviceBlocked: ["ps -fp {pid}", "systemctl enable --now hailong"]
        case .serviceKilled: ["journalctl -u hailong -n 50", "systemctl enable --now hailong"]
        case .descriptorsLow:
            [
                "mkdir -p /etc/systemd/system/hailong.service.d",
                "printf '[Service]\\nLimitNOFILE=65536\\n' > /etc/systemd/system/hailong.service.d/limit.conf",
                "systemctl daemon-reload", "systemctl restart hailong",
            ]
        case .clockUnsynchronized: ["timedatectl timesync-status", "timedatectl set-ntp true"]
        case .clockWithoutService: ["apt install systemd-timesyncd", "timedatectl set-ntp true"]
        case .clockBehind: ["timedatectl set-ntp true", "timedatectl"]
        case .writeDiskFull: ["df -h {folder}", "journalctl --vacuum-size=200M", "apt clean"]
        case .writeReadOnly:
            [
                "dmesg | grep -iE 'i/o error|read-only'", "ls -l {folder}", "hailong backup{options} /media/usb",
                "systemctl reboot",
            ]
        case .writeMediumFails:
            ["dmesg | grep -iE 'i/o error|ata|nvme|mmc'", "hailong backup{options} /media/usb"]
        case .writeDamaged:
            [
                "systemctl stop hailong", "ls -lt {folder}/backups",
                "hailong restore{options} --why \"…\" {folder}/backups/…", "systemctl start hailong",
            ]
        case .writeFails, .logNotCopied: ["journalctl -u hailong -n 50", "df -h {folder}"]
        case .diskLow: ["df -h {folder}", "journalctl --vacuum-size=200M", "apt clean"]
        case .inodesLow: ["df -i {folder}", "apt autoremove"]
        case .diskReadOnly: ["dmesg | grep -iE 'i/o error|read-only'", "mount -o remount,rw {mount}"]
        case .folderOpen: ["chmod 750 {folder}"]
        case .foreignFiles: ["chown -R {user}: {folder}", "systemctl restart hailong"]
        case .databaseMissing: ["systemctl enable --now hailong"]
        case .databaseUnreadable:
            [
                "systemctl stop hailong", "ls -lt {folder}/backups",
                "hailong restore{options} --preview --why \"…\" {folder}/backups/…",
            ]
        case .databaseNewer: ["apt install ./hailong_*.deb"]
        case .backupMissing, .backupOld, .backupFails:
            ["hailong backup{options} {target}", "journalctl -u hailong --since -3d | grep -i backup"]
        case .adapterUnknown: []
        case .unseenUdev: []
        case .unseenHolders, .unseenFolder, .unseenDatabase, .unseenLinks, .unseenLimits:
            ["sudo hailong doctor{options}"]
        }
    }
}
