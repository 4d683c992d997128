import Foundation
import GRDB
import GRDBSQLite

/// The columns of the row on which a statement stands.
struct RowReader {
    let statement: SQLiteStatement

    /// The number in a column; NULL is nil.
    func number(_ column: Int32) -> Int64? {
        sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : sqlite3_column_int64(statement, column)
    }

    /// The bytes in a column, copied; NULL has none.
    func bytes(_ column: Int32) -> Data {
        guard let start = sqlite3_column_blob(statement, column) else { return Data() }
        return Data(bytes: start, count: Int(sqlite3_column_bytes(statement, column)))
    }
}
