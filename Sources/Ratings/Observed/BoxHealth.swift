/// What a box said of its own health when it was last asked.
public struct BoxHealth: Codable, Hashable, Sendable {
    /// When it said so.
    public var heard: Instant
    /// When it last started, by its own count of time.
    public var started: Instant
    /// Why it last started.
    public var resetCause: String
    /// Resets since its ring began.
    public var resets: Int
    /// Presses that waited in it.
    public var ringDepth: Int
    /// Presses that it can hold.
    public var ringCapacity: Int
    /// Frames from here that it rejected since it started.
    public var badFrames: Int
    /// Press frames that it sent again since it started.
    public var resends: Int
    /// Buttons that are held down and take no press, counted from 1.
    public var stuckButtons: [Int]

    /// What a box said of its health.
    public init(
        heard: Instant, started: Instant, resetCause: String, resets: Int, ringDepth: Int, ringCapacity: Int,
        badFrames: Int, resends: Int, stuckButtons: [Int]
    ) {
        self.heard = heard
        self.started = started
        self.resetCause = resetCause
        self.resets = resets
        self.ringDepth = ringDepth
        self.ringCapacity = ringCapacity
        self.badFrames = badFrames
        self.resends = resends
        self.stuckButtons = stuckButtons
    }
}
