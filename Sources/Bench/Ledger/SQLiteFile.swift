import GRDBSQLite

/// A connection of the C API.
final class SQLiteFile {
    let handle: OpaquePointer?

    /// Opens an existing database.
    init(_ path: String, isReadOnly: Bool = false) throws {
        var handle: OpaquePointer?
        let mode = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
        let code = sqlite3_open_v2(path, &handle, mode | SQLITE_OPEN_NOMUTEX, nil)
        self.handle = handle
        guard code == SQLITE_OK else { throw BenchError("\(path): \(String(cString: sqlite3_errmsg(handle)))") }
        try execute("PRAGMA synchronous = FULL")
    }

    deinit { sqlite3_close_v2(handle) }

    func execute(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
            throw BenchError("\(String(cString: sqlite3_errmsg(handle))): \(sql)")
        }
    }

    /// The first column of the only row.
    func number(_ sql: String) throws -> Int64 {
        var number: Int64 = 0
        try SQLiteStatement(handle, sql).rows { number = $0.number(0) }
        return number
    }
}
