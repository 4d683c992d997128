/// RENEW, host to box: begin a new boot once everything of the old one is acknowledged.
public struct Renewal: Sendable, Equatable {
    /// The boot that ends.
    public var oldBoot: UInt64
    /// The boot that begins, never 0 and not the old one.
    public var newBoot: UInt64

    /// A renewal.
    public init(oldBoot: UInt64, newBoot: UInt64) {
        self.oldBoot = oldBoot
        self.newBoot = newBoot
    }

    func encoded() -> WireFrame {
        var body = BodyWriter(.renew)
        body.u64(oldBoot)
        body.u64(newBoot)
        return body.finish()
    }

    init?(_ reader: consuming BodyReader) {
        oldBoot = reader.u64()
        newBoot = reader.u64()
        if reader.failed || newBoot == 0 || newBoot == oldBoot { return nil }
    }
}
