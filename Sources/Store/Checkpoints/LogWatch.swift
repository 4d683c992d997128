import GRDB
import GRDBSQLite

/// Hears after each commit of a connection how many pages the write-ahead log has.
final class LogWatch: Sendable {
    private let threshold: Int
    private let announce: AsyncStream<Void>.Continuation

    init(threshold: Int, announce: AsyncStream<Void>.Continuation) {
        self.threshold = threshold
        self.announce = announce
    }

    /// Takes the place of SQLite's own hook, which would copy within the commit. It lives until `end`.
    func begin(on db: Database) {
        sqlite3_wal_hook(
            db.sqliteConnection,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<LogWatch>.fromOpaque(context).takeUnretainedValue().hear(Int(pages))
                return SQLITE_OK
            }, Unmanaged.passRetained(self).toOpaque())
    }

    /// SQLite's own number of pages.
    private static let usual: Int32 = 1000

    /// Puts SQLite's own hook back.
    func end(on db: Database) {
        sqlite3_wal_autocheckpoint(db.sqliteConnection, Self.usual)
        announce.finish()
        Unmanaged.passUnretained(self).release()
    }

    private func hear(_ pages: Int) {
        if pages >= threshold { announce.yield() }
    }
}
