/// A place where a box may be: a tty, and what the system knows of the hardware behind it.
public struct Port: Hashable, Sendable {
    /// Where it is opened.
    public var path: String
    /// The hardware behind it; nil where it is no USB adapter.
    public var adapter: Adapter?

    /// A port at `path`.
    public init(path: String, adapter: Adapter? = nil) {
        self.path = path
        self.adapter = adapter
    }
}

/// Something that happened to the set of ports.
public enum PortEvent: Hashable, Sendable {
    /// A port is there (again).
    case appeared(Port)
    /// A port is gone.
    case vanished(path: String)
}

/// Where ports come from: paths given by hand, or what the system discovers.
public protocol PortSource: Sendable {
    /// All ports there are, then every change, until the iterating task is cancelled. A port may be told twice.
    func events() -> AsyncStream<PortEvent>
}

/// Ports from several sources.
public struct JoinedPorts: PortSource {
    private let sources: [any PortSource]

    /// The ports of all `sources`.
    public init(_ sources: [any PortSource]) { self.sources = sources }

    /// The ports there are, then every change.
    public func events() -> AsyncStream<PortEvent> {
        AsyncStream { continuation in
            let task = Task { [sources] in
                await withTaskGroup(of: Void.self) { group in
                    for source in sources {
                        group.addTask { for await event in source.events() { continuation.yield(event) } }
                    }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}
