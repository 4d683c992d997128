import Ratings

/// The service, as it answers.
public struct ServiceFacts: Sendable {
    /// What came back over the command socket.
    public enum Answer: Sendable {
        /// Nobody listens.
        case nobody
        /// The states of all ports, which of them had presses waiting that nobody took while we watched, and what keeps
        /// the store from its work.
        case links([LinkState], stuck: Set<String>, StoreTrouble = StoreTrouble())
        /// It listens and does not answer as it should.
        case broken(reason: String)
        /// We may not ask.
        case forbidden
    }

    /// The process that holds the data folder's lock.
    public var pid: Int32?
    /// Whether there is a socket, listened to or left behind.
    public var hasSocket = false
    /// What came back.
    public var answer = Answer.nobody
    /// How many files the service may have open.
    public var openFiles: Int?

    /// A service that does not run.
    public init() {}

    /// The states of all ports, where it told them.
    public var links: [LinkState]? {
        guard case .links(let links, _, _) = answer else { return nil }
        return links
    }

    /// What keeps its store from its work, where it told.
    public var trouble: StoreTrouble {
        guard case .links(_, _, let trouble) = answer else { return StoreTrouble() }
        return trouble
    }
}
