/// INVITE, host to box: "please rate".
public struct Invitation: Sendable, Equatable {
    /// Its id, never 0. Presses within the window carry it.
    public var id: UInt32
    /// How long it stays open, in milliseconds.
    public var window: UInt32
    /// Bit 0: with a sound. Others are 0.
    public var flags: UInt8

    /// An invitation.
    public init(id: UInt32, window: UInt32, flags: UInt8 = 0) {
        self.id = id
        self.window = window
        self.flags = flags
    }

    func encoded() -> WireFrame {
        var body = BodyWriter(.invite)
        body.u32(id)
        body.u32(window)
        body.u8(flags)
        return body.finish()
    }

    init?(_ reader: consuming BodyReader) {
        id = reader.u32()
        window = reader.u32()
        flags = reader.u8()
        if reader.failed || id == 0 { return nil }
    }
}
