import GRDBSQLite

/// A prepared statement of the C API. Texts and blobs must outlive the step.
struct SQLiteStatement: ~Copyable {
    private let handle: OpaquePointer?
    private let database: OpaquePointer?

    init(_ database: OpaquePointer?, _ sql: String) throws {
        var handle: OpaquePointer?
        guard sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil) == SQLITE_OK else {
            throw BenchError("\(String(cString: sqlite3_errmsg(database))): \(sql)")
        }
        self.handle = handle
        self.database = database
    }

    deinit { sqlite3_finalize(handle) }

    func bind(_ index: Int32, _ number: Int64) { sqlite3_bind_int64(handle, index, number) }
    func bind(_ index: Int32, _ text: UnsafePointer<CChar>) { sqlite3_bind_text(handle, index, text, -1, nil) }
    func bind(_ index: Int32, _ blob: UnsafeRawBufferPointer) {
        sqlite3_bind_blob(handle, index, blob.baseAddress, Int32(blob.count), nil)
    }

    /// Runs a statement that gives no rows.
    func run() throws {
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else { throw BenchError(String(cString: sqlite3_errmsg(database))) }
    }

    /// Calls `body` for each row.
    func rows(_ body: (borrowing SQLiteStatement) throws -> Void) throws {
        defer { sqlite3_reset(handle) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try body(self)
            case SQLITE_DONE: return
            default: throw BenchError(String(cString: sqlite3_errmsg(database)))
            }
        }
    }

    func number(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
    func text(_ column: Int32) -> String { sqlite3_column_text(handle, column).map { String(cString: $0) } ?? "" }
    func blob(_ column: Int32) -> [UInt8] {
        let bytes = UnsafeRawBufferPointer(
            start: sqlite3_column_blob(handle, column), count: Int(sqlite3_column_bytes(handle, column)))
        return Array(bytes)
    }

    var columns: Int32 { sqlite3_column_count(handle) }

    /// Adds a column with its type.
    func add(_ column: Int32, to link: inout LinkBytes) {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: link.add(number(column))
        case SQLITE_TEXT: text(column).withCString { link.add($0) }
        case SQLITE_BLOB: blob(column).withUnsafeBytes { link.add(blob: $0) }
        default: link.addNull()
        }
    }
}
