import GRDB
import Ratings

extension Store {
    /// The counted ratings of `days` by hour and day of the week, in this order; what has none is left out.
    /// - Throws: `DatabaseError`.
    public func hourCounts(for days: ClosedRange<Day>) throws -> [HourCount] {
        try snapshot { try $0.hourCounts(for: days) }
    }

    /// The counted ratings of `days` by officer, in the order of their codes; what has none is left out.
    /// - Throws: `DatabaseError`.
    public func officerCounts(for days: ClosedRange<Day>) throws -> [OfficerCount] {
        try snapshot { try $0.officerCounts(for: days) }
    }
}

extension StoreSnapshot {
    /// The counted ratings of `days` by hour and day of the week, in this order; what has none is left out.
    /// - Throws: `DatabaseError`.
    public func hourCounts(for days: ClosedRange<Day>) throws -> [HourCount] {
        var counts: [HourOfWeek: Counts] = [:]
        try forEachSpan(in: days, of: SpanSum.hours) { row in
            counts[HourOfWeek(weekday: Int(row.int(1)), hour: Int(row.int(2))), default: Counts()]
                .add(row, from: 3)
        } edges: { row, day, column, count in
            counts[HourOfWeek(weekday: day.weekday, hour: Int(row.int(1))), default: Counts()][column] &+= count
        }
        return counts.sorted { $0.key < $1.key }.flatMap { place, counts in
            counts.counted.map {
                HourCount(weekday: place.weekday, hour: place.hour, column: $0.column, count: $0.count)
            }
        }
    }

    fileprivate func officerCounts(for days: ClosedRange<Day>) throws -> [OfficerCount] {
        var counts: [String: Counts] = [:]
        try forEachSpan(in: days, of: SpanSum.officers) { row in
            counts[row.text(1), default: Counts()].add(row, from: 2)
        } edges: { row, _, column, count in
            counts[row.text(2), default: Counts()][column] &+= count
        }
        return counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.flatMap { officer, counts in
            counts.counted.map {
                OfficerCount(officer: officer.isEmpty ? nil : officer, column: $0.column, count: $0.count)
            }
        }
    }

    /// Hands out sums of the whole spans in `days`, and the tallies of the days beside them: day, hour, officer.
    private func forEachSpan(
        in days: ClosedRange<Day>, of sums: (Database, Int64, Range<Int>?) throws -> RowWalk,
        spans: (RowWalk) -> Void, edges: (RowWalk, Day, Ratings.Column, Int) -> Void
    ) throws {
        let generation = try Projection.currentGeneration(db)
        let range = try SpanSum.exist(db) ? SpanRange(days) : SpanRange(edges: days)
        if !range.spans.isEmpty {
            let rows = try sums(db, generation, range.spans)
            while try rows.next() { spans(rows) }
        }
        for days in range.edges {
            let rows = try RowWalk(
                db,
                """
                SELECT day, hour, officer, column_name, count FROM tally
                WHERE generation = \(generation) AND day BETWEEN \(days.lowerBound) AND \(days.upperBound)
                """)
            while try rows.next() {
                guard let column = Column(bytes: rows.bytes(3)) else { continue }
                edges(rows, Day(number: Int(rows.int(0))), column, Int(rows.int(4)))
            }
        }
    }
}

/// An hour of a day of the week.
private struct HourOfWeek: Hashable, Comparable {
    var weekday, hour: Int

    static func < (left: HourOfWeek, right: HourOfWeek) -> Bool {
        (left.weekday, left.hour) < (right.weekday, right.hour)
    }
}
