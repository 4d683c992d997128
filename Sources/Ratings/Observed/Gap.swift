/// Sequences of one boot that the ledger lacks and that can no longer come.
public struct Gap: Hashable, Codable, Sendable {
    /// Why they cannot come.
    public enum Cause: String, Hashable, Codable, Sendable {
        /// The box was receipted for them by this ledger, which lacks them: an older copy was put back.
        case restored
        /// Another host's ledger may have taken them.
        case otherLedger = "other_ledger"
        /// The box lost its ring (power) before they were receipted.
        case coldStart = "cold_start"
    }

    /// UID of the box.
    public var device: String
    /// The boot in which they were numbered.
    public var boot: UInt64
    /// First sequence that is missing.
    public var from: UInt32
    /// First sequence after those known to be missing. More may be, where a ring was lost.
    public var to: UInt32
    /// Why.
    public var cause: Cause
    /// The last moment known to lie before the gap, if any.
    public var after: Instant?
    /// When the gap was noticed.
    public var noticed: Instant

    /// A gap.
    public init(
        device: String, boot: UInt64, from: UInt32, to: UInt32, cause: Cause, after: Instant?, noticed: Instant
    ) {
        self.device = device
        self.boot = boot
        self.from = from
        self.to = to
        self.cause = cause
        self.after = after
        self.noticed = noticed
    }
}
