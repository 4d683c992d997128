import Foundation
import GRDB
import Ratings

/// A rating as a row, with the tick from which the minimum interval of the next press of its boot is measured.
struct RatingRow: Hashable {
    var rating: Rating
    /// Tick of the last counted press of the boot, up to and including this one.
    var anchor: UInt64?

    static let columns = """
        moment, uncertainty, counter, unit, field, officer, choice, column_name, verdict, rule, invitation, marks, anchor
        """

    init(rating: Rating, anchor: UInt64?) {
        self.rating = rating
        self.anchor = anchor
    }

    /// - Throws: where a damaged row holds a value of another type.
    init(_ row: Row) throws {
        rating = Rating(
            moment: Instant(milliseconds: try row.decode(atIndex: 0)),
            uncertainty: .milliseconds(try row.decode(Int64.self, atIndex: 1)),
            counter: try row.decode(atIndex: 2), unit: try row.decode(atIndex: 3), field: try row.decode(atIndex: 4),
            officer: try row.decode(atIndex: 5), choice: try row.decode(atIndex: 6),
            column: try row.decode(String?.self, atIndex: 7).flatMap(Column.init),
            verdict: Verdict(rawValue: try row.decode(atIndex: 8)) ?? .unregistered, rule: try row.decode(atIndex: 9),
            invitation: try row.decode(Int64?.self, atIndex: 10).map { UInt32(truncatingIfNeeded: $0) },
            marks: Mark(rawValue: try row.decode(atIndex: 11)))
        anchor = try row.decode(Int64?.self, atIndex: 12).map { UInt64(bitPattern: $0) }
    }

    private func addValues(to sink: inout some ValueSink) {
        sink.add(rating.moment.milliseconds)
        sink.add(rating.uncertainty.inMilliseconds)
        sink.add(rating.counter)
        sink.add(rating.unit)
        sink.add(rating.field)
        sink.add(rating.officer)
        sink.add(rating.choice)
        sink.add(rating.column?.rawValue)
        sink.add(rating.verdict.rawValue)
        sink.add(rating.rule)
        sink.add(rating.invitation.map { Int64($0) })
        sink.add(Int64(rating.marks.rawValue))
        sink.add(anchor.map { Int64(bitPattern: $0) })
    }

    static func insertion(_ db: Database) throws -> HotStatement {
        try HotStatement(
            db, sql: "INSERT INTO rating (\(columns), generation, position) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    }

    static func update(_ db: Database) throws -> HotStatement {
        let assignments = columns.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) + " = ?" }
        return try HotStatement(
            db, sql: "UPDATE rating SET \(assignments.joined(separator: ", ")) WHERE generation = ? AND position = ?")
    }

    /// Writes the row by `insertion` or `update`.
    func write(by statement: HotStatement, position: Int64, generation: Int64) throws {
        try statement.run { values in
            addValues(to: &values)
            values.add(generation)
            values.add(position)
        }
    }

    static func fetch(_ db: Database, position: Int64, generation: Int64) throws -> RatingRow? {
        let statement = try db.cachedStatement(
            sql: "SELECT \(columns) FROM rating WHERE generation = ? AND position = ?")
        return try Row.fetchOne(statement, arguments: [generation, position]).map(RatingRow.init)
    }

    /// The anchor of the press before `key` in its boot, as far as this generation has it.
    static func anchor(_ db: Database, before key: PressKey, generation: Int64) throws -> UInt64? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT rating.anchor FROM press JOIN rating ON rating.generation = ? AND rating.position = press.position
                WHERE press.device = ? AND press.boot = ? AND press.sequence < ? AND press.conflict_with IS NULL
                ORDER BY press.sequence DESC LIMIT 1
                """)
        let row = try Row.fetchOne(
            statement, arguments: [generation, key.device, Int64(bitPattern: key.boot), Int64(key.sequence)])
        return try row?.decode(Int64?.self, atIndex: 0).map(UInt64.init(bitPattern:))
    }

    /// The presses that answer an invitation, as far as this generation has them. One that could not count whatever
    /// the others are (a test, an input without a meaning) is no answer and replaces nothing.
    static func answers(_ db: Database, to invitation: UInt32, generation: Int64) throws -> [RatingRule.Answer] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT position, moment, column_name FROM rating
                WHERE generation = ? AND invitation = ?
                AND verdict IN ('counted', 'replaced', 'repeated', 'no_invitation', 'set_aside')
                """)
        return try Row.fetchAll(statement, arguments: [generation, Int64(invitation)]).map {
            RatingRule.Answer(
                position: try $0.decode(atIndex: 0), moment: Instant(milliseconds: try $0.decode(atIndex: 1)),
                column: try $0.decode(String?.self, atIndex: 2).flatMap(Column.init))
        }
    }
}
