/// When and how a press reached the host.
public struct Arrival: Hashable, Codable, Sendable {
    /// The host's clocks at the receipt.
    public var clock: ClockReading
    /// How old the press was by the box's own ticks.
    public var age: Duration
    /// Resets of the box between the press and its receipt.
    public var resetsSince: UInt16
    /// Time that the box may have lost between the press and its receipt, at most: by the wire protocol 2 s a warm
    /// reset, or as long as it was not heard where its ring survives a power cut.
    public var timeLost: Duration
    /// Round trip of the link, as last measured.
    public var roundTrip: Duration
    /// Drift of the box's clock in parts per million, once heartbeats have measured it.
    public var driftPPM: Int?

    /// An arrival.
    public init(
        clock: ClockReading, age: Duration, resetsSince: UInt16 = 0, timeLost: Duration = .zero,
        roundTrip: Duration = .zero, driftPPM: Int? = nil
    ) {
        self.clock = clock
        self.age = age
        self.resetsSince = resetsSince
        self.timeLost = timeLost
        self.roundTrip = roundTrip
        self.driftPPM = driftPPM
    }

    /// Whether the box lost time between the press and its receipt.
    public var timeWasLost: Bool { resetsSince > 0 }
}
