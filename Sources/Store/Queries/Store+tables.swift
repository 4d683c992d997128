import Foundation
import GRDB
import Ratings

extension Store {
    /// Reads what the tables of `days` need, from one snapshot.
    /// - Throws: `DatabaseError`.
    public func tableSource(for days: ClosedRange<Day>) throws -> TableSource {
        try snapshot { try $0.tableSource(for: days) }
    }
}

extension StoreSnapshot {
    /// Reads what the tables of `days` need.
    /// - Throws: `DatabaseError`.
    public func tableSource(for days: ClosedRange<Day>) throws -> TableSource {
        let directory = try directory
        let generation = try Projection.currentGeneration(db)
        let tallies = try TallyRow.coded(db, generation: generation, days: days)
        let settings = directory.settings
        let start = settings.start(of: days.lowerBound)
        let end = settings.start(of: days.upperBound.advanced(by: 1))
        let gaps = try directory.gaps.values.filter {
            $0.noticed >= start && ($0.after ?? start) < end
        }.sorted { ($0.noticed, $0.key) < ($1.noticed, $1.key) }.map { gap in
            TableSource.GapCount(gap: gap, missing: try Store.missing(db, gap))
        }
        return TableSource(
            tallies: tallies,
            edgeCrossings: try Store.crossings(db, generation: generation, edges: [start, end]),
            directory: directory, gaps: gaps, dropped: try Store.dropped(db, from: start, to: end),
            heard: try Store.heard(db), waiting: try Store.waiting(db, generation: generation, from: start, to: end),
            ledger: try ChainHead(db).ledgerPosition)
    }
}

extension Store {
    /// Of the sequences of a gap, those that did not come after all.
    static func missing(_ db: Database, _ gap: Gap) throws -> Int {
        let came = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM press
                WHERE device = ? AND boot = ? AND sequence >= ? AND sequence < ? AND conflict_with IS NULL
                """, arguments: [gap.device, Int64(bitPattern: gap.boot), Int64(gap.from), Int64(gap.to)])
        return max(0, Int(gap.to) - Int(gap.from) - (came ?? 0))
    }

    fileprivate static func crossings(_ db: Database, generation: Int64, edges: [Instant]) throws -> Int {
        let reach = try Projection.widestUncertainty(db)
        var count = 0
        for edge in edges {
            count +=
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM rating WHERE generation = ? AND moment BETWEEN ? AND ? AND verdict = 'counted'
                        AND abs(moment - ?) <= uncertainty
                        """,
                    arguments: [
                        generation, edge.milliseconds - reach, edge.milliseconds + reach, edge.milliseconds,
                    ]) ?? 0
        }
        return count
    }

    static let waitingQuery: String = {
        let verdicts = TableSource.waitingVerdicts.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return """
            SELECT verdict, count(*) FROM rating
            WHERE generation = ? AND moment >= ? AND moment < ? AND verdict IN (\(verdicts)) GROUP BY verdict
            """
    }()

    fileprivate static func waiting(
        _ db: Database, generation: Int64, from start: Instant, to end: Instant
    ) throws -> [Verdict: Int] {
        let rows = try Row.fetchAll(
            db, sql: waitingQuery, arguments: [generation, start.milliseconds, end.milliseconds])
        let counts = try rows.compactMap { row in
            try Verdict(rawValue: row.decode(atIndex: 0)).map { ($0, try row.decode(Int.self, atIndex: 1)) }
        }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    fileprivate static func dropped(_ db: Database, from start: Instant, to end: Instant) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT ifnull(sum(dropped), 0) FROM boot WHERE first_heard < ? AND ifnull(ended, ?) >= ?
                """, arguments: [end.milliseconds, Int64.max, start.milliseconds]) ?? 0
    }

    static func heard(_ db: Database) throws -> [String: Instant] {
        var heard: [String: Instant] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT device, heard FROM box_state") {
            heard[try row.decode(atIndex: 0)] = Instant(milliseconds: try row.decode(atIndex: 1))
        }
        return heard
    }
}
