/// What a box shows after a press: the same whatever was chosen, and the same for a repeat.
public enum Feedback: UInt8, Sendable, Equatable {
    /// The box holds the press safely.
    case received
    /// The host has committed the press.
    case stored
    /// The ring is full: this press could not be taken.
    case busy
    /// The box holds the press, but the host refuses this box.
    case refused
}
