import Foundation
import GRDB
import Ratings

/// What is personal about a press, beside the chain. The press holds only the salted commitment, so erasing this row
/// breaks nothing.
struct PersonalRow {
    /// How long it is kept.
    static let retention = Duration.seconds(365 * 86400)

    var position: Int64
    var note: PersonalNote
    var salt: Data
    var keepUntil: Instant

    init(position: Int64, note: PersonalNote, received: Instant) {
        self.position = position
        self.note = note
        salt = Blake2b.randomBytes(16)
        keepUntil = received + Self.retention
    }

    init(_ row: Row) throws {
        position = try row.decode(forColumn: "position")
        note = PersonalNote(
            kind: PersonalNote.Kind(rawValue: try row.decode(forColumn: "kind")) ?? .comment,
            text: try row.decode(forColumn: "text"))
        salt = try row.decode(forColumn: "salt")
        keepUntil = Instant(milliseconds: try row.decode(forColumn: "keep_until"))
    }

    var commitment: Data {
        Blake2b.hash(Array(salt) + Array(note.kind.rawValue.utf8) + [0] + Array(note.text.utf8))
    }

    func insert(_ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO personal (position, kind, salt, text, keep_until) VALUES (?, ?, ?, ?, ?)",
            arguments: [position, note.kind.rawValue, salt, note.text, keepUntil.milliseconds])
    }
}
