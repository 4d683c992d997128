/// ACK, host to box: what is committed. Nothing else releases a press.
public struct Ack: Sendable, Equatable {
    /// The life of the ring.
    public var boot: UInt64
    /// Every sequence below is committed.
    public var next: UInt32
    /// How many dropped presses of this boot the host has committed.
    public var dropped: UInt32

    /// An acknowledgement.
    public init(boot: UInt64, next: UInt32, dropped: UInt32) {
        self.boot = boot
        self.next = next
        self.dropped = dropped
    }

    func encoded() -> WireFrame {
        var body = BodyWriter(.ack)
        body.u64(boot)
        body.u32(next)
        body.u32(dropped)
        return body.finish()
    }

    init?(_ reader: consuming BodyReader) {
        boot = reader.u64()
        next = reader.u32()
        dropped = reader.u32()
        if reader.failed { return nil }
    }
}
