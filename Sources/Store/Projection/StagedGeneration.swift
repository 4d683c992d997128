import GRDB
import Ratings

/// A generation being built beside the one in force, under a directory that may not be in force yet.
struct StagedGeneration {
    let generation: Int64
    let directory: Directory
    private let current: Int64
    private let lastChange: Int64
    private var position: Int64 = 0

    init(_ db: Database, directory: Directory) throws {
        self.directory = directory
        current = try Projection.currentGeneration(db)
        generation = current &+ 1
        lastChange = try Self.lastChange(db)
    }

    private static func lastChange(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT max(position) FROM change") ?? 0
    }

    /// Whether nobody changed the directory or the generation since this one was begun.
    func isFresh(_ db: Database) throws -> Bool {
        try Projection.currentGeneration(db) == current && Self.lastChange(db) == lastChange
    }

    /// Projects up to `count` more presses; true when there are none left.
    mutating func advance(_ db: Database, by count: Int) throws -> Bool {
        var projection = try Projection(db, generation: generation, directory: directory)
        let rows = try Row.fetchAll(
            try db.cachedStatement(
                sql: "SELECT \(PressRow.columns) FROM press WHERE position > ? ORDER BY position LIMIT ?"),
            arguments: [position, count])
        for row in rows {
            let press = try PressRow(row)
            try projection.add(press)
            position = press.position
        }
        try projection.writeTallies()
        return rows.count < count
    }

    /// Projects the presses that came since.
    func catchUp(_ db: Database) throws {
        var rest = self
        while try !rest.advance(db, by: 1000) {}
    }

    /// Whether this generation has all presses.
    func isCaughtUp(_ db: Database) throws -> Bool {
        try Int64.fetchOne(db, sql: "SELECT max(position) FROM press") ?? 0 == position
    }

    /// How the tables would move if this generation came into force.
    func movement(_ db: Database) throws -> TableMovement {
        let parts = RatingRow.columns.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
        let differs = parts.map { "new.\($0) IS NOT old.\($0)" }.joined(separator: " OR ")
        let ratings = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM rating new
                LEFT JOIN rating old ON old.generation = ? AND old.position = new.position
                WHERE new.generation = ? AND (old.position IS NULL OR \(differs))
                """, arguments: [current, generation])
        var cells: [TallyKey: Int] = [:]
        for (sign, generation) in [(-1, current), (1, self.generation)] {
            for tally in try TallyRow.fetch(db, generation: generation) {
                cells[tally.key, default: 0] &+= sign &* tally.count
            }
        }
        let sums = try SpanSum.differences(db, between: current, and: generation)
        return TableMovement(cells: cells.filter { $0.value != 0 }, ratings: ratings ?? 0, sums: sums)
    }

    /// Removes up to `limit` rows of generations that are not in force; true while there are more.
    static func removeSome(_ db: Database, limit: Int) throws -> Bool {
        let current = try Projection.currentGeneration(db)
        let keys: KeyValuePairs = [
            "rating": "generation, position",
            "tally": "generation, day, hour, unit, counter, officer, field, choice, column_name",
            "hour_sum": "generation, span, weekday, hour", "officer_sum": "generation, span, officer",
        ]
        for (table, key) in keys {
            // Two ranges on the primary key: an inequality would scan the generation in force.
            for condition in ["generation < ?", "generation > ?"] {
                try db.execute(
                    sql:
                        "DELETE FROM \(table) WHERE (\(key)) IN (SELECT \(key) FROM \(table) WHERE \(condition) LIMIT ?)",
                    arguments: [current, limit])
                if db.changesCount == limit { return true }
            }
        }
        return false
    }
}
