import Devices
import Foundation
import Testing

@Suite("Rules for udev, as udev reads them")
struct UdevRulesTests {
    /// What udev makes of a device under our rules alone: its log with all properties.
    private func udev(_ syspath: String, in testbed: UdevTestbed) async throws -> String {
        let rules = Centre.socTrang + "/udev"
        // In a mount namespace of our own: the machine's rules are neither read nor changed.
        let script = "mount --bind '\(rules)' /usr/lib/udev/rules.d && exec udevadm test --action=add '\(syspath)' 2>&1"
        let command = try RunningCommand(
            ["-rm", "sh", "-c", script], program: "unshare", environment: testbed.environment, input: "")
        var lines: [String] = []
        for await line in command.lines { lines.append(line) }
        #expect(await command.exitStatus() == 0, "\(lines.suffix(5)) \(command.errorText)")
        return lines.filter { !$0.contains("udev/rules.d/") || $0.contains(UdevRules.fileName) }.joined(separator: "\n")
    }

    @Test("rows 4, 6, 18: our adapter gets its group and mode, is no modem, and stays awake")
    func ours() async throws {
        let testbed = try await UdevTestbed()
        let adapter = UdevTestbed.Adapter(node: "ttyUSB0", socket: "1-1", serial: "KIOSK0001")
        try await testbed.plug(adapter, to: "/dev/null")
        let tty = try await udev(adapter.syspath, in: testbed)
        #expect(tty.contains("\(UdevRules.fileName):") && tty.contains("MODE 0660"), "\(tty)")
        #expect(tty.contains("ID_MM_DEVICE_IGNORE=1") && tty.contains("ID_MM_PORT_IGNORE=1"))
        let usb = try await udev(adapter.usbSyspath, in: testbed)
        #expect(usb.contains("ID_MM_DEVICE_IGNORE=1"), "\(usb)")
        #expect(usb.contains("power/control' writing 'on'"), "\(usb)")
        let complaints = (tty + "\n" + usb).split(separator: "\n").filter { line in
            line.contains(UdevRules.fileName)
                && [" MODE ", " GROUP ", " ATTR ", "Reading"].allSatisfy { !line.contains($0) }
        }
        #expect(complaints.isEmpty, "\(complaints)")
    }

    @Test("other people's adapters are not touched", arguments: [nil, "A5069RR4"])
    func others(_ serial: String?) async throws {
        let testbed = try await UdevTestbed()
        let adapter = UdevTestbed.Adapter(node: "ttyUSB0", socket: "1-1", serial: serial)
        try await testbed.plug(adapter, to: "/dev/null")
        for syspath in [adapter.syspath, adapter.usbSyspath] {
            let text = try await udev(syspath, in: testbed)
            #expect(!text.contains(" MODE ") && !text.contains("ID_MM") && !text.contains("writing"), "\(text)")
        }
    }
}
