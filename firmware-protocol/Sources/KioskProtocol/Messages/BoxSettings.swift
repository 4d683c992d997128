/// SETTINGS, host to box. The box keeps them until it restarts; the host sends them again on every link.
public struct BoxSettings: Sendable, Equatable {
    /// Names these settings; the box answers with it.
    public var revision: UInt32
    /// How long a contact must be still, in milliseconds, 5 to 200.
    public var debounce: UInt16
    /// Light, 0 to 100 %.
    public var brightness: UInt8
    /// Sound, 0 to 100 %.
    public var volume: UInt8
    /// How long after a press its "stored" is still shown, in milliseconds.
    public var feedbackWindow: UInt16

    /// Settings; the defaults are those of a box that was told nothing.
    public init(
        revision: UInt32, debounce: UInt16 = 20, brightness: UInt8 = 100, volume: UInt8 = 50,
        feedbackWindow: UInt16 = 3_000
    ) {
        self.revision = revision
        self.debounce = debounce
        self.brightness = brightness
        self.volume = volume
        self.feedbackWindow = feedbackWindow
    }

    /// The same with every value inside its range.
    var clamped: BoxSettings {
        var settings = self
        settings.debounce = min(max(debounce, 5), 200)
        settings.brightness = min(brightness, 100)
        settings.volume = min(volume, 100)
        return settings
    }

    func encoded() -> WireFrame {
        var body = BodyWriter(.settings)
        body.u32(revision)
        body.u16(debounce)
        body.u8(brightness)
        body.u8(volume)
        body.u16(feedbackWindow)
        return body.finish()
    }

    init?(_ reader: consuming BodyReader) {
        revision = reader.u32()
        debounce = reader.u16()
        brightness = reader.u8()
        volume = reader.u8()
        feedbackWindow = reader.u16()
        if reader.failed { return nil }
    }
}
