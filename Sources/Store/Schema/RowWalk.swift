import GRDB
import GRDBSQLite

/// Steps through the rows of a query and hands out columns as SQLite holds them, without making values of them: a
/// ledger of millions of rows is walked through this.
final class RowWalk {
    private let statement: OpaquePointer
    private let db: Database

    /// - Throws: `DatabaseError`.
    init(_ db: Database, _ sql: String) throws {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(db.sqliteConnection, sql, -1, &statement, nil)
        guard code == SQLITE_OK, let statement else { throw Self.failure(code, db) }
        self.statement = statement
        self.db = db
    }

    deinit { sqlite3_finalize(statement) }

    /// Goes to the next row; false where there is none.
    /// - Throws: `DatabaseError`.
    func next() throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw Self.failure(code, db)
        }
    }

    var columns: Int32 { sqlite3_column_count(statement) }

    func type(_ column: Int32) -> Int32 { sqlite3_value_type(value(column)) }

    func int(_ column: Int32) -> Int64 { sqlite3_value_int64(value(column)) }

    func double(_ column: Int32) -> Double { sqlite3_value_double(value(column)) }

    /// The bytes of a text or blob, good until the next step.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let value = value(column)
        let start = sqlite3_value_blob(value)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
    }

    /// Without the lock and the look at the connection's errors that each other call for a column takes: a walk is used
    /// by one thread.
    private func value(_ column: Int32) -> OpaquePointer? { sqlite3_column_value(statement, column) }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    private static func failure(_ code: Int32, _ db: Database) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
    }
}
