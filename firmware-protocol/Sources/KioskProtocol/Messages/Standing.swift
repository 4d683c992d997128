/// What the host lets the box show while nobody presses.
public enum Standing: UInt8, Sendable, Equatable {
    /// Presses are being stored.
    case ready = 0
    /// The host cannot store just now; the box keeps presses.
    case busy = 1
    /// The host does not take this box's presses.
    case refused = 2
}
