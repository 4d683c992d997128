/// Watches the wall clock against the boot-time clock, and says when it was set or stepped.
public struct ClockWatch: Sendable {
    private var last: ClockReading

    /// Starts from a first reading.
    public init(_ reading: ClockReading) { last = reading }

    /// Compares with the reading before: a step of more than 2 s either way, or a clock that is now disciplined and
    /// was not, is a fact to record.
    public mutating func look(_ reading: ClockReading) -> ClockFact? {
        defer { last = reading }
        guard reading.hostBoot == last.hostBoot else { return nil }
        let step = (reading.wall - last.wall) - (reading.bootTime - last.bootTime)
        let isStep = step > MomentRule.recordedStep || step < .zero - MomentRule.recordedStep
        guard isStep || (reading.isSynchronized && !last.isSynchronized) else { return nil }
        return ClockFact(reading: reading, step: step)
    }
}
