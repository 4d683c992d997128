import Foundation

/// A /sys and a udev of our own: adapters are plugged in and out by command, and the service that gets `environment`
/// sees nothing else.
final class UdevTestbed {
    /// An adapter to plug in.
    struct Adapter {
        /// What the kernel calls its tty today, "ttyUSB0" for one.
        var node: String
        /// The socket, "1-1" for one.
        var socket: String
        var serial: String?
        var vendor = "0403"
        var product = "6001"
        var driver = "ftdi_sio"
        /// Whether udev knows more of it than the kernel says.
        var hasProperties = true

        var usbPath: String { "/devices/pci0000:00/0000:00:14.0/usb1/\(socket)" }
        var usbSyspath: String { "/sys\(usbPath)" }
        var syspath: String { "/sys\(usbPath)/\(socket):1.0/\(node)/tty/\(node)" }

        /// As umockdev has it; without an "N:" line, since the node is a link of our own.
        var description: String {
            let ids = [
                "E: ID_BUS=usb", "E: ID_VENDOR_ID=\(vendor)", "E: ID_MODEL_ID=\(product)",
                "E: ID_PATH=pci-0000:00:14.0-usb-0:\(socket):1.0", "E: ID_USB_DRIVER=\(driver)",
                "E: ID_USB_INTERFACE_NUM=00",
            ]
            let identity = serial.map { ["E: ID_SERIAL_SHORT=\($0)"] } ?? []
            let usb =
                [
                    "P: \(usbPath)", "E: SUBSYSTEM=usb", "E: DEVTYPE=usb_device", "A: idVendor=\(vendor)",
                    "A: idProduct=\(product)", "A: power/control=auto",
                ] + (serial.map { ["A: serial=\($0)"] } ?? [])
            let interface = [
                "P: \(usbPath)/\(socket):1.0", "E: SUBSYSTEM=usb", "E: DEVTYPE=usb_interface",
                "A: bInterfaceNumber=00",
            ]
            let tty =
                [
                    "P: \(usbPath)/\(socket):1.0/\(node)/tty/\(node)", "E: SUBSYSTEM=tty", "E: DEVNAME=/dev/\(node)",
                    "E: MAJOR=188", "E: MINOR=\(node.filter(\.isNumber))",
                ] + (hasProperties ? ids + identity : [])
            return [usb, interface, tty].map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n\n"
        }
    }

    /// The folder that stands for / in what concerns devices.
    let root: String
    private let helper: RunningCommand
    private static let preload = ["LD_PRELOAD": "libumockdev-preload.so.0"]

    init() async throws {
        let program = URL(fileURLWithPath: Executable.path).deletingLastPathComponent().path + "/UdevTestbed"
        helper = try RunningCommand([], program: program, environment: Self.preload)
        root = try await Self.answer(of: helper, to: "root")
    }

    deinit { helper.signal(SIGTERM) }

    /// For a process that is to see this system.
    var environment: [String: String] { Self.preload.merging(["UMOCKDEV_DIR": root]) { $1 } }

    /// Plugs an adapter in, whose line is the tty at `target`; udev says "add".
    func plug(_ adapter: Adapter, to target: String) async throws {
        try await tell("add \(adapter.node) \(target)\n\(adapter.description).")
    }

    /// Pulls an adapter out; udev says "remove".
    func unplug(_ adapter: Adapter) async throws {
        try await tell("remove \(adapter.syspath) \(adapter.node) \(adapter.usbSyspath)")
    }

    /// Pulls an adapter out, and udev says nothing.
    func unplugSilently(_ adapter: Adapter) async throws {
        try await tell("vanish \(adapter.syspath) \(adapter.node) \(adapter.usbSyspath)")
    }

    /// Lets udev say something, true or not.
    func say(_ action: String, of adapter: Adapter) async throws {
        try await tell("uevent \(adapter.syspath) \(action)")
    }

    private func tell(_ order: String) async throws {
        let answer = try await Self.answer(of: helper, to: order)
        guard answer == "ok" else { throw TestFailure("the testbed: \(answer) \(helper.errorText)") }
    }

    private static func answer(of helper: RunningCommand, to order: String) async throws -> String {
        try helper.type(order)
        for await line in helper.lines { return line }
        throw TestFailure("the testbed ended: \(helper.errorText)")
    }
}
