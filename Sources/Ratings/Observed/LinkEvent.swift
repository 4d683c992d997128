/// What is counted of links, so that a technician sees which box or cable is bad and since when.
public enum LinkEvent: String, Codable, CaseIterable, Sendable {
    /// A box was welcomed.
    case connected
    /// The port hung up while it was open: a cable, a hub, a box without power.
    case hungUp = "hung_up"
    /// The system took the port away.
    case removed
    /// Nothing came for 15 s.
    case silent
    /// The port could not be opened: there was none.
    case missing
    /// The port could not be opened: no permission.
    case forbidden
    /// The port could not be opened: another program had it.
    case held
    /// The port could not be opened: it is no tty.
    case noTTY = "no_tty"
    /// The port could not be opened, for another reason.
    case openFailed = "open_failed"
    /// A box was refused.
    case refused
    /// Another live box gave the same identity.
    case duplicate
    /// The box started again and kept its ring.
    case warmReset = "warm_reset"
    /// The box came without a ring: it is new, or lost what it held.
    case coldStart = "cold_start"
    /// A press frame came again.
    case resend
    /// A frame was rejected.
    case badFrame = "bad_frame"
    /// A press was stored.
    case press
    /// A press was stored before.
    case repeated
    /// A press was stored as a conflict.
    case conflict
    /// A press is missing for good.
    case gap
    /// A press found no room in the box.
    case dropped
    /// A line was left out of the log.
    case suppressed
}
