/// OFFICER, host to box: the answer to a badge or PIN.
public struct OfficerAnswer: Sendable, Equatable {
    /// What became of the request.
    public enum Outcome: UInt8, Sendable, Equatable {
        /// Nobody has this badge or PIN.
        case unknown = 0
        /// The officer is signed on.
        case signedOn = 1
        /// The officer is signed off.
        case signedOff = 2
        /// The host cannot tell just now.
        case tryLater = 3
    }

    /// The request that this answers.
    public var request: UInt16
    /// What became of it.
    public var outcome: Outcome
    /// The name to show, UTF-8, possibly empty.
    public var name: BoundedBytes<64>

    /// An answer.
    public init(request: UInt16, outcome: Outcome, name: BoundedBytes<64> = BoundedBytes()) {
        self.request = request
        self.outcome = outcome
        self.name = name
    }

    func encoded() -> WireFrame {
        var body = BodyWriter(.officer)
        body.u16(request)
        body.u8(outcome.rawValue)
        body.text(name)
        return body.finish()
    }

    init?(_ reader: consuming BodyReader) {
        request = reader.u16()
        outcome = Outcome(rawValue: reader.u8()) ?? .unknown
        name = reader.text()
        if reader.failed { return nil }
    }
}
