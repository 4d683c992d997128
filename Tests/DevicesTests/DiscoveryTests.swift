import Foundation
import Testing

@testable import Devices

@Suite("Which ports are boxes")
struct DiscoveryTests {
    private let kiosk = Adapter(
        vendor: "0403", product: "6001", serial: "KIOSK0001", model: "FT232R_USB_UART", interface: "00",
        driver: "ftdi_sio", place: "pci-0000:00:14.0-usb-0:1:1.0")

    private func found(_ path: String, _ incarnation: String) -> PortTable.Found {
        PortTable.Found(port: Port(path: path), incarnation: incarnation)
    }

    // MARK: Rules

    @Test("an adapter with our serial number is ours, a bare one of the same make is not")
    func known() {
        #expect(AdapterRule.known.contains { $0.matches(kiosk) })
        for serial in [nil, "", "A5069RR4", "kiosk0001", "XKIOSK0001"] {
            var other = kiosk
            other.serial = serial
            #expect(!AdapterRule.known.contains { $0.matches(other) })
        }
    }

    @Test(
        "all that a rule gives must agree",
        arguments: [
            AdapterRule(vendor: "0404"), AdapterRule(product: "6002"), AdapterRule(serial: "KIOSK?"),
            AdapterRule(model: "HaiLong*"), AdapterRule(interface: "01"), AdapterRule(driver: "ch341"),
        ])
    func disagreement(_ rule: AdapterRule) {
        #expect(!rule.matches(kiosk))
    }

    @Test(
        "a rule may name any of the properties",
        arguments: [
            AdapterRule(vendor: "0403"), AdapterRule(product: "6001"), AdapterRule(serial: "K*1"),
            AdapterRule(model: "FT232R*"), AdapterRule(interface: "00"), AdapterRule(driver: "ftdi_sio"),
        ])
    func agreement(_ rule: AdapterRule) {
        #expect(rule.matches(kiosk))
        #expect(rule.fault == nil)
    }

    @Test(
        "a rule that would be any adapter, or bring more into udev's rules than a value, is refused",
        arguments: [
            AdapterRule(name: "all"), AdapterRule(vendor: "403"), AdapterRule(product: "60 1"),
            AdapterRule(interface: "0"),
            AdapterRule(serial: "A\", RUN+=\"/bin/sh"), AdapterRule(model: "a\nb"),
            AdapterRule(vendor: "0403", serial: "*"), AdapterRule(model: "A|B"), AdapterRule(driver: "\\"),
        ])
    func faults(_ rule: AdapterRule) {
        #expect(rule.fault != nil)
    }

    // MARK: Identity

    @Test("row 2: without a UID a box is its adapter's serial number, else its socket, else nobody")
    func identity() {
        #expect(kiosk.boxIdentity == "usb-04036001-kiosk0001")
        var bare = kiosk
        bare.serial = nil
        #expect(bare.boxIdentity == "place-pci-0000_00_14.0-usb-0_1_1.0-00")
        bare.place = nil
        #expect(bare.boxIdentity == nil)
    }

    @Test("odd bytes in a serial number become plain ones, and not too many")
    func oddSerial() throws {
        var odd = kiosk
        odd.serial = "Ké\u{0}\n/../;'\u{202E}" + String(repeating: "x", count: 500)
        let identity = try #require(odd.boxIdentity)
        #expect(identity.hasPrefix("usb-04036001-k____.._"))
        #expect(identity.utf8.count == 64)
        #expect(identity.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) })
    }

    // MARK: Looking

    @Test("row 8: what is there appears once, what is gone vanishes once")
    func table() {
        var table = PortTable()
        #expect(table.take([found("/dev/a", "1")]) == [.appeared(Port(path: "/dev/a"))])
        #expect(table.take([found("/dev/a", "1")]) == [])
        #expect(table.take([]) == [.vanished(path: "/dev/a")])
        #expect(table.take([]) == [])
    }

    @Test("row 8: another device under the same name is another port, seen gone or not")
    func replaced() {
        var table = PortTable()
        _ = table.take([found("/dev/a", "socket 1")])
        #expect(
            table.take([found("/dev/a", "socket 2")]) == [.vanished(path: "/dev/a"), .appeared(Port(path: "/dev/a"))])
    }

    @Test("row 7: an announced port is told again, so that who waits tries at once; a lie changes nothing")
    func announced() {
        var table = PortTable()
        _ = table.take([found("/dev/a", "1")])
        #expect(table.take([found("/dev/a", "1")], added: ["/dev/a", "/dev/b"]) == [.appeared(Port(path: "/dev/a"))])
    }

    // MARK: Rules for udev

    @Test("rows 4, 6, 18: the rules give group and mode, tell ModemManager off, and keep adapters awake")
    func rules() {
        let text = UdevRules.text(for: [AdapterRule(vendor: "1A86", product: "7523", driver: "ch341")])
        let lines = text.split(separator: "\n")
        let usb = lines.filter { $0.hasPrefix("SUBSYSTEM==\"usb\"") }
        let tty = lines.filter { $0.hasPrefix("SUBSYSTEM==\"tty\"") }
        #expect(usb.count == 1 && tty.count == 1)
        #expect(usb.allSatisfy { $0.contains("ATTR{power/control}=\"on\"") && $0.contains("ID_MM_DEVICE_IGNORE") })
        #expect(tty.allSatisfy { $0.contains("GROUP=\"dialout\", MODE=\"0660\"") && $0.contains("\"1a86\"") })
    }

    @Test("a rule on a driver alone touches ports of that driver and no USB device")
    func driverAlone() {
        let text = UdevRules.text(for: [AdapterRule(driver: "ch341")])
        #expect(!text.contains("SUBSYSTEM==\"usb\""))
        #expect(text.contains("SUBSYSTEM==\"tty\", ENV{ID_USB_DRIVER}==\"ch341\""))
    }

    @Test("the rules file of the repository is the one that the table of adapters makes")
    func committedRules() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("config/udev/\(UdevRules.fileName)")
        #expect(try String(contentsOf: file, encoding: .utf8) == UdevRules.text(for: AdapterRule.known))
    }

    @Test("no rule that we ship claims other people's adapters: each asks for a name or number of our own")
    func nothingGeneric() {
        for rule in AdapterRule.known {
            #expect(rule.fault == nil)
            #expect(rule.serial?.hasPrefix("KIOSK") ?? rule.model?.hasPrefix("HaiLong") ?? false)
        }
    }
}
