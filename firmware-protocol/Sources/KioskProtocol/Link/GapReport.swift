/// Sequences that the store lacks and the box no longer holds.
public struct GapReport: Sendable, Equatable {
    /// Where they went.
    public enum Cause: UInt8, Sendable, Equatable {
        /// Another ledger acknowledged to this box last, and may have them.
        case otherLedger = 1
        /// This ledger acknowledged them, or nobody did: it was restored to an older state, or the box lost them.
        case missing = 2
    }

    /// Names this observation; see `KioskLink.committed(through:now:)`.
    public var ticket: UInt64
    /// The life of the ring.
    public var boot: UInt64
    /// The first sequence that is missing.
    public var from: UInt32
    /// The first sequence after them.
    public var to: UInt32
    /// Where they went.
    public var cause: Cause

    /// A gap.
    public init(ticket: UInt64, boot: UInt64, from: UInt32, to: UInt32, cause: Cause) {
        self.ticket = ticket
        self.boot = boot
        self.from = from
        self.to = to
        self.cause = cause
    }
}
