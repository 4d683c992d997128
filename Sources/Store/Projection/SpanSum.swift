import GRDB
import Ratings

/// Sums of tallies over spans of four weeks, by weekday and hour and by officer: what adds to a tally adds to them. A
/// range of years is read from these, and from tallies only at its edges.
enum SpanSum {
    /// Whole weeks, so that every weekday is in a span equally often.
    static let days = 28
    private static let columns = Column.allCases.map(\.rawValue)

    /// The span in which a day lies.
    static func span(of day: Int) -> Int { (day &- (day % days + days) % days) / days }

    // Made once: each commit asks for them.
    private static let hourAddition = addition(table: "hour_sum", key: ["generation", "span", "weekday", "hour"])
    private static let officerAddition = addition(table: "officer_sum", key: ["generation", "span", "officer"])

    static func hourAddition(_ db: Database) throws -> HotStatement { try HotStatement(db, sql: hourAddition) }

    static func officerAddition(_ db: Database) throws -> HotStatement { try HotStatement(db, sql: officerAddition) }

    private static func addition(table: String, key: [String]) -> String {
        let places = Array(repeating: "?", count: key.count + columns.count)
        let sums = columns.map { "\($0) = \($0) + excluded.\($0)" }
        return """
            INSERT INTO \(table) (\(list(key + columns))) VALUES (\(list(places)))
            ON CONFLICT (\(list(key))) DO UPDATE SET \(list(sums))
            """
    }

    static func add(_ counts: Counts, to hour: SpanCounts.Hour, generation: Int64, in values: inout some ValueSink) {
        values.add(generation)
        for part in [hour.span, hour.weekday, hour.hour] { values.add(Int64(part)) }
        add(counts, to: &values)
    }

    static func add(
        _ counts: Counts, to officer: SpanCounts.Officer, generation: Int64, in values: inout some ValueSink
    ) {
        values.add(generation)
        values.add(Int64(officer.span))
        values.add(officer.code)
        add(counts, to: &values)
    }

    private static func add(_ counts: Counts, to values: inout some ValueSink) {
        for column in Column.allCases { values.add(Int64(counts[column])) }
    }

    /// Whether the database has them, and of every column: one that is read and not written may be of a version without.
    static func exist(_ db: Database) throws -> Bool {
        guard try db.tableExists("officer_sum") else { return false }
        return Set(columns).isSubset(of: try db.columns(in: "officer_sum").map(\.name))
    }

    /// The hourly sums of a generation, of these spans or of all: span, weekday, hour, then the columns.
    static func hours(_ db: Database, _ generation: Int64, _ spans: Range<Int>? = nil) throws -> RowWalk {
        try walk(db, "hour_sum", ["span", "weekday", "hour"], generation, spans)
    }

    /// The sums of officers of a generation, of these spans or of all: span, officer, then the columns.
    static func officers(_ db: Database, _ generation: Int64, _ spans: Range<Int>? = nil) throws -> RowWalk {
        try walk(db, "officer_sum", ["span", "officer"], generation, spans)
    }

    private static func walk(
        _ db: Database, _ table: String, _ key: [String], _ generation: Int64, _ spans: Range<Int>?
    ) throws -> RowWalk {
        let range = spans.map { " AND span >= \($0.lowerBound) AND span < \($0.upperBound)" } ?? ""
        return try RowWalk(
            db, "SELECT \(list(key + columns)) FROM \(table) WHERE generation = \(generation)\(range)")
    }

    /// How many sums differ between two generations; a sum of nothing is as good as none.
    static func differences(_ db: Database, between old: Int64, and new: Int64) throws -> Int {
        var counts = SpanCounts()
        for (sign, generation) in [(-1, old), (1, new)] { try counts.add(sign, db, generation: generation) }
        return counts.differences
    }

    private static func list(_ parts: [String]) -> String { parts.joined(separator: ", ") }
}
