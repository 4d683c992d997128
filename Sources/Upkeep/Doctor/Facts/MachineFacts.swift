import Devices
import Ratings

/// Everything that was looked at, as it was found. What `Doctor` makes of it depends on nothing else.
public struct MachineFacts: Sendable {
    /// Ports of boxes: adapters that fit the rules, ports named by hand, and those that the service has.
    public var ports: [PortFacts] = []
    /// Serial adapters that fit no rule, by port.
    public var strangers: [String: Adapter] = [:]
    /// USB devices that are boxes, and of which the kernel has made no port.
    public var withoutPort: [BareDevice] = []
    /// udev's rules file.
    public var rules = RulesFile.right
    /// Running programs that are known to take ports from others.
    public var rivals: [ProcessName] = []
    /// Whose rights count when a port is opened.
    public var rights = Rights()
    /// The clocks.
    public var clock = ClockFacts()
    /// The data folder and the disk below it.
    public var folder: FolderFacts?
    /// How the service's own backups stand.
    public var backups: [BackupState] = []
    /// The database.
    public var database = DatabaseFacts.missing
    /// The running service.
    public var service = ServiceFacts()
    /// What could not be looked at.
    public var unseen: Set<Finding.Kind> = []

    /// A machine of which nothing is known.
    public init() {}

    /// The zone in which the centre reads moments.
    public var zone: Zone {
        guard case .open(let book) = database else { return .vietnam }
        return book.directory.settings.zone
    }
}

/// A running program.
public struct ProcessName: Hashable, Sendable {
    /// Its number.
    public var pid: Int32
    /// The kernel's name for it, at most 15 characters.
    public var name: String

    /// A program by number and name.
    public init(pid: Int32, name: String) {
        self.pid = pid
        self.name = name
    }
}

/// What became of udev's rules file.
public enum RulesFile: Hashable, Sendable {
    /// There is none.
    case missing
    /// The one in force is not what the table of adapters makes.
    case differs(path: String)
    /// As it should be.
    case right
}

/// What the clocks say.
public struct ClockFacts: Sendable {
    /// Whether the kernel calls the wall clock disciplined; nil where that is not to be judged.
    public var isSynchronized: Bool?
    /// Whether a program runs that sets the clock by the network.
    public var hasTimeService = false

    /// Clocks of which nothing is known.
    public init() {}
}

/// A USB device without a serial port.
public struct BareDevice: Hashable, Sendable {
    /// What it says of itself.
    public var adapter: Adapter
    /// The kernel module that makes a port of it, where our table knows.
    public var module: String?

    /// A device.
    public init(adapter: Adapter, module: String? = nil) {
        self.adapter = adapter
        self.module = module
    }
}
