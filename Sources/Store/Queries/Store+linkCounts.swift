import GRDB
import Ratings

extension Store {
    /// Days with counts of links that are kept. The newest of them, not the last by the calendar: a clock that once
    /// stood years ahead must not take the others along.
    static let daysOfLinkCounts = 400

    /// Adds to the counts of links, in one transaction.
    /// - Throws: `DatabaseError`; then nothing was added.
    public func addLinkCounts(_ counts: [LinkCount]) async throws {
        guard !counts.isEmpty else { return }
        try await pool.write { db in
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO link_count (day, link, event, count) VALUES (?, ?, ?, ?)
                    ON CONFLICT (day, link, event) DO UPDATE SET count = count + excluded.count
                    """)
            for count in counts {
                try statement.execute(
                    arguments: [count.day.number, count.link, count.event.rawValue, count.count])
            }
        }
    }

    /// Forgets the counts of all but the newest 400 days that have some.
    /// - Throws: `DatabaseError`.
    public func forgetOldLinkCounts() async throws {
        try await pool.write { db in
            try db.execute(
                sql: """
                    DELETE FROM link_count WHERE day < (SELECT min(day) FROM (
                        SELECT DISTINCT day FROM link_count ORDER BY day DESC LIMIT ?))
                    """, arguments: [Self.daysOfLinkCounts])
        }
    }

    /// The counts of links in `days`, by day, link and event. Empty where the database is of a version without them.
    /// - Throws: `DatabaseError`.
    public func linkCounts(in days: ClosedRange<Day>) throws -> [LinkCount] {
        try pool.read { db in
            guard try db.tableExists("link_count") else { return [] }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT day, link, event, count FROM link_count WHERE day BETWEEN ? AND ? ORDER BY day, link, event
                    """, arguments: [days.lowerBound.number, days.upperBound.number]
            ).compactMap { row in
                // What a newer version counts besides is not ours to tell.
                guard let event = LinkEvent(rawValue: try row.decode(atIndex: 2)) else { return nil }
                // A damaged row may have any number, and these are added up.
                let count = try Int(Int32(clamping: row.decode(Int64.self, atIndex: 3)))
                return LinkCount(
                    day: Day(number: try row.decode(atIndex: 0)), link: try row.decode(atIndex: 1), event: event,
                    count: count)
            }
        }
    }
}
