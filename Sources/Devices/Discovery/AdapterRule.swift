import Foundation

/// Which adapters are boxes: all that is given must agree. Serial number and model may hold `*` and `?`.
public struct AdapterRule: Hashable, Codable, Sendable {
    /// What people call this kind of adapter.
    public var name: String?
    /// USB vendor id, four hexadecimal digits.
    public var vendor: String?
    /// USB product id, four hexadecimal digits.
    public var product: String?
    /// Pattern of the USB serial number, as `lsusb -v` shows it.
    public var serial: String?
    /// Pattern of what the adapter calls itself, as `lsusb -v` shows it ("iProduct").
    public var model: String?
    /// Number of the USB interface, two hexadecimal digits.
    public var interface: String?
    /// The kernel's driver.
    public var driver: String?

    /// What a rule may be about, as it is written in hailong.yaml.
    public static let fields = ["name", "vendor", "product", "serial", "model", "interface", "driver"]

    /// A rule on these properties.
    public init(
        name: String? = nil, vendor: String? = nil, product: String? = nil, serial: String? = nil,
        model: String? = nil, interface: String? = nil, driver: String? = nil
    ) {
        self.name = name
        self.vendor = vendor
        self.product = product
        self.serial = serial
        self.model = model
        self.interface = interface
        self.driver = driver
    }

    /// The adapters that are boxes wherever they turn up: their makers let us write a serial number or a name into
    /// them, and ours begin with KIOSK or HaiLong. Bare adapters are anybody's; a centre that has them as boxes says
    /// so in its hailong.yaml.
    public static let known = [
        AdapterRule(name: "FTDI FT232R", vendor: "0403", product: "6001", serial: "KIOSK*", driver: "ftdi_sio"),
        AdapterRule(name: "FTDI FT230X", vendor: "0403", product: "6015", serial: "KIOSK*", driver: "ftdi_sio"),
        AdapterRule(name: "Silicon Labs CP210x", vendor: "10c4", product: "ea60", serial: "KIOSK*", driver: "cp210x"),
        AdapterRule(name: "RP2040", vendor: "2e8a", product: "000a", model: "HaiLong*", driver: "cdc_acm"),
    ]

    /// Whether `adapter` is one of these.
    public func matches(_ adapter: Adapter) -> Bool {
        Self.agrees(vendor?.lowercased(), adapter.vendor) && Self.agrees(product?.lowercased(), adapter.product)
            && Self.fits(serial, adapter.serial) && Self.fits(model, adapter.model)
            && Self.agrees(interface?.lowercased(), adapter.interface) && Self.agrees(driver, adapter.driver)
    }

    /// Why this rule cannot stand, in words for a person; nil if it can.
    public var fault: String? {
        let ids = [("vendor", vendor), ("product", product)]
        for (field, id) in ids where id.map({ !Self.isHexadecimal($0, digits: 4) }) ?? false {
            return "\(field) '\(id ?? "")' is not four hexadecimal digits; 'hailong doctor' shows those of each adapter"
        }
        if let interface, !Self.isHexadecimal(interface, digits: 2) {
            return "interface '\(interface)' is not two hexadecimal digits"
        }
        let isEmpty = [vendor, product, serial, model, interface, driver].allSatisfy { $0 == nil }
        if isEmpty { return "an adapter without vendor, product, serial, model, interface or driver would be any" }
        let patterns = [serial, model, driver].compactMap { $0 }
        // These end up in udev's rules, where a quote or a line end would begin something else.
        let isPlain = patterns.allSatisfy { text in
            text.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) && !"\"\\|".unicodeScalars.contains($0) }
        }
        guard isPlain else { return "serial, model and driver take plain characters, without quotes, '\\' and '|'" }
        let isAny = [serial, model].contains { $0?.allSatisfy { "*?".contains($0) } ?? false }
        return isAny ? "a serial or model of nothing but * and ? is no condition: leave it out, or say more" : nil
    }

    private static func agrees(_ wanted: String?, _ found: String?) -> Bool { wanted == nil || wanted == found }

    private static func fits(_ pattern: String?, _ found: String?) -> Bool {
        guard let pattern else { return true }
        return fnmatch(pattern, found ?? "", 0) == 0
    }

    private static func isHexadecimal(_ text: String, digits: Int) -> Bool {
        text.utf8.count == digits && text.allSatisfy { $0.isASCII && $0.isHexDigit }
    }
}
