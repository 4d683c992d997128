/// One press as the box keeps it: the same bytes at every sending.
public struct PressRecord: Sendable, Equatable {
    /// Its number in the boot, from 0 without holes.
    public var sequence: UInt32
    /// Which button, from 0.
    public var button: UInt8
    /// The box's reset count at the press.
    public var resets: UInt16
    /// The box's tick at the press: 48 bits of milliseconds.
    public var tick: UInt64
    /// The invitation that it answers, 0 for none.
    public var invitation: UInt32

    /// A press.
    public init(sequence: UInt32, button: UInt8, resets: UInt16, tick: UInt64, invitation: UInt32) {
        self.sequence = sequence
        self.button = button
        self.resets = resets
        self.tick = tick
        self.invitation = invitation
    }
}
