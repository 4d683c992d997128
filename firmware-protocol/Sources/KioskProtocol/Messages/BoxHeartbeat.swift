/// HEARTBEAT, box to host: the answer to the host's heartbeat, or a sign of life of its own.
public struct BoxHeartbeat: Sendable, Equatable {
    /// The life of the ring, never 0.
    public var boot: UInt64
    /// The box's tick now.
    public var tick: UInt64
    /// The box's reset count now.
    public var resets: UInt16
    /// What the ring holds.
    public var ring: RingReport
    /// The token of the host's heartbeat that this answers, 0 for none.
    public var echo: UInt16
    /// What the host last told the box to show.
    public var standing: Standing
    /// Whether the ring has no room.
    public var isFull: Bool
    /// Whether a button is stuck.
    public var hasStuckButton: Bool
    /// The invitation that is open on the box, 0 for none.
    public var invitation: UInt32

    /// A heartbeat with all its fields.
    public init(
        boot: UInt64, tick: UInt64, resets: UInt16, ring: RingReport, echo: UInt16, standing: Standing,
        isFull: Bool, hasStuckButton: Bool, invitation: UInt32
    ) {
        self.boot = boot
        self.tick = tick
        self.resets = resets
        self.ring = ring
        self.echo = echo
        self.standing = standing
        self.isFull = isFull
        self.hasStuckButton = hasStuckButton
        self.invitation = invitation
    }

    func encoded() -> WireFrame {
        var body = BodyWriter(.boxHeartbeat)
        body.u64(boot)
        body.u48(tick)
        body.u16(resets)
        body.ring(ring)
        body.u16(echo)
        body.u8(standing.rawValue | (isFull ? 4 : 0) | (hasStuckButton ? 8 : 0))
        body.u32(invitation)
        return body.finish()
    }

    init?(_ reader: consuming BodyReader) {
        boot = reader.u64()
        tick = reader.u48()
        resets = reader.u16()
        ring = reader.ring()
        echo = reader.u16()
        let flags = reader.u8()
        standing = Standing(rawValue: flags & 3) ?? .ready
        isFull = flags & 4 != 0
        hasStuckButton = flags & 8 != 0
        invitation = reader.u32()
        guard !reader.failed, boot != 0, ring.oldest <= ring.next else { return nil }
    }
}
