/// Presses that found no room in the box.
public struct DropReport: Sendable, Equatable {
    /// Names this observation; see `KioskLink.committed(through:now:)`.
    public var ticket: UInt64
    /// The life of the ring.
    public var boot: UInt64
    /// How many of this boot, all together.
    public var total: UInt32

    /// A report of drops.
    public init(ticket: UInt64, boot: UInt64, total: UInt32) {
        self.ticket = ticket
        self.boot = boot
        self.total = total
    }
}
