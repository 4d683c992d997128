/// When a press was made, and how sure that is.
public enum MomentRule {
    /// Drift assumed until heartbeats have measured it: 2 %.
    public static let assumedDriftPPM = 20_000
    /// A step of the wall clock from here on is a recorded fact.
    public static let recordedStep = Duration.seconds(2)

    /// Moment and uncertainty of a press from its arrival: moment = receipt − age,
    /// uncertainty = round trip + tick resolution + drift × age (+ the time that resets may have lost).
    public static func derive(_ arrival: Arrival, facts: [ClockFact]) -> (moment: Instant, uncertainty: Duration) {
        let receipt = self.receipt(arrival.clock, facts: facts)
        let ageMilliseconds = max(0, arrival.age.inMilliseconds)
        let (product, overflow) = ageMilliseconds.multipliedReportingOverflow(
            by: Int64(abs(arrival.driftPPM ?? assumedDriftPPM)))
        let drift = overflow ? ageMilliseconds : (product + 999_999) / 1_000_000
        let uncertainty = arrival.roundTrip.inMilliseconds + 1 + drift + max(0, arrival.timeLost.inMilliseconds)
        return (receipt - .milliseconds(ageMilliseconds), .milliseconds(uncertainty))
    }

    /// The receipt by the wall clock. On a clock that was not set, by the first reading of a set clock after it within
    /// the same host boot, else by the last step after it, else as the clock had it.
    private static func receipt(_ clock: ClockReading, facts: [ClockFact]) -> Instant {
        guard !clock.isSynchronized else { return clock.wall }
        let later = facts.filter { $0.reading.hostBoot == clock.hostBoot && $0.reading.bootTime >= clock.bootTime }
        guard
            let fact = later.first(where: { $0.reading.isSynchronized }) ?? later.last(where: { $0.step != .zero })
        else { return clock.wall }
        return fact.reading.wall - (fact.reading.bootTime - clock.bootTime)
    }
}
