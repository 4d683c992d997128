import Devices
import Ratings

@testable import Upkeep

/// A healthy machine with one box at one counter, and ways to spoil it.
enum Scene {
    static let now = Instant(milliseconds: 1_600_000_000_000)
    static let box = "5300000000000001"
    static let port = "/dev/ttyUSB0"
    static let dialout = NamedID(20, "dialout")
    static let service = Account(user: NamedID(990, "hailong"), groups: [990, 20])

    static func ago(_ seconds: Int) -> Instant { now - .seconds(seconds) }

    static func adapter(_ serial: String = "KIOSK0001") -> Adapter {
        Adapter(
            vendor: "0403", product: "6001", serial: serial, model: "FT232R", interface: "00", driver: "ftdi_sio",
            place: "pci-0000:00:14.0-usb-0:2:1.0")
    }

    static func healthyPort(_ path: String = port, _ serial: String = "KIOSK0001") -> PortFacts {
        var port = PortFacts(
            path: path, adapter: adapter(serial),
            owner: FileOwner(user: NamedID(0, "root"), group: dialout, mode: 0o660))
        (port.isRuled, port.isMarked) = (true, true)
        port.usbFolder = "/sys/devices/usb1/\(serial)"
        return port
    }

    static func link(
        _ phase: LinkState.Phase, since: Instant = ago(3600), reason: String? = nil, port: String = port,
        device: String? = box
    ) -> LinkState {
        var link = LinkState(port: port, since: since)
        (link.phase, link.reason, link.device) = (phase, reason, device)
        return link
    }

    static func refused(_ refusal: Refusal) -> LinkState {
        var link = link(.refused, reason: "a reason")
        link.refusal = refusal
        return link
    }

    static func backup(newest: Instant?, problem: String? = nil) -> BackupState {
        BackupState(target: "/media/usb", newest: newest, isDue: true, problem: problem)
    }

    static func directory(_ records: [any DirectoryRecord] = []) throws -> Directory {
        let standing: [any DirectoryRecord] = [
            Box(uid: box, label: "B01"),
            Counter(code: "Q01", name: "Quầy số 1", units: ["S1"], since: ago(90 * 86_400)),
            Assignment(box: box, counters: ["Q01"], since: ago(90 * 86_400)),
            ServiceRun(started: ago(90 * 86_400)),
        ]
        var directory = Directory()
        for record in standing + records { try directory.apply(StoredRecord(record)) }
        return directory
    }

    static func healthy(_ records: [any DirectoryRecord] = []) throws -> MachineFacts {
        var facts = MachineFacts()
        facts.ports = [healthyPort()]
        facts.rights.account = service
        facts.rights.running = service
        facts.rights.portGroup = dialout.id
        facts.clock.isSynchronized = true
        facts.clock.hasTimeService = true
        var folder = FolderFacts(
            path: "/var/lib/hailong",
            owner: FileOwner(user: service.user, group: NamedID(990, "hailong"), mode: 0o750))
        (folder.freeBytes, folder.totalBytes) = (50 << 30, 100 << 30)
        (folder.freeFiles, folder.totalFiles) = (900_000, 1_000_000)
        facts.folder = folder
        facts.backups = [backup(newest: ago(8 * 3600))]
        var book = DatabaseFacts.Book()
        book.directory = try directory(records)
        book.heard = [box: ago(20)]
        book.newestPress = ago(300)
        facts.database = .open(book)
        facts.service.pid = 700
        facts.service.hasSocket = true
        facts.service.openFiles = 65_536
        facts.service.answer = .links([link(.connected)], stuck: [])
        return facts
    }
}

extension MachineFacts {
    /// Changes what stands in the database.
    mutating func book(_ change: (inout DatabaseFacts.Book) throws -> Void) rethrows {
        guard case .open(var book) = database else { return }
        try change(&book)
        database = .open(book)
    }

    /// Gives the service these ports.
    mutating func links(_ links: LinkState..., stuck: Set<String> = []) {
        service.answer = .links(links, stuck: stuck)
    }
}
