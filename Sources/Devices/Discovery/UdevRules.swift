/// The file that makes udev treat our adapters as ours: who may open them, who is to leave them alone, and no sleep.
public enum UdevRules {
    /// Debian's group for serial ports; the service's user is in it.
    public static let group = "dialout"
    /// What the file is called. The number is below ModemManager's, which reads what we set.
    public static let fileName = "70-hailong.rules"

    /// The text of the rules file. `adapters` have no `fault`.
    public static func text(for adapters: [AdapterRule]) -> String {
        let head = [
            "# Rating boxes on USB. Made by \"hailong udev-rules\" from the table of adapters: change that, not this.",
            "ACTION==\"remove\", GOTO=\"hailong_end\"", "",
        ]
        let lines = head + adapters.flatMap(rules) + ["LABEL=\"hailong_end\""]
        return lines.map { $0 + "\n" }.joined()
    }

    private static func rules(for adapter: AdapterRule) -> [String] {
        let name = adapter.name ?? "an adapter of this centre"
        let hasIDs = !attributes(of: adapter, "ATTR").isEmpty
        // A rule on the driver alone says nothing about USB devices: it would claim every one.
        let usb = hasIDs ? [line(usbConditions(adapter), usbSettings)] : []
        return ["# " + name.filter { !$0.isNewline }] + usb + [line(ttyConditions(adapter), ttySettings), ""]
    }

    /// A box must not be put to sleep (a press would wake nothing), nor be taken for a modem.
    private static let usbSettings = ["ATTR{power/control}=\"on\"", "ENV{ID_MM_DEVICE_IGNORE}=\"1\""]
    private static let ttySettings = [
        "GROUP=\"\(group)\"", "MODE=\"0660\"", "ENV{ID_MM_DEVICE_IGNORE}=\"1\"", "ENV{ID_MM_PORT_IGNORE}=\"1\"",
    ]

    private static func usbConditions(_ adapter: AdapterRule) -> [String] {
        ["SUBSYSTEM==\"usb\"", "ENV{DEVTYPE}==\"usb_device\"", "TEST==\"power/control\""]
            + attributes(of: adapter, "ATTR")
    }

    private static func ttyConditions(_ adapter: AdapterRule) -> [String] {
        let interface = adapter.interface.map { ["ENV{ID_USB_INTERFACE_NUM}==\"\($0)\""] } ?? []
        let driver = adapter.driver.map { ["ENV{ID_USB_DRIVER}==\"\($0)\""] } ?? []
        return ["SUBSYSTEM==\"tty\""] + attributes(of: adapter, "ATTRS") + interface + driver
    }

    private static func attributes(of adapter: AdapterRule, _ key: String) -> [String] {
        [
            ("idVendor", adapter.vendor?.lowercased()), ("idProduct", adapter.product?.lowercased()),
            ("serial", adapter.serial), ("product", adapter.model),
        ].compactMap { name, value in value.map { "\(key){\(name)}==\"\($0)\"" } }
    }

    private static func line(_ conditions: [String], _ settings: [String]) -> String {
        (conditions + settings).joined(separator: ", ")
    }
}
