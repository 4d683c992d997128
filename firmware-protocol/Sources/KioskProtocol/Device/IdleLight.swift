/// What a box shows while nobody presses.
public enum IdleLight: UInt8, Sendable, Equatable {
    /// No host: presses are kept in the box.
    case offline
    /// Presses are being stored.
    case ready
    /// The host cannot store just now; presses are kept in the box.
    case busy
    /// The host refuses this box.
    case refused
}
