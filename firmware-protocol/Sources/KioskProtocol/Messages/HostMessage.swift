/// A message from the host to the box.
public enum HostMessage: Sendable, Equatable {
    /// The answer to a hello.
    case welcome(Welcome)
    /// What is committed.
    case ack(Ack)
    /// A sign of life; the box answers with the token.
    case heartbeat(token: UInt16)
    /// What to show while nobody presses.
    case notice(Notice)
    /// "Please rate".
    case invite(Invitation)
    /// The invitation of this id is over.
    case inviteEnd(id: UInt32)
    /// A text for the display.
    case text(DisplayText)
    /// The answer to a badge or PIN.
    case officer(OfficerAnswer)
    /// Settings.
    case settings(BoxSettings)
    /// Blink so that a technician finds you.
    case blink(seconds: UInt8)
    /// Send your status.
    case statusRequest
    /// Begin a new boot when your ring is empty.
    case renew(Renewal)
    /// Say hello.
    case helloRequest
    /// A type that this version does not know; to be skipped.
    case unknown(type: UInt8)

    /// Reads a frame body whose checksum holds; nil when its fields are short or impossible.
    public init?(_ body: FrameBody) {
        var reader = BodyReader(body)
        var message: HostMessage?
        switch MessageType(rawValue: body[0]) {
        case .welcome: message = Welcome(reader).map { .welcome($0) }
        case .ack: message = Ack(reader).map { .ack($0) }
        case .hostHeartbeat:
            let token = reader.u16()
            if !reader.failed { message = .heartbeat(token: token) }
        case .notice: message = Notice(reader).map { .notice($0) }
        case .invite: message = Invitation(reader).map { .invite($0) }
        case .inviteEnd:
            let id = reader.u32()
            if !reader.failed { message = .inviteEnd(id: id) }
        case .text: message = DisplayText(reader).map { .text($0) }
        case .officer: message = OfficerAnswer(reader).map { .officer($0) }
        case .settings: message = BoxSettings(reader).map { .settings($0) }
        case .blink:
            let seconds = reader.u8()
            if !reader.failed { message = .blink(seconds: seconds) }
        case .statusRequest: message = .statusRequest
        case .renew: message = Renewal(reader).map { .renew($0) }
        case .helloRequest: message = .helloRequest
        default: message = .unknown(type: body[0])
        }
        guard let message else { return nil }
        self = message
    }

    /// The frame to send. HELLO_REQUEST comes with an opening delimiter. An unknown message gives an empty frame.
    public func encoded() -> WireFrame {
        switch self {
        case .welcome(let message): return message.encoded()
        case .ack(let message): return message.encoded()
        case .heartbeat(let token):
            var body = BodyWriter(.hostHeartbeat)
            body.u16(token)
            return body.finish()
        case .notice(let message): return message.encoded()
        case .invite(let message): return message.encoded()
        case .inviteEnd(let id):
            var body = BodyWriter(.inviteEnd)
            body.u32(id)
            return body.finish()
        case .text(let message): return message.encoded()
        case .officer(let message): return message.encoded()
        case .settings(let message): return message.encoded()
        case .blink(let seconds):
            var body = BodyWriter(.blink)
            body.u8(seconds)
            return body.finish()
        case .statusRequest: return BodyWriter(.statusRequest).finish()
        case .renew(let message): return message.encoded()
        case .helloRequest: return BodyWriter(.helloRequest).finish(opening: true)
        case .unknown: return WireFrame()
        }
    }
}
