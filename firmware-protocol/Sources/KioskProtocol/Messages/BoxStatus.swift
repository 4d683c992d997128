/// STATUS, box to host: how the box fares.
public struct BoxStatus: Sendable, Equatable {
    /// Milliseconds since the box last started, 48 bits.
    public var uptime: UInt64
    /// Why it last started.
    public var cause: ResetCause
    /// Resets in this life of the ring.
    public var resets: UInt16
    /// Presses that wait for an acknowledgement.
    public var ringDepth: UInt16
    /// How many presses the ring can hold.
    public var ringCapacity: UInt16
    /// Frames from the host that were rejected since the start.
    public var badFrames: UInt32
    /// Press frames sent again since the start.
    public var resends: UInt32
    /// Bit n is set while button n is held longer than 30 s.
    public var stuckButtons: UInt16

    /// A status with all its fields.
    public init(
        uptime: UInt64, cause: ResetCause, resets: UInt16, ringDepth: UInt16, ringCapacity: UInt16,
        badFrames: UInt32, resends: UInt32, stuckButtons: UInt16
    ) {
        self.uptime = uptime
        self.cause = cause
        self.resets = resets
        self.ringDepth = ringDepth
        self.ringCapacity = ringCapacity
        self.badFrames = badFrames
        self.resends = resends
        self.stuckButtons = stuckButtons
    }

    func encoded() -> WireFrame {
        var body = BodyWriter(.status)
        body.u48(uptime)
        body.u8(cause.rawValue)
        body.u16(resets)
        body.u16(ringDepth)
        body.u16(ringCapacity)
        body.u32(badFrames)
        body.u32(resends)
        body.u16(stuckButtons)
        return body.finish()
    }

    init?(_ reader: consuming BodyReader) {
        uptime = reader.u48()
        cause = ResetCause(rawValue: reader.u8()) ?? .unknown
        resets = reader.u16()
        ringDepth = reader.u16()
        ringCapacity = reader.u16()
        badFrames = reader.u32()
        resends = reader.u32()
        stuckButtons = reader.u16()
        if reader.failed { return nil }
    }
}
