/// The one way into the ledger, for every driver and screen.
public protocol PressDoor: Sendable {
    /// Tells that a box said hello, and returns where the ledger stands with it. After a cold start it offers a boot.
    /// - Throws: what the store throws, or `CancellationError`.
    func greet(_ greeting: Greeting) async throws -> Standing

    /// Hands observations in and returns once they are durable, one receipt each, in order. Suspends while the queue
    /// is full or the store cannot write; it never drops anything. What the ledger refuses for good has a receipt that
    /// says so, and holds up nothing beside it.
    /// - Throws: `CancellationError` where the caller was cancelled or the service stops first.
    func submit(_ observations: [Observation]) async throws -> [Receipt]

    /// Tells that a box was heard, and the highest sequence that it has announced. Kept in memory and stored now and
    /// then: losing the last minute of it costs nothing.
    func heard(_ device: String, boot: UInt64, announced: UInt32, at instant: Instant)

    /// Tells that two live boxes give the same identity, or that they no longer do. Until a technician decides,
    /// what they press is stored and receipted but not counted.
    /// - Throws: what the store throws.
    func duplicateIdentity(of device: String, isLive: Bool) async throws
}
