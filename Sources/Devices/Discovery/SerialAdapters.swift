/// A serial port on USB as udev has left it: what a look at the machine goes by. Nothing is opened.
public struct SerialAdapter: Hashable, Sendable {
    /// Path of its device node.
    public var port: String
    /// The hardware behind it.
    public var adapter: Adapter
    /// Folder of its USB device in sysfs; ports of one adapter share it.
    public var usbFolder: String?
    /// Whether udev's properties tell ModemManager to leave it alone.
    public var isIgnoredByModemManager: Bool

    /// A port on an adapter.
    public init(port: String, adapter: Adapter, usbFolder: String? = nil, isIgnoredByModemManager: Bool = false) {
        self.port = port
        self.adapter = adapter
        self.usbFolder = usbFolder
        self.isIgnoredByModemManager = isIgnoredByModemManager
    }

    /// All that are plugged in now, whether they are boxes or not; nil where libudev cannot be used.
    public static func present() -> [SerialAdapter]? { Udev()?.serialAdapters() }
}
