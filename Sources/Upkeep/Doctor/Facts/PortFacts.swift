import Devices

/// One port, as it stands in /dev, and who has it open.
public struct PortFacts: Sendable {
    /// Where it is opened.
    public var path: String
    /// The hardware behind it; nil where it is no USB adapter.
    public var adapter: Adapter?
    /// The kernel's name of the tty, which `path` may be a link to.
    public var tty: String
    /// Whether one of our rules fits its adapter, so that udev's rules are to have taken care of it.
    public var isRuled = false
    /// Owner and mode; nil where there is nothing at the path.
    public var owner: FileOwner?
    /// Whether udev's properties tell ModemManager to leave it alone.
    public var isMarked = false
    /// Folder of its USB device in sysfs.
    public var usbFolder: String?
    /// Whether the kernel may put the adapter to sleep.
    public var maySleep = false
    /// Programs other than the service that have it open.
    public var holders: [ProcessName] = []

    /// A port.
    public init(path: String, adapter: Adapter? = nil, owner: FileOwner? = nil) {
        self.path = path
        self.adapter = adapter
        self.owner = owner
        tty = path.split(separator: "/").last.map(String.init) ?? path
    }
}

/// Whose a file is and what its mode allows.
public struct FileOwner: Hashable, Sendable {
    /// Owner's number and name.
    public var user: NamedID
    /// Group's number and name.
    public var group: NamedID
    /// Permission bits.
    public var mode: UInt32

    /// An owner and a mode.
    public init(user: NamedID, group: NamedID, mode: UInt32) {
        self.user = user
        self.group = group
        self.mode = mode
    }
}

/// A user or group by number; the name is the number where the system has none.
public struct NamedID: Hashable, Sendable {
    /// The number.
    public var id: UInt32
    /// The name.
    public var name: String

    /// A user or group.
    public init(_ id: UInt32, _ name: String) {
        self.id = id
        self.name = name
    }
}
