import GRDB

/// How a database file is set up.
public struct DatabaseForm: Hashable, Sendable {
    /// SQLite's journal mode; "wal" for one that the service has written.
    public var journalMode: String
    /// Whether it lacks a migration that this program has.
    public var isOlder: Bool
}

extension Store {
    /// How the file is set up, as this reader or writer finds it.
    /// - Throws: `DatabaseError`.
    public func form() throws -> DatabaseForm {
        try pool.read { db in
            DatabaseForm(
                journalMode: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
                isOlder: try !Schema.migrator.hasCompletedMigrations(db))
        }
    }
}
