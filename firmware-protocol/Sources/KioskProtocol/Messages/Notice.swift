/// NOTICE, host to box: what to show while nobody presses.
public struct Notice: Sendable, Equatable {
    /// The light.
    public var standing: Standing
    /// The text for a box with a display, UTF-8, possibly empty.
    public var text: BoundedBytes<96>

    /// A notice.
    public init(standing: Standing, text: BoundedBytes<96> = BoundedBytes()) {
        self.standing = standing
        self.text = text
    }

    func encoded() -> WireFrame {
        var body = BodyWriter(.notice)
        body.u8(standing.rawValue)
        body.text(text)
        return body.finish()
    }

    init?(_ reader: consuming BodyReader) {
        guard let standing = Standing(rawValue: reader.u8()) else { return nil }
        self.standing = standing
        text = reader.text()
        if reader.failed { return nil }
    }
}
