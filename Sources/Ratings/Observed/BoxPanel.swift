/// One open port and the box behind it, as it is now.
public struct LinkState: Codable, Hashable, Sendable {
    /// How far the link has come.
    public enum Phase: String, Codable, Hashable, Sendable {
        /// The port cannot be opened; it is tried again.
        case unavailable
        /// The port is open, and no box has said hello yet.
        case waiting
        /// The box is known and its presses are taken.
        case connected
        /// The box is not taken: see `refusal`.
        case refused
        /// Nothing has come for 15 s.
        case silent
        /// Another live box gives the same identity.
        case duplicate
    }

    /// Path of the port.
    public var port: String
    /// UID of the box, once it has said it.
    public var device: String?
    /// How far the link has come.
    public var phase: Phase
    /// Since when.
    public var since: Instant
    /// Why the port is unavailable, or the box refused.
    public var reason: String?
    /// Why the box is refused; nil in every other phase.
    public var refusal: Refusal?
    /// Make and abilities of the box.
    public var description: BoxDescription?
    /// Presses in the box that are not receipted yet.
    public var waiting: Int
    /// Presses taken over this port since the service started.
    public var taken: Int
    /// Press frames that came again.
    public var resends: Int
    /// Frames that were rejected.
    public var badFrames: Int
    /// Times the link was lost.
    public var disconnects: Int
    /// Last measured round trip in milliseconds.
    public var roundTripMilliseconds: Int?
    /// What the box said of its health, in this connection.
    public var health: BoxHealth?

    /// A port that was just found.
    public init(port: String, since: Instant) {
        self.port = port
        self.phase = .unavailable
        self.since = since
        (waiting, taken, resends, badFrames, disconnects) = (0, 0, 0, 0, 0)
    }
}

/// What the rest of the house may ask of connected boxes.
public protocol BoxPanel: Sendable {
    /// All ports with what is behind them, by path.
    func links() async -> [LinkState]
    /// Lets a box blink; false where it is not connected.
    func blink(_ device: String, for duration: Duration) async -> Bool
    /// Shows a text on a box that has a display; false where it is not connected.
    func show(_ text: String, on device: String, for duration: Duration) async -> Bool
    /// Opens an invitation on a box; false where it is not connected.
    func invite(on device: String, id: UInt32, window: Duration) async -> Bool
}
