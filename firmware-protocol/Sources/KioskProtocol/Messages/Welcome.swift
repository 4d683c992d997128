/// WELCOME, host to box: the answer to a hello. It acknowledges no press.
public struct Welcome: Sendable, Equatable {
    /// What the host says to the hello.
    public enum Verdict: UInt8, Sendable, Equatable {
        /// It takes no presses from this box.
        case refused = 0
        /// The link is up for the boot named.
        case accepted = 1
        /// The box had no boot: it is to store the one named, then say hello again.
        case offered = 2
    }

    /// What the host says.
    public var verdict: Verdict
    /// The protocol version of this link, 0 when refused.
    public var version: UInt8
    /// Why it refused, `none` otherwise.
    public var reason: RefusalReason
    /// The host's ledger.
    public var ledger: UInt64
    /// The boot accepted or offered, 0 when refused.
    public var boot: UInt64
    /// The counter of the hello that this answers.
    public var counter: UInt16

    /// A welcome with all its fields.
    public init(
        verdict: Verdict, version: UInt8, reason: RefusalReason, ledger: UInt64, boot: UInt64, counter: UInt16
    ) {
        self.verdict = verdict
        self.version = version
        self.reason = reason
        self.ledger = ledger
        self.boot = boot
        self.counter = counter
    }

    func encoded() -> WireFrame {
        var body = BodyWriter(.welcome)
        body.u8(verdict.rawValue)
        body.u8(version)
        body.u8(reason.rawValue)
        body.u64(ledger)
        body.u64(boot)
        body.u16(counter)
        return body.finish()
    }

    init?(_ reader: consuming BodyReader) {
        guard let verdict = Verdict(rawValue: reader.u8()) else { return nil }
        self.verdict = verdict
        version = reader.u8()
        reason = RefusalReason(rawValue: reader.u8()) ?? .other
        ledger = reader.u64()
        boot = reader.u64()
        counter = reader.u16()
        guard !reader.failed else { return nil }
        guard verdict == .refused || (boot != 0 && version != 0) else { return nil }
    }
}
