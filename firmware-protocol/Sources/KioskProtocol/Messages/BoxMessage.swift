/// A message from the box to the host.
public enum BoxMessage: Sendable, Equatable {
    /// Who I am and what I hold.
    case hello(Hello)
    /// A press.
    case press(PressMessage)
    /// A sign of life.
    case heartbeat(BoxHeartbeat)
    /// How I fare.
    case status(BoxStatus)
    /// A badge or PIN.
    case badge(BadgeRequest)
    /// The settings of this revision are in force.
    case settingsAck(revision: UInt32)
    /// A type that this version does not know; to be skipped.
    case unknown(type: UInt8)

    /// Reads a frame body whose checksum holds; nil when its fields are short or impossible.
    public init?(_ body: FrameBody) {
        var reader = BodyReader(body)
        var message: BoxMessage?
        switch MessageType(rawValue: body[0]) {
        case .hello: message = Hello(reader).map { .hello($0) }
        case .press: message = PressMessage(reader).map { .press($0) }
        case .boxHeartbeat: message = BoxHeartbeat(reader).map { .heartbeat($0) }
        case .status: message = BoxStatus(reader).map { .status($0) }
        case .badge: message = BadgeRequest(reader).map { .badge($0) }
        case .settingsAck:
            let revision = reader.u32()
            if !reader.failed { message = .settingsAck(revision: revision) }
        default: message = .unknown(type: body[0])
        }
        guard let message else { return nil }
        self = message
    }

    /// The frame to send. HELLO comes with an opening delimiter. An unknown message gives an empty frame.
    public func encoded() -> WireFrame {
        switch self {
        case .hello(let message): return message.encoded()
        case .press(let message): return message.encoded()
        case .heartbeat(let message): return message.encoded()
        case .status(let message): return message.encoded()
        case .badge(let message): return message.encoded()
        case .settingsAck(let revision):
            var body = BodyWriter(.settingsAck)
            body.u32(revision)
            return body.finish()
        case .unknown: return WireFrame()
        }
    }
}
