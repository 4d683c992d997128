/// Who is on duty at a counter at one moment, after stand-ins and sign-ons.
public struct Crew: Hashable, Sendable {
    /// The duties in force.
    public let duties: [Duty]

    /// The crew of `counter` at `moment`. Sign-ons go before the roster; a stand-in takes the place of the officer it
    /// names, or of everybody there.
    public init(at counter: String, _ moment: Instant, in directory: Directory) {
        let holding = directory.duties.holding(of: counter, at: moment)
        if holding.allSatisfy({ $0.source == .roster }) {
            duties = holding
            return
        }
        let roster = holding.filter { $0.source == .roster }
        let signedOn = holding.filter { $0.source == .signOn }.map { duty in
            duty.serving(unitOf: roster.filter { $0.officer == duty.officer })
        }
        var crew = signedOn.isEmpty ? roster : signedOn
        for duty in holding where duty.source == .standIn {
            let standIn = duty.serving(unitOf: crew.filter { $0.officer == duty.replaces ?? $0.officer })
            if let replaced = standIn.replaces {
                crew.removeAll { $0.officer == replaced }
            } else {
                crew.removeAll { $0.source != .standIn }
            }
            crew.append(standIn)
        }
        duties = crew
    }

    /// The officer, where there is exactly one.
    public var officer: String? { duties.lazy.map { $0.officer }.sole }

    /// The unit served for, where all on duty serve for the same one.
    public var unit: String? { Self.unit(of: duties) }

    /// The unit that `officer` serves for here; of nobody in particular, the one that all serve for.
    func unit(of officer: String?) -> String? {
        guard let officer else { return unit }
        return Self.unit(of: duties.filter { $0.officer == officer })
    }

    private static func unit(of duties: [Duty]) -> String? { duties.lazy.map { $0.unit }.sole ?? nil }

    /// The instants within `[start, end]` at which to look again: both ends, and whenever a duty begins or ends.
    static func changes(at counter: String, from start: Instant, to end: Instant, in directory: Directory) -> [Instant]
    {
        var instants: Set<Instant> = []
        for duty in directory.duties.overlapping(of: counter, from: start, until: end + .milliseconds(1)) {
            if duty.since > start { instants.insert(duty.since) }
            if let until = duty.until, until <= end { instants.insert(until) }
        }
        guard !instants.isEmpty else { return [] }
        return [start] + instants.sorted()
    }
}

extension Duty {
    /// This duty, where it is silent about the unit, for the one that `others`, which it refines or stands in for, are
    /// served for.
    fileprivate func serving(unitOf others: [Duty]) -> Duty {
        guard unit == nil, let sole = others.lazy.compactMap({ $0.unit }).sole else { return self }
        var duty = self
        duty.unit = sole
        return duty
    }
}

extension Sequence where Element: Equatable {
    /// The one value that all elements have; nil where there is none, or two differ.
    var sole: Element? {
        var values = makeIterator()
        guard let first = values.next() else { return nil }
        while let next = values.next() {
            if next != first { return nil }
        }
        return first
    }
}
