/// PRESS, box to host: one press and what the box holds at this sending.
public struct PressMessage: Sendable, Equatable {
    /// The life of the ring, never 0.
    public var boot: UInt64
    /// The box's tick at this sending.
    public var tick: UInt64
    /// The box's reset count at this sending.
    public var resets: UInt16
    /// What the ring holds.
    public var ring: RingReport
    /// The press.
    public var record: PressRecord

    /// A press frame with all its fields.
    public init(boot: UInt64, tick: UInt64, resets: UInt16, ring: RingReport, record: PressRecord) {
        self.boot = boot
        self.tick = tick
        self.resets = resets
        self.ring = ring
        self.record = record
    }

    func encoded() -> WireFrame {
        var body = BodyWriter(.press)
        body.u64(boot)
        body.u48(tick)
        body.u16(resets)
        body.ring(ring)
        body.u32(record.sequence)
        body.u8(record.button)
        body.u16(record.resets)
        body.u48(record.tick)
        body.u32(record.invitation)
        return body.finish()
    }

    init?(_ reader: consuming BodyReader) {
        boot = reader.u64()
        tick = reader.u48()
        resets = reader.u16()
        ring = reader.ring()
        let sequence = reader.u32()
        let button = reader.u8()
        let resetsAtPress = reader.u16()
        let tickAtPress = reader.u48()
        record = PressRecord(
            sequence: sequence, button: button, resets: resetsAtPress, tick: tickAtPress, invitation: reader.u32())
        guard !reader.failed, boot != 0 else { return nil }
        guard ring.oldest <= sequence, sequence < ring.next else { return nil }
    }
}
