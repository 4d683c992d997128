/// Something that happened to the set of ports.
public enum PortEvent: Hashable, Sendable {
    /// A port is there (again).
    case appeared(path: String)
    /// A port is gone.
    case vanished(path: String)
}

/// Where ports come from: paths given by hand, or what the system discovers.
public protocol PortSource: Sendable {
    /// All ports there are, then every change, until the iterating task is cancelled. A port may be told twice.
    func events() -> AsyncStream<PortEvent>
}
