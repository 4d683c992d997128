import GRDB
import GRDBSQLite

/// How many frames of the write-ahead log are in the database file already, as the memory that its connections share says:
/// `nBackfill` of SQLite's WAL-index format.
enum CopiedFrames {
    private static let place = 96
    private static let regionSize: Int32 = 32_768

    /// Makes it none, so that the next copying begins with the log's first frame. No copying may be under way, and `db` must
    /// be in a transaction that writes.
    /// - Throws: `DatabaseError`.
    static func forget(on db: Database) throws {
        var file: UnsafeMutablePointer<sqlite3_file>?
        try require(sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &file))
        guard let file, let map = file.pointee.pMethods?.pointee.xShmMap else {
            throw DatabaseError(resultCode: .SQLITE_INTERNAL, message: "the log's index cannot be reached")
        }
        var memory: UnsafeMutableRawPointer?
        try require(map(file, 0, regionSize, 0, &memory))
        memory?.storeBytes(of: 0, toByteOffset: place, as: UInt32.self)
    }

    private static func require(_ code: Int32) throws {
        if code != SQLITE_OK { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
}
