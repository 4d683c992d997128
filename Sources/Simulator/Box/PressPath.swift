/// How a press reaches the box.
public enum PressPath: Sendable, Equatable {
    /// A contact goes down, bounces, settles, and comes up again. It answers the invitation that is open.
    case contact
    /// A touch that counts at once. It answers `invitation`, or the one that is open if that is nil.
    case touch(invitation: UInt32? = nil)
}
