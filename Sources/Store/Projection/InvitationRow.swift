import GRDB
import Ratings

/// Invitations, asked by number or by place and moment.
enum InvitationRow {
    static func fetch(_ db: Database, id: UInt32) throws -> Invitation? {
        let statement = try db.cachedStatement(sql: "SELECT body FROM invitation WHERE id = ?")
        return try decode(try String.fetchOne(statement, arguments: [Int64(id)]))
    }

    /// The last invitation that was open at the counter at that moment.
    static func fetch(_ db: Database, counter: String, at moment: Instant) throws -> Invitation? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT body FROM invitation WHERE counter = ? AND opened <= ? AND shuts > ?
                ORDER BY opened DESC, id DESC LIMIT 1
                """)
        return try decode(
            try String.fetchOne(statement, arguments: [counter, moment.milliseconds, moment.milliseconds]))
    }

    private static func decode(_ body: String?) throws -> Invitation? {
        guard let body else { return nil }
        return try StoredRecord(kind: .invitation, key: "", body: body).decoded()
    }
}
