import Devices
import Foundation
import Ratings
import Store
import Synchronization
import Testing

@testable import Upkeep

@Suite("How doctor looks") struct MachineProbeTests {
    private struct FixedClock: HostClock {
        func read() -> ClockReading {
            ClockReading(wall: Scene.now, hostBoot: "b", bootTime: .zero, isSynchronized: true)
        }
    }

    /// A clock on which nobody waits.
    private struct Hasty: Clock {
        var now: ContinuousClock.Instant { .now }
        var minimumResolution: Duration { .zero }
        func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {}
    }

    private let host = MadeHost()
    private var data: DataDirectory { DataDirectory(host.root + "/data") }

    private func look(
        adapters: [SerialAdapter]? = [], ports: [String] = [],
        ask: @escaping @Sendable () async -> ServiceFacts.Answer = { .nobody }
    ) async -> MachineFacts {
        await MachineProbe(
            files: host.files, folder: data, rules: AdapterRule.known, ports: ports,
            backups: BackupSettings(targets: [data.path + "/backups"]), clock: FixedClock(),
            sleeper: Hasty(), adapters: { adapters }, ask: ask
        ).look()
    }

    @Test("row 6: the rules file in force is the first of its name, and is compared with the table")
    func rules() async throws {
        #expect(await look().rules == .missing)
        try host.write("/usr/lib/udev/rules.d/70-hailong.rules", UdevRules.text(for: AdapterRule.known))
        #expect(await look().rules == .right)
        try host.write("/etc/udev/rules.d/70-hailong.rules", "")
        #expect(await look().rules == .differs(path: "/etc/udev/rules.d/70-hailong.rules"))
    }

    @Test("rows 5, 6, 18: a port is told with its holder, its rights and its right to sleep, and is not opened")
    func port() async throws {
        try host.link("/dev/ttyUSB0", to: "/dev/null")
        try host.program(812, "gpsd", open: ["/dev/null"])
        let folder = "/sys/devices/usb1/1-2"
        try host.write(folder + "/power/control", "auto\n")
        let serial = SerialAdapter(
            port: host.root + "/dev/ttyUSB0", adapter: Scene.adapter(), usbFolder: folder,
            isIgnoredByModemManager: true)
        let facts = await look(adapters: [serial])
        let port = try #require(facts.ports.first)
        #expect(port.holders == [ProcessName(pid: 812, name: "gpsd")])
        #expect(port.maySleep && port.isMarked && port.isRuled)
        #expect(port.owner?.mode == 0o666)
        try host.write(folder + "/power/control", "on\n")
        #expect(await look(adapters: [serial]).ports.first?.maySleep == false)
    }

    @Test("adapters that fit no rule are strangers, unless they are named by hand") func strangers() async throws {
        try host.link("/dev/ttyUSB0", to: "/dev/null")
        let path = host.root + "/dev/ttyUSB0"
        let serial = SerialAdapter(port: path, adapter: Adapter(vendor: "1a86", product: "7523"))
        #expect(await look(adapters: [serial]).strangers.keys.sorted() == [path])
        let named = await look(adapters: [serial], ports: [path])
        #expect(named.strangers.isEmpty)
        #expect(named.ports.map(\.adapter?.vendor) == ["1a86"])
        #expect(named.ports.map(\.isRuled) == [false])
        #expect(await look(adapters: nil).unseen.contains(.unseenUdev))
    }

    @Test("a box on USB without a port is found by its ids, odd bytes and all; one with a port is not")
    func bareDevices() async throws {
        func device(_ name: String, vendor: String, product: String, serial: Data) throws {
            let folder = "/sys/bus/usb/devices/\(name)"
            try host.write(folder + "/idVendor", vendor + "\n")
            try host.write(folder + "/idProduct", product + "\n")
            try host.write(folder + "/serial", serial)
        }
        try device("1-1", vendor: "0403", product: "6001", serial: Data("KIOSK".utf8) + [0xFF, 0x1B, 0x0A])
        try device("1-2", vendor: "0403", product: "6001", serial: Data("KIOSK2\n".utf8))
        try host.folder("/sys/bus/usb/devices/1-2/1-2:1.0/ttyUSB0")
        try device("1-3", vendor: "10c4", product: "ea60", serial: Data("KIOSK3\n".utf8))
        try host.folder("/sys/bus/usb/devices/1-3/1-3:1.0/tty/ttyACM0")
        try device("1-4", vendor: "0403", product: "6001", serial: Data("somebody's\n".utf8))
        try host.folder("/sys/bus/usb/devices/1-5")
        let facts = await look()
        #expect(facts.withoutPort.map(\.adapter.place) == ["usb 1-1"])
        #expect(facts.withoutPort.first?.module == "ftdi_sio")
        let finding = try #require(
            Doctor.findings(facts, at: Scene.now).first { $0.kind == .driverMissing })
        #expect(FindingWords(.vietnamese, zone: .vietnam).what(finding).contains("KIOSK\u{FFFD}\u{FFFD}"))
    }

    @Test("presses that wait are told only if nobody takes them while we watch") func stuck() async {
        func answers(_ second: LinkState) -> @Sendable () async -> ServiceFacts.Answer {
            let isFirst = Mutex(true)
            var first = Scene.link(.connected)
            (first.waiting, first.taken) = (3, 10)
            return { [first] in
                let now = isFirst.withLock { isFirst in
                    defer { isFirst = false }
                    return isFirst ? first : second
                }
                return .links([now], stuck: [])
            }
        }
        func stuck(_ second: LinkState) async -> Set<String>? {
            guard case .links(_, let stuck, _) = await look(ask: answers(second)).service.answer else { return nil }
            return stuck
        }
        var second = Scene.link(.connected)
        (second.waiting, second.taken) = (3, 10)
        #expect(await stuck(second) == [Scene.port])
        (second.waiting, second.taken) = (3, 12)
        #expect(await stuck(second) == [])
        (second.waiting, second.taken) = (0, 13)
        #expect(await stuck(second) == [])
    }

    @Test("the data folder: whose its files are, its newest backup, and its database") func folder() async throws {
        #expect(await look().folder == nil)
        let store = try Store(writing: data)
        try await store.beginRun(FixedClock().read())
        try store.close()
        try host.write("/data/backups/a.sqlite", "x")
        let facts = await look()
        #expect(facts.backups.map(\.target) == [data.path + "/backups"])
        #expect(facts.backups.first?.problem == nil && facts.backups.first?.newest == nil)
        let folder = try #require(facts.folder)
        #expect(folder.foreignFiles.isEmpty)
        #expect(folder.totalBytes > 0 && folder.freeBytes <= folder.totalBytes)
        guard case .open(let book) = facts.database else {
            Issue.record("\(facts.database)")
            return
        }
        #expect(book.journalMode == "wal" && !book.isOlder)
        #expect(book.directory.runs.count == 1)

        // The packages' user is somebody else than who made these files.
        try host.write("/etc/passwd", "hailong:x:4242:4242::/:/bin/false\n")
        let foreign = await look().folder?.foreignFiles ?? []
        #expect(foreign.contains(".") && foreign.contains("hailong.sqlite") && foreign.contains("backups/a.sqlite"))
    }

    @Test("a file that is no database is told, and survives the look") func damaged() async throws {
        try host.write("/data/hailong.sqlite", "this is no database, and long enough to be looked at\n")
        guard case .unreadable = await look().database else {
            Issue.record("read")
            return
        }
        #expect(host.files.line("/data/hailong.sqlite")?.hasPrefix("this is no") == true)
    }

    @Test("a held lock names the service; a lock file alone does not") func lock() async throws {
        let lock = try WriterLock(data)
        // More locks than the kernel lists in one page, and these stand before that one.
        let others = try (0..<150).map { try WriterLock(DataDirectory(data.path + "/other\($0)")) }
        try host.link("/proc/locks", to: "/proc/locks")
        #expect(await look().service.pid == getpid())
        withExtendedLifetime((lock, others)) {}
        try host.write("/data/hailong.lock", "1\n")
        #expect(await look().service.pid == nil)
    }
}
