import GRDB
import Ratings

/// The fold of all changes: each record as it stands.
enum RecordRow {
    static func apply(_ db: Database, _ record: StoredRecord, position: Int64) throws {
        if record.kind == .invitation { try applyInvitation(db, record) }
        guard let body = record.body else {
            try db.execute(
                sql: "DELETE FROM record WHERE kind = ? AND key = ?", arguments: [record.kind.rawValue, record.key])
            return
        }
        try db.execute(
            sql: """
                INSERT INTO record (kind, key, body, position) VALUES (?, ?, ?, ?)
                ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body, position = excluded.position
                """, arguments: [record.kind.rawValue, record.key, body, position])
    }

    private static func applyInvitation(_ db: Database, _ record: StoredRecord) throws {
        guard record.body != nil else {
            try db.execute(sql: "DELETE FROM invitation WHERE id = ?", arguments: [Int64(record.key)])
            return
        }
        let invitation: Invitation = try record.decoded()
        try db.execute(
            sql: "INSERT OR REPLACE INTO invitation (id, counter, opened, shuts, body) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                Int64(invitation.id), invitation.counter, invitation.opened.milliseconds,
                invitation.shuts.milliseconds, record.body,
            ])
    }
}
