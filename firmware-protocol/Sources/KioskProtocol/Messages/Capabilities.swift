/// What a box can do, as bits.
public struct Capabilities: Sendable, Equatable {
    /// The bits as sent.
    public var bits: UInt16

    /// Capabilities from their bits.
    public init(bits: UInt16) { self.bits = bits }

    /// The ring survives a loss of power.
    public static let ringSurvivesPowerLoss = Capabilities(bits: 1 &<< 0)
    /// It has a display for short texts.
    public static let display = Capabilities(bits: 1 &<< 1)
    /// It has a badge reader.
    public static let badgeReader = Capabilities(bits: 1 &<< 2)
    /// It has a PIN pad.
    public static let pinPad = Capabilities(bits: 1 &<< 3)
    /// Its presses carry the id of the open invitation.
    public static let invitations = Capabilities(bits: 1 &<< 4)
    /// It can make a sound.
    public static let sound = Capabilities(bits: 1 &<< 5)

    /// Whether all of `other` is here.
    public func contains(_ other: Capabilities) -> Bool { bits & other.bits == other.bits }

    /// Both together.
    public func union(_ other: Capabilities) -> Capabilities { Capabilities(bits: bits | other.bits) }
}
