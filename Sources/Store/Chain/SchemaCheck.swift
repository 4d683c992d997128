import GRDB

/// Compares the tables, indexes and triggers of a file with those that the migrations make. Without its unique index a
/// press could be taken twice, and without the triggers a slip of the hand could alter one.
enum SchemaCheck {
    /// What differs, in the order of its names. A file that was not migrated yet is compared with its own version.
    /// - Throws: `DatabaseError`.
    static func findings(_ db: Database) throws -> [Verification.Finding] {
        let (present, made) = (try objects(db), try objects(upTo: Schema.migrator.completedMigrations(db).last))
        return Set(present.keys).union(made.keys).sorted().compactMap { object in
            switch (made[object], present[object]) {
            case (let made, let present) where made == present: nil
            case (nil, _): .schema(object: object, .added)
            case (_, nil): .schema(object: object, .missing)
            default: .schema(object: object, .altered)
            }
        }
    }

    private static func objects(upTo migration: String?) throws -> [String: [Substring]] {
        let queue = try DatabaseQueue()
        if let migration {
            try Schema.migrator.migrate(queue, upTo: migration)
        } else {
            try Schema.migrator.migrate(queue)
        }
        return try queue.read { try objects($0) }
    }

    /// The words by which each was made, by kind and name. What SQLite makes for itself is left out.
    private static func objects(_ db: Database) throws -> [String: [Substring]] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT type || ' ' || name, sql FROM sqlite_master WHERE substr(name, 1, 7) <> 'sqlite_'")
        return try rows.reduce(into: [:]) { objects, row in
            let sql = try row.decode(String?.self, atIndex: 1) ?? ""
            objects[try row.decode(atIndex: 0)] = sql.split(whereSeparator: \.isWhitespace)
        }
    }
}
