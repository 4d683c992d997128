import GRDB
import Ratings

extension Store {
    /// The counted ratings of `days` by hour and day of the week, in this order; what has none is left out.
    /// - Throws: `DatabaseError`.
    public func hourCounts(for days: ClosedRange<Day>) throws -> [HourCount] {
        // 1970-01-01 was a Thursday; days before it are negative.
        try sums(of: "((day + 3) % 7 + 7) % 7 + 1, hour", days).compactMap { row in
            Column(rawValue: row[2]).map { HourCount(weekday: row[0], hour: row[1], column: $0, count: row[3]) }
        }
    }

    /// The counted ratings of `days` by officer, in the order of their codes; what has none is left out.
    /// - Throws: `DatabaseError`.
    public func officerCounts(for days: ClosedRange<Day>) throws -> [OfficerCount] {
        try sums(of: "officer", days).compactMap { row in
            let officer: String = row[0]
            return Column(rawValue: row[1]).map {
                OfficerCount(officer: officer.isEmpty ? nil : officer, column: $0, count: row[2])
            }
        }
    }

    private func sums(of key: String, _ days: ClosedRange<Day>) throws -> [Row] {
        try pool.read { db in
            try Row.fetchAll(
                try db.cachedStatement(
                    sql: """
                        SELECT \(key), column_name, sum(count) FROM tally WHERE generation = ? AND day BETWEEN ? AND ?
                        GROUP BY \(key), column_name ORDER BY \(key), column_name
                        """),
                arguments: [
                    try Projection.currentGeneration(db), days.lowerBound.number, days.upperBound.number,
                ])
        }
    }
}
