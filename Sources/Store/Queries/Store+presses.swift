import Foundation
import GRDB
import Ratings

/// A press with what became of it.
public struct RatedPress: Hashable, Sendable {
    /// Ledger position.
    public var position: Int64
    /// As observed.
    public var press: Press
    /// As derived.
    public var rating: Rating
}

extension Store {
    /// Calls `body` for each press with its rating, in the order of the ledger, from one snapshot.
    /// - Throws: `DatabaseError`, or what `body` throws.
    public func forEachPress(_ body: (RatedPress) throws -> Void) throws {
        try pool.read { db in
            let generation = try Projection.currentGeneration(db)
            let presses = try Row.fetchCursor(db, sql: "SELECT \(PressRow.columns) FROM press ORDER BY position")
            while let row = try presses.next() {
                let press = try PressRow(row)
                guard let rating = try RatingRow.fetch(db, position: press.position, generation: generation) else {
                    continue
                }
                try body(RatedPress(position: press.position, press: press.press, rating: rating.rating))
            }
        }
    }

    /// Whether the ledger has this press.
    /// - Throws: `DatabaseError`.
    public func hasPress(_ key: PressKey) throws -> Bool {
        try pool.read { try PressRow.fetch($0, key: key) != nil }
    }

    /// What became of a press; nil where the ledger does not have it.
    /// - Throws: `DatabaseError`.
    public func rating(of key: PressKey) throws -> Rating? {
        try pool.read { db in
            guard let row = try PressRow.fetch(db, key: key) else { return nil }
            let generation = try Projection.currentGeneration(db)
            return try RatingRow.fetch(db, position: row.position, generation: generation)?.rating
        }
    }

    /// The tallies of `days`.
    /// - Throws: `DatabaseError`.
    public func tallies(for days: ClosedRange<Day>) throws -> [Tally] {
        try pool.read { try TallyRow.fetch($0, generation: try Projection.currentGeneration($0), days: days) }
    }

    /// The presses made on a day, whatever became of them.
    /// - Throws: `DatabaseError`.
    public func presses(on day: Day, in zone: Zone) throws -> PressesOfDay {
        try pool.read { db in
            let row = try Row.fetchOne(
                db,
                sql: "SELECT count(*), max(moment) FROM rating WHERE generation = ? AND moment >= ? AND moment < ?",
                arguments: [
                    try Projection.currentGeneration(db), zone.start(of: day).milliseconds,
                    zone.start(of: day.advanced(by: 1)).milliseconds,
                ])
            return PressesOfDay(
                count: row?[0] ?? 0, last: (row?[1] as Int64?).map(Instant.init(milliseconds:)))
        }
    }

    /// What personal things came with a press and were not erased.
    /// - Throws: `DatabaseError`.
    public func personalNote(of key: PressKey) throws -> PersonalNote? {
        try pool.read { db in
            guard let row = try PressRow.fetch(db, key: key) else { return nil }
            return try Row.fetchOne(db, sql: "SELECT * FROM personal WHERE position = ?", arguments: [row.position])
                .map { try PersonalRow($0).note }
        }
    }

    /// Erases what is personal about one press, or (nil) all that is past its retention, and leaves a change behind
    /// that tells how much. The chain stays whole. Returns how many were erased.
    /// - Throws: `StoreError.noSuchPress`, `DatabaseError`.
    public func erasePersonal(of key: PressKey?, at instant: Instant, who: String, why: String) async throws -> Int {
        try await write { writer in
            if let key {
                guard let row = try PressRow.fetch(writer.db, key: key) else {
                    throw StoreError.noSuchPress(key.description)
                }
                try writer.db.execute(
                    sql: """
                        DELETE FROM personal WHERE position = ?
                        OR position IN (SELECT position FROM press WHERE conflict_with = ?)
                        """, arguments: [row.position, row.position])
            } else {
                try writer.db.execute(
                    sql: "DELETE FROM personal WHERE keep_until <= ?", arguments: [instant.milliseconds])
            }
            let erased = writer.db.changesCount
            if erased > 0 {
                let what = key.map(\.description) ?? "\(erased) past their retention"
                try writer.append(
                    Change(at: instant, who: who, action: "erase personal: \(what)", why: why, records: []))
            }
            return erased
        }
    }

    /// All changes, oldest first.
    /// - Throws: `DatabaseError`.
    public func changes() throws -> [Change] {
        try pool.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM change ORDER BY position").map { try ChangeRow($0).change }
        }
    }
}
