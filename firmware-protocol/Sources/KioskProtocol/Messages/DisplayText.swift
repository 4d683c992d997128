/// TEXT, host to box: a short text for the display.
public struct DisplayText: Sendable, Equatable {
    /// How long to show it, in milliseconds.
    public var duration: UInt32
    /// The text, UTF-8.
    public var text: BoundedBytes<96>

    /// A text.
    public init(duration: UInt32, text: BoundedBytes<96>) {
        self.duration = duration
        self.text = text
    }

    func encoded() -> WireFrame {
        var body = BodyWriter(.text)
        body.u32(duration)
        body.text(text)
        return body.finish()
    }

    init?(_ reader: consuming BodyReader) {
        duration = reader.u32()
        text = reader.text()
        if reader.failed { return nil }
    }
}
