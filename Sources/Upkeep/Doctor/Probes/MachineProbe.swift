import Devices
import Foundation
import Ratings
import Store

/// Looks at everything once. Changes nothing, opens no port, and waits for the service only.
public struct MachineProbe: Sendable {
    /// The user that the packages make for the service.
    static let serviceUser = "hailong"
    private static let rivals: Set<String> = ["ModemManager", "brltty", "gpsd"]
    private static let timeServices: Set<String> = ["systemd-timesyn", "chronyd", "ntpd", "ptp4l", "phc2sys"]
    /// In udev's order: the first file of a name hides the others.
    private static let rulesFolders = ["/etc/udev/rules.d", "/run/udev/rules.d", "/usr/lib/udev/rules.d"]
    /// Presses that wait are on their way, unless they still wait after this.
    private static let patience = Duration.seconds(2)

    private let files: HostFiles
    private let folder: DataDirectory
    private let rules: [AdapterRule]
    private let portPaths: [String]
    private let backups: BackupSettings?
    private let clock: any HostClock
    private let sleeper: any Clock<Duration>
    private let adapters: @Sendable () -> [SerialAdapter]?
    private let ask: @Sendable () async -> ServiceFacts.Answer

    /// A look at the machine of a data folder, with the settings that its service has: the rules for adapters and the
    /// ports named by hand, and its backups. `ask` asks the running service for its ports.
    public init(
        files: HostFiles = HostFiles(), folder: DataDirectory, rules: [AdapterRule], ports: [String],
        backups: BackupSettings? = nil, clock: any HostClock, sleeper: any Clock<Duration> = ContinuousClock(),
        adapters: @escaping @Sendable () -> [SerialAdapter]? = SerialAdapter.present,
        ask: @escaping @Sendable () async -> ServiceFacts.Answer
    ) {
        self.files = files
        self.folder = folder
        self.rules = rules
        portPaths = ports
        self.backups = backups
        self.clock = clock
        self.sleeper = sleeper
        self.adapters = adapters
        self.ask = ask
    }

    /// What there is now.
    public func look() async -> MachineFacts {
        var facts = MachineFacts()
        let (users, processes) = (UserTable(files), ProcessTable(files))
        let folderProbe = FolderProbe(files: files, users: users)
        facts.service.pid = folderProbe.lockHolder(folder)
        facts.service.hasSocket = HostFiles.status(folder.socket) != nil
        facts.service.answer = await answer()
        facts.rights = rights(users, processes, facts.service.pid)
        facts.folder = folderProbe.facts(folder, owner: facts.rights.account.user.id)
        facts.database = DatabaseProbe.facts(folder)
        facts.backups = backupStates(facts.zone)
        facts.rivals = processes.running(Self.rivals)
        facts.clock.hasTimeService = !processes.running(Self.timeServices).isEmpty
        facts.clock.isSynchronized = clock.read().isSynchronized
        facts.rules = rulesFile()
        lookAtPorts(&facts, users, processes)
        lookAtLimits(&facts, processes)
        facts.unseen.formUnion(unseen(facts, processes))
        return facts
    }

    /// Asks again where presses wait, as they may just be on their way.
    private func answer() async -> ServiceFacts.Answer {
        let answer = await ask()
        guard case .links(let first, _, _) = answer else { return answer }
        let waiting = first.filter { $0.phase == .connected && $0.waiting > 0 }
        guard !waiting.isEmpty else { return answer }
        try? await sleeper.sleep(for: Self.patience)
        guard case .links(let second, _, let trouble) = await ask() else { return answer }
        let stuck = waiting.filter { old in
            second.contains {
                $0.port == old.port && $0.phase == .connected && $0.waiting >= old.waiting && $0.taken == old.taken
            }
        }
        return .links(second, stuck: Set(stuck.map(\.port)), trouble)
    }

    /// The service's user: as whom it runs, else whom the packages made, else whose the data are.
    private func rights(_ users: UserTable, _ processes: ProcessTable, _ service: Int32?) -> Rights {
        var rights = Rights()
        rights.portGroup = users.group(named: UdevRules.group)
        rights.running = service.flatMap { processes.account(of: $0, in: users) }
        // Where nothing tells who he is, nothing is said against him.
        let owner = HostFiles.status(folder.path)?.st_uid ?? 0
        rights.account =
            rights.running.map { users.account($0.user.id) } ?? users.account(named: Self.serviceUser)
            ?? users.account(owner)
        return rights
    }

    private func backupStates(_ zone: Zone) -> [BackupState] {
        guard let backups, let ledger = try? Store(checking: folder).ledger else { return [] }
        return BackupState.all(backups, folder: folder, ledger: ledger, now: clock.read().wall, in: zone)
    }

    private func rulesFile() -> RulesFile {
        for folder in Self.rulesFolders {
            let path = "\(folder)/\(UdevRules.fileName)"
            guard let text = files.text(path) else { continue }
            return text == UdevRules.text(for: rules) ? .right : .differs(path: path)
        }
        return .missing
    }

    private func lookAtPorts(_ facts: inout MachineFacts, _ users: UserTable, _ processes: ProcessTable) {
        let probe = PortProbe(
            files: files, users: users, processes: processes, rules: rules, service: facts.service.pid)
        let found = adapters()
        if found == nil { facts.unseen.insert(.unseenUdev) }
        var ours: [String: SerialAdapter?] = [:]
        let byHand = portPaths.filter { HostFiles.status($0).map { $0.st_mode & S_IFMT == S_IFCHR } ?? false }
        for path in byHand + (facts.service.links?.map(\.port) ?? []) { ours[path] = .some(nil) }
        for serial in found ?? [] {
            if ours[serial.port] != nil || rules.contains(where: { $0.matches(serial.adapter) }) {
                ours[serial.port] = serial
            } else {
                facts.strangers[serial.port] = serial.adapter
            }
        }
        facts.ports = ours.sorted { $0.key < $1.key }.map { probe.facts($0.key, $0.value) }
        facts.withoutPort = probe.bareDevices()
    }

    private func lookAtLimits(_ facts: inout MachineFacts, _ processes: ProcessTable) {
        guard let pid = facts.service.pid else { return }
        facts.service.openFiles = processes.openFiles(of: pid)
        if facts.service.openFiles == nil { facts.unseen.insert(.unseenLimits) }
    }

    /// What we may not see, for want of rights. What is not there is no such thing.
    private func unseen(_ facts: MachineFacts, _ processes: ProcessTable) -> Set<Finding.Kind> {
        var unseen: Set<Finding.Kind> = []
        if processes.isPartial { unseen.insert(.unseenHolders) }
        if case .forbidden = facts.service.answer { unseen.insert(.unseenLinks) }
        let isHidden = HostFiles().list(folder.path) == .forbidden
        if isHidden || (facts.folder == nil && isBehindAWall) { unseen.insert(.unseenFolder) }
        if isHidden || access(folder.database, R_OK) != 0 && errno == EACCES { unseen.insert(.unseenDatabase) }
        return unseen
    }

    private var isBehindAWall: Bool { access(folder.path, F_OK) != 0 && errno == EACCES }
}
