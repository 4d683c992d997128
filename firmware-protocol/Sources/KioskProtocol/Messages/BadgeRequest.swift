/// BADGE, box to host: an officer held a badge to the box or typed a PIN.
///
/// A PIN is in clear here: it is never to be logged, stored or shown.
public struct BadgeRequest: Sendable, Equatable {
    /// What was read.
    public enum Kind: UInt8, Sendable, Equatable {
        /// Not known: a kind of a later protocol.
        case unknown = 0
        /// The bytes that a badge gave.
        case badge = 1
        /// The digits of a PIN, ASCII.
        case pin = 2
    }

    /// Names the request; the answer repeats it.
    public var request: UInt16
    /// What was read.
    public var kind: Kind
    /// The badge's bytes or the PIN's digits, 1 to 32 bytes.
    public var secret: BoundedBytes<32>

    /// A request with all its fields.
    public init(request: UInt16, kind: Kind, secret: BoundedBytes<32>) {
        self.request = request
        self.kind = kind
        self.secret = secret
    }

    func encoded() -> WireFrame {
        var body = BodyWriter(.badge)
        body.u16(request)
        body.u8(kind.rawValue)
        body.text(secret)
        return body.finish()
    }

    init?(_ reader: consuming BodyReader) {
        request = reader.u16()
        kind = Kind(rawValue: reader.u8()) ?? .unknown
        secret = reader.text()
        if reader.failed || secret.isEmpty { return nil }
    }
}
