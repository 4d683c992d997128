import Devices
import Ratings
import Testing

@testable import Upkeep

/// One fault, and all that is to be said about it.
struct FindingCase: Sendable, CustomTestStringConvertible {
    var kind: Finding.Kind
    var spoil: @Sendable (inout MachineFacts) throws -> Void
    var testDescription: String { kind.rawValue }

    init(_ kind: Finding.Kind, _ spoil: @escaping @Sendable (inout MachineFacts) throws -> Void) {
        self.kind = kind
        self.spoil = spoil
    }

    private static func notWriting(_ kind: Finding.Kind, _ cause: StoreTrouble.Cause) -> FindingCase {
        FindingCase(kind) { facts in
            var trouble = StoreTrouble()
            trouble.writing = StoreTrouble.Failure(cause, reason: "SQLite's words")
            facts.service.answer = .links([Scene.link(.connected)], stuck: [], trouble)
        }
    }

    private static func held(_ kind: Finding.Kind, by name: String) -> FindingCase {
        FindingCase(kind) { facts in
            facts.ports[0].holders = [ProcessName(pid: 812, name: name)]
            facts.links(Scene.link(.unavailable, reason: "in use"))
        }
    }

    static let ports = [
        held(.portHeld, by: "minicom"), held(.portHeldByGetty, by: "agetty"), held(.portHeldByBrltty, by: "brltty"),
        held(.portHeldByGpsd, by: "gpsd"), held(.portHeldByModemManager, by: "ModemManager"),
        FindingCase(.portForbidden) {
            $0.ports[0].owner = FileOwner(user: NamedID(0, "root"), group: NamedID(0, "root"), mode: 0o600)
            $0.links(Scene.link(.unavailable, reason: "permission denied"))
        },
        FindingCase(.portNotOpened) { facts in
            facts.ports.append(Scene.healthyPort("/dev/ttyUSB1", "KIOSK0002"))
        },
        FindingCase(.userWithoutGroup) {
            $0.rights.account.groups = [990]
            $0.rights.running?.groups = [990]
            $0.links(Scene.link(.unavailable, reason: "permission denied"))
        },
        FindingCase(.serviceGroupsOld) {
            $0.rights.running?.groups = [990]
            $0.links(Scene.link(.unavailable, reason: "permission denied"))
        },
        FindingCase(.rulesMissing) { $0.rules = .missing },
        FindingCase(.rulesDiffer) { $0.rules = .differs(path: "/etc/udev/rules.d/70-hailong.rules") },
        FindingCase(.rulesNotInEffect) { $0.ports[0].isMarked = false },
        FindingCase(.brlttyRunning) { $0.rivals = [ProcessName(pid: 9, name: "brltty")] },
        FindingCase(.autosuspendOn) { $0.ports[0].maySleep = true },
        FindingCase(.sameSerial) { facts in
            facts.ports.append(Scene.healthyPort("/dev/ttyUSB1"))
            facts.ports[1].usbFolder = "/sys/devices/usb1/other"
            facts.links(Scene.link(.connected), Scene.link(.connected, port: "/dev/ttyUSB1"))
        },
        FindingCase(.driverMissing) { $0.withoutPort = [BareDevice(adapter: Scene.adapter(), module: "ftdi_sio")] },
    ]

    static let boxes = [
        FindingCase(.linkUnavailable) { $0.links(Scene.link(.unavailable, reason: "I/O error")) },
        FindingCase(.linkWaiting) { $0.links(Scene.link(.waiting, since: Scene.ago(61))) },
        FindingCase(.boxSilent) { $0.links(Scene.link(.silent, since: Scene.ago(601))) },
        FindingCase(.boxAbsent) {
            $0.links(Scene.link(.waiting, since: Scene.ago(5), device: nil))
            $0.book { $0.heard = [Scene.box: Scene.ago(601)] }
        },
        FindingCase(.boxNeverHeard) {
            $0.links(Scene.link(.waiting, since: Scene.ago(5), device: nil))
            $0.book { $0.heard = [:] }
        },
        FindingCase(.boxRefused) { $0.links(Scene.refused(.version)) },
        FindingCase(.boxNameless) { $0.links(Scene.refused(.nameless)) },
        FindingCase(.boxChanging) { $0.links(Scene.refused(.otherBox)) },
        FindingCase(.boxesInvented) { $0.links(Scene.refused(.tooManyNew)) },
        FindingCase(.boxDuplicate) {
            $0.links(Scene.link(.duplicate), Scene.link(.duplicate, port: "/dev/ttyUSB1"))
        },
        FindingCase(.duplicateUnsettled) {
            try $0.book {
                $0.directory = try Scene.directory([DuplicateIdentity(box: Scene.box, from: 10, to: 20)])
            }
        },
        FindingCase(.boxUnassigned) {
            try $0.book {
                $0.directory = try Scene.directory([
                    Assignment(box: "x", counters: ["Q01"], since: Scene.ago(9), until: Scene.ago(8))
                ])
            }
            $0.links(Scene.link(.connected), Scene.link(.connected, port: "/dev/ttyUSB1", device: "x"))
        },
        FindingCase(.pressesWaiting) {
            var link = Scene.link(.connected)
            link.waiting = 12
            $0.links(link, stuck: [Scene.port])
        },
        FindingCase(.pressesMissing) {
            let gap = Gap(
                device: Scene.box, boot: 1, from: 5, to: 12_751, cause: .coldStart, after: nil,
                noticed: Scene.ago(86_400))
            try $0.book { $0.directory = try Scene.directory([gap]) }
        },
    ]

    static let machine = [
        FindingCase(.serviceStopped) {
            $0.service = ServiceFacts()
            $0.rights.running = nil
        },
        FindingCase(.serviceKilled) {
            $0.service = ServiceFacts()
            $0.service.hasSocket = true
        },
        FindingCase(.serviceBlocked) { $0.service.answer = .nobody },
        FindingCase(.serviceStuck) { $0.service.answer = .broken(reason: "no answer within 3 s") },
        FindingCase(.descriptorsLow) { $0.service.openFiles = 67 },
        FindingCase(.clockUnsynchronized) { $0.clock.isSynchronized = false },
        FindingCase(.clockWithoutService) {
            $0.clock.isSynchronized = false
            $0.clock.hasTimeService = false
        },
        FindingCase(.clockBehind) { $0.book { $0.newestPress = Scene.now + .seconds(61) } },
        notWriting(.writeDiskFull, .full), notWriting(.writeReadOnly, .readOnly),
        notWriting(.writeMediumFails, .medium), notWriting(.writeDamaged, .damaged), notWriting(.writeFails, .other),
        FindingCase(.logNotCopied) { facts in
            var trouble = StoreTrouble()
            trouble.copying = StoreTrouble.Failure(.medium, reason: "SQLite's words")
            facts.service.answer = .links([Scene.link(.connected)], stuck: [], trouble)
        },
        FindingCase(.diskLow) { $0.folder?.freeBytes = 1 << 29 },
        FindingCase(.inodesLow) { $0.folder?.freeFiles = 49_000 },
        FindingCase(.diskReadOnly) { $0.folder?.readOnlyMount = "/var" },
        FindingCase(.folderOpen) { $0.folder?.owner.mode = 0o755 },
        FindingCase(.foreignFiles) { $0.folder?.foreignFiles = ["hailong.sqlite-wal"] },
        FindingCase(.databaseMissing) { $0.database = .missing },
        FindingCase(.databaseUnreadable) { $0.database = .unreadable(reason: "file is not a database") },
        FindingCase(.databaseNewer) { $0.database = .newer },
        FindingCase(.databaseOlder) { $0.book { $0.isOlder = true } },
        FindingCase(.journalMode) { $0.book { $0.journalMode = "delete" } },
        FindingCase(.backupMissing) { $0.backups = [Scene.backup(newest: nil)] },
        FindingCase(.backupOld) { $0.backups = [Scene.backup(newest: Scene.ago(2 * 86_400 + 1))] },
        FindingCase(.backupFails) {
            $0.backups = [Scene.backup(newest: Scene.ago(2 * 86_400 + 1), problem: "nothing is mounted")]
        },
    ]

    static let others = [
        FindingCase(.adapterUnknown) { $0.strangers = ["/dev/ttyUSB7": Adapter(vendor: "1a86", product: "7523")] },
        FindingCase(.unseenUdev) { $0.unseen = [.unseenUdev] },
        FindingCase(.unseenHolders) { $0.unseen = [.unseenHolders] },
        FindingCase(.unseenFolder) {
            $0 = MachineFacts()
            $0.unseen = [.unseenFolder]
        },
        FindingCase(.unseenDatabase) {
            $0.database = .unreadable(reason: "authorization denied")
            $0.unseen = [.unseenDatabase]
        },
        FindingCase(.unseenLinks) {
            $0.service.answer = .forbidden
            $0.unseen = [.unseenLinks]
        },
        FindingCase(.unseenLimits) { $0.unseen = [.unseenLimits] },
    ]

    static let all = ports + boxes + machine + others
}
