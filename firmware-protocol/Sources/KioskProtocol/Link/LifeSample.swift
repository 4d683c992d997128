/// What an answered heartbeat tells: the round trip, and the box's clock against the host's.
public struct LifeSample: Sendable, Equatable {
    /// From the heartbeat to its answer, in milliseconds.
    public var roundTrip: UInt64
    /// The host's time of the answer: the `now` of that byte.
    public var now: UInt64
    /// The life of the ring.
    public var boot: UInt64
    /// The box's reset count. Two samples measure drift only if it is the same.
    public var resets: UInt16
    /// The box's tick when it answered.
    public var tick: UInt64
    /// What the ring holds.
    public var ring: RingReport
    /// Whether the ring has no room.
    public var isFull: Bool
    /// Whether a button is stuck.
    public var hasStuckButton: Bool

    /// A sample.
    public init(
        roundTrip: UInt64, now: UInt64, boot: UInt64, resets: UInt16, tick: UInt64, ring: RingReport,
        isFull: Bool, hasStuckButton: Bool
    ) {
        self.roundTrip = roundTrip
        self.now = now
        self.boot = boot
        self.resets = resets
        self.tick = tick
        self.ring = ring
        self.isFull = isFull
        self.hasStuckButton = hasStuckButton
    }
}
