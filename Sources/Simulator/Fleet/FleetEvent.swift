import KioskProtocol

/// Something that happened at a box, for a live view.
public struct FleetEvent: Sendable, Equatable {
    /// What happened.
    public enum What: Sendable, Equatable {
        /// A press got a slot: its boot (0 for none yet), sequence, button from 1, and invitation (0 for none).
        case pressed(boot: UInt64, sequence: UInt32, button: Int, invitation: UInt32)
        /// A press found the ring full.
        case dropped
        /// The host committed all presses of the boot below this sequence.
        case receipted(boot: UInt64, below: UInt32)
        /// A cold start erased so many presses.
        case wiped(Int)
        /// The answer of the box to the person who pressed.
        case shown(Feedback)
        /// The light and text while nobody presses.
        case light(IdleLight, text: String)
        /// The display shows a text.
        case text(String)
        /// The box asks for a rating.
        case invited(id: UInt32)
        /// The box asks no more.
        case inviteEnded(id: UInt32)
        /// What became of a badge or PIN, and the name to show.
        case officer(OfficerAnswer.Outcome, name: String)
        /// The box blinks so that people find it.
        case blink(seconds: Int)
        /// The cable went in or out.
        case cable(isPlugged: Bool)
        /// A host opened or closed the line.
        case host(isPresent: Bool)
        /// The box started; whether its ring was kept.
        case started(ringKept: Bool)
    }

    /// The number of the box.
    public var box: Int
    /// What happened there.
    public var what: What
}
