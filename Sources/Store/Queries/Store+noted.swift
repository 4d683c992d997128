import Foundation
import GRDB
import Ratings

extension Store {
    /// The counted ratings of `days` in some columns, in the order of their moments, with the comments that came with
    /// them.
    /// - Throws: `DatabaseError`.
    public func notedRatings(for days: ClosedRange<Day>, in columns: Set<Ratings.Column>) throws -> [NotedRating] {
        try pool.read { db in
            let settings = try directory(in: db).settings
            let generation = try Projection.currentGeneration(db)
            let positions = try Int64.fetchAll(
                db,
                sql: """
                    SELECT position FROM rating
                    WHERE generation = ? AND moment >= ? AND moment < ? AND verdict = 'counted'
                    AND column_name IN (SELECT value FROM json_each(?)) ORDER BY moment, position
                    """,
                arguments: [
                    generation, settings.start(of: days.lowerBound).milliseconds,
                    settings.start(of: days.upperBound.advanced(by: 1)).milliseconds,
                    String(decoding: try JSONEncoder().encode(columns.map(\.rawValue)), as: UTF8.self),
                ])
            return try positions.compactMap { position in
                guard let press = try PressRow.fetch(db, position: position),
                    let rating = try RatingRow.fetch(db, position: position, generation: generation)
                else { return nil }
                let note = try Row.fetchOne(
                    db, sql: "SELECT * FROM personal WHERE position = ?", arguments: [position]
                ).map { try PersonalRow($0).note }
                return NotedRating(
                    press: press.press.key, rating: rating.rating, comment: note?.kind == .comment ? note?.text : nil)
            }
        }
    }
}
