import GRDB
import GRDBSQLite

/// The columns of the row on which a statement stands.
struct RowReader {
    let statement: SQLiteStatement

    /// The number in a column; NULL is nil.
    func number(_ column: Int32) -> Int64? {
        sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : sqlite3_column_int64(statement, column)
    }
}
