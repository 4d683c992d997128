import Foundation
import Simulator
import Testing

@Suite("Boxes plugged into a real kernel, the service started with no device", .serialized, .guest())
struct HotplugTests {
    @Test(
        "row 6, 7, 18: a plugged box is found, may be opened by our rule alone, and its press is stored",
        .timeLimit(.minutes(3)))
    func plugged() async throws {
        let guest = try await Guest.atRest()
        try await guest.connect(1)
        let port = try await guest.port(of: 1)
        #expect(try await guest.run("stat -c '%U:%G %a' \(port)") == "root:dialout 660")
        #expect(try await guest.run("udevadm info -q property \(port)").contains("ID_MM_DEVICE_IGNORE=1"))
        #expect(try await guest.powerControl(of: port) == "on")

        guest.fleet.press(1, button: 2)
        try await guest.expectEveryPressOnce()
        #expect(try await guest.counters(of: 1) == ["Q01"])
    }

    @Test(
        "row 3, 7, 8, 9: a pulled box costs no processor time, and delivers at another socket what was pressed meanwhile",
        .timeLimit(.minutes(3)))
    func pulled() async throws {
        let guest = try await Guest.atRest()
        try await guest.connect(2, at: "1")
        guest.fleet.press(2, button: 1)
        try await guest.expectEveryPressOnce()
        let place = try await guest.place(of: try await guest.port(of: 2))

        try await guest.pull(2)
        _ = try await guest.boxes { $0.allSatisfy { $0.port == nil } }
        #expect(try await guest.openPorts().isEmpty)
        #expect(try await guest.processorTime() < .milliseconds(500))
        for button in 1...4 { guest.fleet.press(2, button: button) }

        try await guest.connect(2, at: "3")
        #expect(try await guest.place(of: try await guest.port(of: 2)) != place)
        try await guest.expectEveryPressOnce()
        #expect(try await guest.counters(of: 2) == Array(repeating: "Q02", count: 5))
    }

    @Test(
        "row 1: two boxes that come back with their tty names swapped keep their counters",
        .timeLimit(.minutes(3)))
    func swapped() async throws {
        let guest = try await Guest.atRest()
        try await guest.connect(3, at: "1")
        try await guest.connect(4, at: "2")
        let (third, fourth) = (try await guest.port(of: 3), try await guest.port(of: 4))
        guest.fleet.press(3, button: 1)
        guest.fleet.press(4, button: 2)
        try await guest.expectEveryPressOnce()

        try await guest.pull(3)
        try await guest.pull(4)
        try await guest.run("until ! ls /dev/ttyUSB* > /dev/null; do sleep 0.1; done")
        try await guest.connect(4, at: "2")
        try await guest.connect(3, at: "1")
        #expect(try await guest.port(of: 3) == fourth)
        #expect(try await guest.port(of: 4) == third)
        guest.fleet.press(3, button: 1)
        guest.fleet.press(4, button: 2)
        try await guest.expectEveryPressOnce()
        #expect(try await guest.counters(of: 3) == ["Q03", "Q03"])
        #expect(try await guest.counters(of: 4) == ["Q04", "Q04"])
    }

    @Test(
        "row 2, 8: a box pulled and plugged in again and again at once loses and doubles no press",
        .timeLimit(.minutes(3)))
    func fast() async throws {
        let guest = try await Guest.atRest()
        try await guest.connect(5)
        for button in 1...5 {
            guest.fleet.press(5, button: button)
            try await guest.pull(5)
            try await guest.plug(5)
        }
        try await guest.expectEveryPressOnce()
        _ = try await guest.port(of: 5)
    }

    @Test(
        "two boxes plugged in at once are both found",
        .timeLimit(.minutes(3)))
    func together() async throws {
        let guest = try await Guest.atRest()
        try await guest.plug(6)
        try await guest.plug(7)
        guest.fleet.press(6, button: 1)
        guest.fleet.press(7, button: 5)
        try await guest.untilLinked([6, 7])
        try await guest.expectEveryPressOnce()
        #expect(try await guest.port(of: 6) != guest.port(of: 7))
    }

    @Test(
        "an adapter that is not ours is not opened, and our rules leave it as it was",
        .timeLimit(.minutes(3)))
    func foreign() async throws {
        let guest = try await Guest.atRest()
        try await guest.plug(12, serial: "FT0001")
        try await guest.run("until [ -e /dev/ttyUSB0 ] && udevadm settle; do sleep 0.1; done")
        // Once a box that came later is connected, the other one was seen and passed over.
        try await guest.connect(8)
        #expect(try await guest.port(of: 8) == "/dev/ttyUSB1")
        #expect(try await guest.openPorts() == ["/dev/ttyUSB1"])
        #expect(try await guest.run("stat -c '%U:%G %a' /dev/ttyUSB0") == "root:root 600")
        #expect(try await !guest.run("udevadm info -q property /dev/ttyUSB0").contains("ID_MM"))
        #expect(try await guest.powerControl(of: "/dev/ttyUSB0") == "auto")
    }

    @Test(
        "keys of a keyboard are nobody's presses",
        .timeLimit(.minutes(3)))
    func keyboard() async throws {
        let guest = try await Guest.atRest()
        let service = try await guest.service()
        try await guest.connect(9)
        try await guest.machine.plug("keyboard", "usb-kbd")
        let names = "/sys/class/input/event*/device/name"
        try await guest.run("until grep -q 'USB Keyboard' \(names); do sleep 0.1; done")
        let node = try await guest.run("grep -l 'USB Keyboard' \(names) | cut -d / -f 5 | sed 's|^|/dev/input/|'")
        try await guest.run("udevadm settle; head -c 24 \(node) > /run/key 2>&1 &")
        try await guest.run("until ls -l /proc/$(pidof head)/fd | grep -q /dev/input; do sleep 0.1; done")
        for key in ["1", "2", "kp_3", "ret"] { try await guest.machine.strike(key) }
        try await guest.run("until [ -s /run/key ]; do sleep 0.1; done")
        guest.fleet.press(9, button: 3)
        try await guest.expectEveryPressOnce()
        #expect(try await guest.counters(of: 9) == ["Q09"])
        #expect(try await guest.service() == service)
        try await guest.machine.pull("keyboard")
    }

    @Test(
        "row 11: a hub that drops with all its boxes and returns brings every one back",
        .timeLimit(.minutes(3)))
    func hub() async throws {
        let guest = try await Guest.atRest()
        let boxes = [1, 2, 3, 4]
        for round in 1...2 {
            try await guest.machine.plug("hub", "usb-hub", at: "4")
            for (index, box) in boxes.enumerated() { try await guest.plug(box, at: "4.\(index + 1)") }
            try await guest.untilLinked(boxes)
            for box in boxes { guest.fleet.press(box, button: round) }
            try await guest.expectEveryPressOnce()
            for box in boxes { guest.fleet.press(box, button: 5) }
            try await guest.pull(hub: "hub", with: boxes)
            _ = try await guest.boxes { $0.allSatisfy { $0.port == nil } }
        }
        for box in boxes { try await guest.connect(box) }
        try await guest.expectEveryPressOnce()
    }

    @Test(
        "a service that is killed with a box plugged in starts again by itself and has every press once",
        .timeLimit(.minutes(3)))
    func killed() async throws {
        let guest = try await Guest.atRest()
        try await guest.connect(10)
        for button in 1...3 {
            _ = try await guest.port(of: 10)
            let service = try await guest.service()
            guest.fleet.press(10, button: button)
            try await guest.run("kill -9 \(service)")
            guest.fleet.press(10, button: button)
            try await guest.run("until pidof hailong; do sleep 0.1; done")
            #expect(try await guest.service() != service)
        }
        try await guest.expectEveryPressOnce()
        _ = try await guest.port(of: 10)
    }

    @Test(
        "loading the rules anew and asking udev for all devices again breaks no link",
        .timeLimit(.minutes(3)))
    func triggered() async throws {
        let guest = try await Guest.atRest()
        try await guest.connect(11)
        let since = try await guest.connectedSince(11)
        try await guest.run("udevadm control --reload && udevadm trigger && udevadm settle")
        guest.fleet.press(11, button: 1)
        try await guest.expectEveryPressOnce()
        #expect(try await guest.connectedSince(11) == since)
    }
}
