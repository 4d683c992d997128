import GRDB
import GRDBSQLite

/// The indexes of the ratings of one generation, compared in a walk over them.
struct RatingIndexes {
    static let names: Set = ["rating_moment", "rating_invitation", "rating_waiting"]
    /// The ratings that `rating_waiting` leads to, in the words of the schema.
    static let waiting = "verdict IN ('unregistered', 'duplicate_identity', 'unknown_input')"

    private var moment, invitation, waiting: IndexCheck

    init(generation: Int64) {
        func check(_ name: String, over column: String, where condition: String) -> IndexCheck {
            IndexCheck(
                name, of: "rating", over: "'', \(column), 0", where: "generation = \(generation)\(condition)")
        }
        moment = check("rating_moment", over: "moment", where: "")
        invitation = check("rating_invitation", over: "invitation", where: " AND invitation IS NOT NULL")
        waiting = check("rating_waiting", over: "moment", where: " AND \(Self.waiting)")
    }

    /// Takes a rating: its moment stands in column `column`, its invitation and whether it waits behind that.
    mutating func note(_ row: RowWalk, at position: Int64, from column: Int32) {
        moment.expect(row.int(column), at: position)
        if row.type(column + 1) != SQLITE_NULL { invitation.expect(row.int(column + 1), at: position) }
        if row.int(column + 2) != 0 { waiting.expect(row.int(column), at: position) }
    }

    /// Once all rows were noted.
    /// - Throws: `DatabaseError` with the code `SQLITE_CORRUPT` where one leads astray.
    func compare(_ db: Database) throws {
        for index in [moment, invitation, waiting] { try index.compare(db) }
    }
}
