/// What follows from a press and the directory alone, before its neighbours are asked.
public struct Basis: Sendable {
    /// When the press was made.
    public let moment: Instant
    /// The moment may be off by this much either way.
    public let uncertainty: Duration
    /// Codes of the counters that the box stood for; empty where nobody says.
    public let counters: [String]
    /// The choice its input stands for.
    public let choice: RatingScale.Choice?
    /// Remarks on the arrival.
    public let marks: Mark

    /// Derives moment, place of the box and choice of `press`.
    public init(_ press: Press, in directory: Directory) {
        let arrival = press.arrival
        let facts = arrival.clock.isSynchronized ? [] : directory.clockFacts[arrival.clock.hostBoot] ?? []
        (moment, uncertainty) = MomentRule.derive(arrival, facts: facts)
        counters = directory.assignments.holding(of: press.key.device, at: moment).first?.counters ?? []
        let counter = counters.count == 1 ? counters.first : nil
        choice = Self.scale(of: press.key.device, counter: counter, at: moment, in: directory)?.choice(for: press.input)
        var marks: Mark = []
        if arrival.age > RatingRule.lateAfter { marks.insert(.late) }
        if !arrival.clock.isSynchronized { marks.insert(.clockUnset) }
        if arrival.timeWasLost { marks.insert(.timeLost) }
        self.marks = marks
    }

    /// The scale a box uses: the one that is set for it, else the only one there is.
    static func scale(of box: String, counter: String?, at moment: Instant, in directory: Directory) -> RatingScale? {
        if let code = directory.settings.value(.scale, at: moment, counter: counter, box: box) {
            return directory.scales.version(of: code, at: moment)
        }
        let codes = directory.scales.codes
        guard codes.count == 1, let code = codes.first else { return nil }
        return directory.scales.version(of: code, at: moment)
    }
}
