/// What the host's clocks said at one moment: by the wall, and by a clock that nobody can set.
public struct ClockReading: Hashable, Codable, Sendable {
    /// The wall clock.
    public var wall: Instant
    /// The kernel's boot id: `bootTime` only compares within one of these.
    public var hostBoot: String
    /// Time since the host booted, suspended time included.
    public var bootTime: Duration
    /// Whether the wall clock was known to be set (disciplined by NTP or set since boot).
    public var isSynchronized: Bool

    /// A reading of both clocks taken together.
    public init(wall: Instant, hostBoot: String, bootTime: Duration, isSynchronized: Bool) {
        self.wall = wall
        self.hostBoot = hostBoot
        self.bootTime = bootTime
        self.isSynchronized = isSynchronized
    }
}

/// Where the present time comes from. Injected everywhere, so that a test or the demo can step it.
public protocol HostClock: Sendable {
    /// Reads all clocks at once.
    func read() -> ClockReading
}
