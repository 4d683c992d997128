/// HELLO, box to host: who the box is and what it holds.
public struct Hello: Sendable, Equatable {
    /// The oldest protocol version that the box speaks.
    public var oldestVersion: UInt8
    /// The newest protocol version that the box speaks.
    public var newestVersion: UInt8
    /// Counts the hellos; WELCOME repeats it.
    public var counter: UInt16
    /// The life of the ring, 0 when the box has none yet.
    public var boot: UInt64
    /// Resets in this life of the ring.
    public var resets: UInt16
    /// Why the box last started.
    public var cause: ResetCause
    /// What the ring holds.
    public var ring: RingReport
    /// How many presses the ring can hold, at least 1.
    public var ringCapacity: UInt16
    /// The ledger that last acknowledged a press of this boot, 0 for none.
    public var ledger: UInt64
    /// The box's tick now: 48 bits of milliseconds.
    public var tick: UInt64
    /// Who the box is.
    public var identity: BoxIdentity

    /// A hello with all its fields.
    public init(
        oldestVersion: UInt8 = WireLimits.version, newestVersion: UInt8 = WireLimits.version, counter: UInt16,
        boot: UInt64, resets: UInt16, cause: ResetCause, ring: RingReport, ringCapacity: UInt16, ledger: UInt64,
        tick: UInt64, identity: BoxIdentity
    ) {
        self.oldestVersion = oldestVersion
        self.newestVersion = newestVersion
        self.counter = counter
        self.boot = boot
        self.resets = resets
        self.cause = cause
        self.ring = ring
        self.ringCapacity = ringCapacity
        self.ledger = ledger
        self.tick = tick
        self.identity = identity
    }

    func encoded() -> WireFrame {
        var body = BodyWriter(.hello)
        body.u8(oldestVersion)
        body.u8(newestVersion)
        body.u16(counter)
        body.u64(boot)
        body.u16(resets)
        body.u8(cause.rawValue)
        body.u16(identity.capabilities.bits)
        body.u8(identity.buttons)
        body.ring(ring)
        body.u16(ringCapacity)
        body.u64(ledger)
        body.u48(tick)
        body.text(identity.uid)
        body.text(identity.model)
        body.text(identity.firmware)
        return body.finish(opening: true)
    }

    init?(_ reader: consuming BodyReader) {
        oldestVersion = reader.u8()
        newestVersion = reader.u8()
        counter = reader.u16()
        boot = reader.u64()
        resets = reader.u16()
        cause = ResetCause(rawValue: reader.u8()) ?? .unknown
        let capabilities = Capabilities(bits: reader.u16())
        let buttons = reader.u8()
        ring = reader.ring()
        ringCapacity = reader.u16()
        ledger = reader.u64()
        tick = reader.u48()
        let uid: BoundedBytes<16> = reader.text()
        let model: BoundedBytes<16> = reader.text()
        let firmware: BoundedBytes<16> = reader.text()
        identity = BoxIdentity(
            uid: uid, model: model, firmware: firmware, capabilities: capabilities, buttons: buttons)
        guard !reader.failed, oldestVersion <= newestVersion, ringCapacity > 0 else { return nil }
        guard ring.isPossible(capacity: ringCapacity) else { return nil }
    }
}
