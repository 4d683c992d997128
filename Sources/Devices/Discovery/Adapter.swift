import Foundation

/// What the system tells of the hardware behind a serial port. A name like ttyUSB0 says nothing: it goes to whoever
/// comes first.
public struct Adapter: Hashable, Codable, Sendable {
    /// USB vendor id, four lower-case hexadecimal digits.
    public var vendor: String
    /// USB product id, four lower-case hexadecimal digits.
    public var product: String
    /// USB serial number, with whatever bytes its maker put there; nil where the adapter has none.
    public var serial: String?
    /// What the adapter calls itself.
    public var model: String?
    /// Number of the USB interface, two hexadecimal digits.
    public var interface: String?
    /// The kernel's driver, "ftdi_sio" for one.
    public var driver: String?
    /// The place it is plugged into (udev's ID_PATH): stays with the socket, whatever is plugged in.
    public var place: String?

    /// An adapter of these ids.
    public init(
        vendor: String, product: String, serial: String? = nil, model: String? = nil, interface: String? = nil,
        driver: String? = nil, place: String? = nil
    ) {
        self.vendor = vendor
        self.product = product
        self.serial = serial
        self.model = model
        self.interface = interface
        self.driver = driver
        self.place = place
    }

    /// The identity of a box that gives no UID of its own: the adapter's serial number, else the place it is plugged
    /// into; nil where there is neither. Lower-case letters, digits, '.', '_' and '-', at most 64 of them.
    public var boxIdentity: String? {
        let name: String
        if let serial, !serial.isEmpty {
            name = "usb-\(vendor)\(product)-\(serial)"
        } else if let place, !place.isEmpty {
            name = "place-\(place)" + (interface.map { "-\($0)" } ?? "")
        } else {
            return nil
        }
        let plain = name.lowercased().unicodeScalars.prefix(64).map { scalar in
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789._-".contains(Character(scalar)))
            return isPlain ? Character(scalar) : "_"
        }
        return String(plain)
    }
}
