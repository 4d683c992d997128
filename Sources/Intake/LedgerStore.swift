import Ratings
import Store

/// What the door needs of a store.
public protocol LedgerStore: Sendable {
    /// Stores all in one transaction and returns when it is durable. May block the calling thread until then.
    func commit(_ observations: [Observation]) async throws -> [Receipt]
    /// Answers a box's hello.
    func greet(_ greeting: Greeting, heard: [Heard]) async throws -> Standing
    /// Notes signs of life.
    func noteAlive(at instant: Instant, heard: [Heard]) async throws
    /// Notes that two live boxes give one identity, or no longer do.
    func noteDuplicate(of device: String, isLive: Bool, at instant: Instant) async throws
}

extension Store: LedgerStore {}
