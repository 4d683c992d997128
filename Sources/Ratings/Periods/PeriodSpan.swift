/// The days that a table is of. Several months of a centre may leave days between them, or overlap.
public struct PeriodSpan: Hashable, Sendable {
    /// What it is called; nil for days that nobody named.
    public var name: PeriodName?
    /// First and last day, both inclusive.
    public var days: ClosedRange<Day>
    /// The days in it that are in none of its months, and do not count.
    public var leftOut: [ClosedRange<Day>] = []
    /// The days in it that are in two of its months.
    public var overlaps: [ClosedRange<Day>] = []

    /// All of these days.
    public init(name: PeriodName? = nil, days: ClosedRange<Day>) {
        self.name = name
        self.days = days
    }

    /// The days of these months; nil where there are none, or one ends before it begins.
    public init?(name: PeriodName, months: [ReportPeriod]) {
        let months = months.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
        guard let first = months.first, months.allSatisfy({ $0.first <= $0.last }) else { return nil }
        self.init(name: name, days: first.first...first.last)
        for month in months.dropFirst() {
            let next = days.upperBound.advanced(by: 1)
            if month.first > next { leftOut.append(next...month.first.advanced(by: -1)) }
            if month.first < next { overlaps.append(month.first...min(month.last, days.upperBound)) }
            days = days.lowerBound...max(days.upperBound, month.last)
        }
    }

    /// The days that count, as stretches without a gap.
    public var pieces: [ClosedRange<Day>] {
        var pieces: [ClosedRange<Day>] = []
        var first = days.lowerBound
        for gap in leftOut {
            pieces.append(first...gap.lowerBound.advanced(by: -1))
            first = gap.upperBound.advanced(by: 1)
        }
        return pieces + [first...days.upperBound]
    }

    /// Whether ratings of `day` count.
    public func contains(_ day: Day) -> Bool {
        days.contains(day) && !leftOut.contains { $0.contains(day) }
    }
}

extension ClosedRange<Day> {
    /// How many days.
    public var count: Int { upperBound.number - lowerBound.number + 1 }
}
