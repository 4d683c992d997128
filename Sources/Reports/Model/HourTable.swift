import Ratings

/// When people rate: ratings by hour of the day and day of the week, with totals; the numbers of a heat map.
public struct HourTable: ReportTable, Codable {
    /// The period's name, as `PeriodName` writes it, where it has one.
    public var periodName: String?
    /// First and last day, both inclusive.
    public var days: ClosedRange<Day>
    /// The hours that have a row, each from its number to the next.
    public var hours: ClosedRange<Int>
    /// The days of the week that have a column, 1 for Monday to 7 for Sunday.
    public var weekdays: [Int]
    /// What must be known beside the numbers.
    public var notes: TableNotes
    private var cells: [Int: Counts] = [:]

    /// The table of `counts`. It has the hours of opening and those with ratings, and every day from Monday to Friday
    /// beside those with ratings.
    public init(
        _ counts: [HourCount], periodName: String?, days: ClosedRange<Day>, opening: ClosedRange<Int>?,
        notes: TableNotes
    ) {
        self.periodName = periodName
        self.days = days
        self.notes = notes
        for count in counts { cells[count.weekday * 24 + count.hour, default: Counts()][count.column] += count.count }
        let counted = counts.filter { $0.count > 0 }
        let open = opening ?? 7...16
        hours =
            counted.reduce(open.lowerBound) { min($0, $1.hour) }...counted.reduce(open.upperBound) { max($0, $1.hour) }
        weekdays = Set(1...5).union(counted.map(\.weekday)).sorted()
    }

    /// The ratings of an hour of a day of the week.
    public func counts(hour: Int, weekday: Int) -> Counts { cells[weekday * 24 + hour] ?? Counts() }

    /// The ratings of an hour on all days.
    public func counts(hour: Int) -> Counts { sum { $0 % 24 == hour } }

    /// The ratings of a day of the week.
    public func counts(weekday: Int) -> Counts { sum { $0 / 24 == weekday } }

    /// All ratings.
    public var total: Counts { sum { _ in true } }

    /// How hot a cell is: its ratings beside those of the hottest; nil where there are none at all.
    public func heat(hour: Int, weekday: Int) -> Share? {
        Share(counts(hour: hour, weekday: weekday).total, of: cells.values.map(\.total).max() ?? 0)
    }

    private func sum(_ isMeant: (Int) -> Bool) -> Counts {
        cells.reduce(into: Counts()) { sum, cell in if isMeant(cell.key) { sum += cell.value } }
    }

    /// `7 giờ - 8 giờ`.
    static func name(ofHour hour: Int) -> String { "\(hour) giờ - \(hour + 1) giờ" }

    /// `Thứ Hai` to `Chủ nhật`.
    public static func name(ofWeekday weekday: Int) -> String {
        ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"][(weekday + 6) % 7]
    }
}

extension TableBuilder {
    /// Ratings of the period by hour and day of the week, as the store added them up.
    public func hourTable(_ counts: [HourCount], asOf: Instant) -> HourTable {
        let total = counts.reduce(into: Counts()) { $0[$1.column] += $1.count }
        return HourTable(
            counts, periodName: span.name?.description, days: span.days, opening: openingHours,
            notes: notes(asOf: asOf, of: total))
    }

    /// From the hour of the first opening to the one in which the last session closes.
    private var openingHours: ClosedRange<Int>? {
        let sessions = span.pieces.flatMap { $0.lowerBound.number...$0.upperBound.number }
            .flatMap { directory.calendar.sessions(on: Day(number: $0), counter: nil) }
            .filter { $0.opens < $0.closes }
        guard let first = sessions.map(\.opens).min(), let last = sessions.map(\.closes).max() else { return nil }
        return (first.minutes / 60)...((last.minutes - 1) / 60)
    }
}
