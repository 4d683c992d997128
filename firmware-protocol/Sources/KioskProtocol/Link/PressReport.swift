/// A press for the store, with what its moment is told from.
public struct PressReport: Sendable, Equatable {
    /// Names this observation; see `KioskLink.committed(through:now:)`.
    public var ticket: UInt64
    /// The life of the ring.
    public var boot: UInt64
    /// The press: boot, sequence and these bytes never change.
    public var record: PressRecord
    /// The box's tick when it sent this frame.
    public var tick: UInt64
    /// The box's reset count when it sent this frame.
    public var resets: UInt16
    /// Whether the link or the store had this sequence before. A hint: the store compares.
    public var isRepeat: Bool

    /// A press to store.
    public init(
        ticket: UInt64, boot: UInt64, record: PressRecord, tick: UInt64, resets: UInt16, isRepeat: Bool
    ) {
        self.ticket = ticket
        self.boot = boot
        self.record = record
        self.tick = tick
        self.resets = resets
        self.isRepeat = isRepeat
    }

    /// How long ago the press was when the frame was sent, in milliseconds of the box.
    public var age: UInt64 { tick > record.tick ? tick - record.tick : 0 }

    /// Whether the box was reset in between: then `age` is too small, by at most 2 s a reset, or by any time where the
    /// ring survives a loss of power.
    public var isTimeLost: Bool { resets != record.resets }
}
