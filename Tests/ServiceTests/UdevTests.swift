import Foundation
import Simulator
import Testing

@Suite("Boxes found by udev", .timeLimit(.minutes(2)))
struct UdevTests {
    private typealias Adapter = UdevTestbed.Adapter

    private func adapter(_ number: Int, node: Int? = nil, socket: String? = nil) -> Adapter {
        Adapter(
            node: "ttyUSB\(node ?? number - 1)", socket: socket ?? "1-\(number)",
            serial: "KIOSK" + String(format: "%04d", number))
    }

    @Test("row 17: with no device at start the service is ready, and a box is found without a word of its port")
    func found() async throws {
        let scene = try await UdevScene(boxes: 1)
        try await scene.plug(adapter(1), box: 1)
        try await scene.waitUntilLinked(1)
        scene.fleet.press(1, button: 2, by: .touch())
        try await scene.fleet.waitUntilReceipted()
        #expect(try scene.presses() == ["\(Fleet.uid(1))/0/2"])
        try await scene.end()
    }

    @Test("row 1: two boxes whose tty names swap keep their identities")
    func swappedNames() async throws {
        let scene = try await UdevScene(boxes: 2)
        try await scene.plug(adapter(1, node: 0), box: 1)
        try await scene.plug(adapter(2, node: 1), box: 2)
        try await scene.waitUntilLinked(1, 2)
        scene.fleet.press(1, button: 1, by: .touch())
        scene.fleet.press(2, button: 2, by: .touch())
        try await scene.fleet.waitUntilReceipted()
        try await scene.udev.unplug(adapter(1, node: 0))
        try await scene.udev.unplug(adapter(2, node: 1))
        try await scene.waitUntilLeft(1, 2)
        try await scene.plug(adapter(2, node: 0), box: 2)
        try await scene.plug(adapter(1, node: 1), box: 1)
        try await scene.waitUntilLinked(1, 2)
        scene.fleet.press(1, button: 3, by: .touch())
        scene.fleet.press(2, button: 4, by: .touch())
        try await scene.fleet.waitUntilReceipted()
        let expected = ["\(Fleet.uid(1))/0/1", "\(Fleet.uid(1))/1/3", "\(Fleet.uid(2))/0/2", "\(Fleet.uid(2))/1/4"]
        #expect(try scene.presses().sorted() == expected.sorted())
        try await scene.end()
    }

    @Test("row 2: adapters without a serial number are told apart by the handshake")
    func noSerialNumbers() async throws {
        let settings = "adapters:\n  - vendor: \"1a86\"\n    product: \"7523\"\n    driver: ch341\n"
        let scene = try await UdevScene(boxes: 2, settings: settings)
        for number in 1...2 {
            let adapter = Adapter(
                node: "ttyUSB\(number)", socket: "1-\(number)", vendor: "1a86", product: "7523", driver: "ch341")
            try await scene.plug(adapter, box: number)
        }
        try await scene.waitUntilLinked(1, 2)
        scene.fleet.press(1, button: 1, by: .touch())
        scene.fleet.press(2, button: 2, by: .touch())
        try await scene.fleet.waitUntilReceipted()
        #expect(Set(try scene.presses()) == ["\(Fleet.uid(1))/0/1", "\(Fleet.uid(2))/0/2"])
        try await scene.end()
    }

    @Test("row 2: a box without a UID has that of its adapter's serial number, or else of its socket")
    func noUID() async throws {
        let settings = "adapters:\n  - vendor: \"0403\"\n"
        let scene = try await UdevScene(boxes: 2, settings: settings) { $0.quirks = [1: .nameless, 2: .nameless] }
        try await scene.plug(adapter(1), box: 1)
        try await scene.plug(Adapter(node: "ttyUSB1", socket: "1-2"), box: 2)
        try await scene.waitUntilLinked(1, 2)
        scene.fleet.press(1, button: 1, by: .touch())
        scene.fleet.press(2, button: 2, by: .touch())
        try await scene.fleet.waitUntilReceipted()
        let socket = "place-pci-0000_00_14.0-usb-0_1-2_1.0-00"
        #expect(Set(try scene.presses()) == ["usb-04036001-kiosk0001/0/1", "\(socket)/0/2"])
        // Such a box is registered and assigned like any other.
        let assign = try await scene.centre.hailong(
            "box", "assign", socket, "--counter", "Q01", "--since", "2026-01-01", "--why", "lắp mới", "--yes")
        #expect(assign.status == 1 && assign.errors.contains("Q01"), "\(assign.errors)")
        try await scene.end()
    }

    @Test("row 2: a known identity at a second port takes over from a link that has fallen silent")
    func fastReplug() async throws {
        let scene = try await UdevScene(boxes: 1)
        // A box of the same identity behind a stopped process: its line stays open, and nothing comes any more.
        let ports = scene.centre.folder + "/stopped"
        try FileManager.default.createDirectory(atPath: ports, withIntermediateDirectories: true)
        let stopped = try await scene.centre.simulate("--boxes", "1", ports: ports)
        let line = try FileManager.default.destinationOfSymbolicLink(atPath: ports + "/box-01")
        try await scene.udev.plug(adapter(1), to: line)
        #expect(try await stopped.press(1, button: 1))
        stopped.signal(SIGSTOP)
        try await scene.plug(adapter(1, node: 1, socket: "2-1"), box: 1)
        try await scene.waitUntilLinked(1)
        scene.fleet.press(1, button: 2, by: .touch())
        try await scene.fleet.waitUntilReceipted()
        let devices = try await scene.centre.hailong("devices", "--json").text
        #expect(!devices.contains("\"duplicate\""), "\(devices)")
        stopped.signal(SIGKILL)
        _ = await stopped.exitStatus()
        #expect(try scene.presses().map { $0.suffix(1) } == ["1", "2"])
        try await scene.end()
    }

    @Test("row 2: two live boxes of one identity on two adapters are both served, and shown as two")
    func duplicateIdentity() async throws {
        let scene = try await UdevScene(boxes: 1)
        let twin = try await Fleet.start(
            FleetConfiguration(boxes: 1, directory: scene.centre.folder + "/twin", seed: 2))
        let line = try FileManager.default.destinationOfSymbolicLink(atPath: scene.centre.folder + "/twin/box-01")
        try await scene.plug(adapter(1), box: 1)
        try await scene.waitUntilLinked(1)
        try await scene.udev.plug(adapter(2), to: line)
        try await twin.waitUntilLinked()
        scene.fleet.press(1, button: 1, by: .touch())
        twin.press(1, button: 2, by: .touch())
        try await scene.fleet.waitUntilReceipted()
        try await twin.waitUntilReceipted()
        #expect(try scene.presses().map { $0.suffix(1) }.sorted() == ["1", "2"])
        let devices = try await scene.centre.hailong("devices", "--json").text
        #expect(devices.components(separatedBy: "\"duplicate\"").count == 3, "\(devices)")
        await twin.stop()
        try await scene.end()
    }

    @Test("row 3: where udev has no properties and no links, what the kernel says is enough")
    func kernelOnly() async throws {
        let settings =
            "adapters:\n  - vendor: \"0403\"\n    product: \"6001\"\n    serial: \"KIOSK*\"\n    interface: \"00\"\n"
        let scene = try await UdevScene(boxes: 1, settings: settings) { $0.quirks = [1: .nameless] }
        var bare = adapter(1)
        bare.hasProperties = false
        try await scene.plug(bare, box: 1)
        try await scene.waitUntilLinked(1)
        scene.fleet.press(1, button: 1, by: .touch())
        try await scene.fleet.waitUntilReceipted()
        #expect(try scene.presses() == ["usb-04036001-kiosk0001/0/1"])
        try await scene.end()
    }

    @Test("row 8: udev's word and the hang-up may come in either order")
    func eitherOrder() async throws {
        let scene = try await UdevScene(boxes: 1)
        for round in 0..<4 {
            try await scene.plug(adapter(1), box: 1)
            try await scene.waitUntilLinked(1)
            scene.fleet.press(1, button: 1, by: .touch())
            try await scene.fleet.waitUntilReceipted()
            if round.isMultiple(of: 2) {
                try await scene.udev.unplug(adapter(1))
                try await scene.waitUntilLeft(1)
                scene.fleet.unplug(1)
            } else {
                scene.fleet.unplug(1)
                try await scene.waitUntilLeft(1)
                try await scene.udev.unplug(adapter(1))
            }
            scene.fleet.plug(1)
            try await scene.fleet.wait { $0[0].isPlugged }
        }
        #expect(try scene.presses().count == 4)
        try await scene.end()
    }

    @Test("row 16: what udev does not say is found by looking")
    func silentRemoval() async throws {
        let scene = try await UdevScene(boxes: 2)
        try await scene.plug(adapter(1), box: 1)
        try await scene.waitUntilLinked(1)
        try await scene.udev.unplugSilently(adapter(1))
        try await scene.waitUntilLeft(1)
        try await scene.end()
    }

    @Test("row 16: notices that lie about order do no harm")
    func lies() async throws {
        let scene = try await UdevScene(boxes: 1)
        let (old, new) = (adapter(1), adapter(1, node: 0, socket: "2-3"))
        try await scene.plug(old, box: 1)
        try await scene.waitUntilLinked(1)
        // The new device is announced under the old name before the old one is said to be gone.
        try await scene.udev.unplugSilently(old)
        try await scene.plug(new, box: 1)
        try await scene.udev.say("remove", of: old)
        try await scene.udev.say("add", of: old)
        for action in ["remove", "add", "remove", "change", "bind", "unbind"] {
            try await scene.udev.say(action, of: new)
        }
        scene.fleet.press(1, button: 1, by: .touch())
        try await scene.fleet.waitUntilReceipted()
        try await scene.udev.say("remove", of: new)
        scene.fleet.press(1, button: 2, by: .touch())
        try await scene.fleet.waitUntilReceipted()
        #expect(try scene.presses().count == 2)
        try await scene.end()
    }

    @Test("an adapter that is not ours is left alone, whatever its serial number says")
    func notOurs() async throws {
        let scene = try await UdevScene(boxes: 3)
        try await scene.plug(Adapter(node: "ttyUSB0", socket: "1-1", serial: "A5069RR4"), box: 1)
        try await scene.plug(
            Adapter(node: "ttyUSB1", socket: "1-2", serial: "kiosk é\u{7}'; --%s/../\u{202E}"), box: 2)
        try await scene.plug(adapter(3), box: 3)
        try await scene.waitUntilLinked(3)
        let snapshots = try await scene.fleet.snapshots()
        #expect(snapshots.map(\.isHostPresent) == [false, false, true])
        try await scene.end()
    }

    @Test("row 9: a line that hung up while udev says nothing costs no CPU time")
    func noBusyLoop() async throws {
        let scene = try await UdevScene(boxes: 1)
        try await scene.plug(adapter(1), box: 1)
        try await scene.waitUntilLinked(1)
        scene.fleet.unplug(1)
        try await scene.waitUntilLeft(1)
        let before = try ProcessTimes.cpu(of: scene.service.processID)
        // Time has to pass for a busy loop to show.
        try await Task.sleep(for: .seconds(1))
        #expect(try ProcessTimes.cpu(of: scene.service.processID) - before < .milliseconds(300))
        try await scene.end()
    }

    @Test("40 adapters at once are served, and so is a hub that drops them all and returns")
    func manyAtOnce() async throws {
        let adapters = (1...40).map { adapter($0) }
        let scene = try await UdevScene(boxes: 40, pluggedBefore: adapters)
        try await scene.fleet.waitUntilLinked()
        for number in 1...40 { scene.fleet.press(number, button: 1, by: .touch()) }
        try await scene.fleet.waitUntilReceipted()
        #expect(try scene.presses().count == 40)
        for adapter in adapters { try await scene.udev.unplugSilently(adapter) }
        try await scene.udev.say("remove", of: adapters[0])
        try await scene.fleet.wait { $0.allSatisfy { !$0.isHostPresent } }
        // The testbed's line to the service holds ten notices, and its files are fifty at most.
        for first in stride(from: 1, through: 40, by: 8) {
            for number in first..<first + 8 { try await scene.plug(adapter(number), box: number) }
            try await scene.fleet.wait { $0[first - 1..<first + 7].allSatisfy(\.isHostPresent) }
        }
        for number in 1...40 { scene.fleet.press(number, button: 1, by: .touch()) }
        try await scene.fleet.waitUntilReceipted()
        #expect(try scene.presses().count == 80)
        try await scene.end()
    }

    @Test("a box that says hello for ever keeps nobody from anything")
    func helloForEver() async throws {
        let scene = try await UdevScene(boxes: 2) { $0.quirks = [1: .greeter] }
        try await scene.plug(adapter(1), box: 1)
        try await scene.plug(adapter(2), box: 2)
        try await scene.waitUntilLinked(2)
        let before = try ProcessTimes.cpu(of: scene.service.processID)
        for _ in 1...50 {
            scene.fleet.press(2, button: 1, by: .touch())
            try await scene.fleet.waitUntilReceipted()
        }
        #expect(try ProcessTimes.cpu(of: scene.service.processID) - before < .seconds(2))
        let lines = scene.service.errorText.split(separator: "\n")
        #expect(lines.count < 30, "\(lines.suffix(5))")
        try await scene.end()
    }
}
