import Foundation
import GRDB
import GRDBSQLite

/// A cached statement whose values are bound and read by SQLite's own calls. For the few statements that run at every
/// press: there GRDB's arguments and rows cost several times what SQLite needs.
struct HotStatement {
    private let db: Database
    private let statement: Statement

    init(_ db: Database, sql: String) throws {
        self.db = db
        statement = try db.cachedStatement(sql: sql)
    }

    /// Runs a statement without rows, with the values that `bind` adds in their order.
    /// - Throws: `DatabaseError`.
    func run(_ bind: (inout Binder) -> Void) throws {
        _ = try first(bind) { _ in }
    }

    /// What `read` makes of the first row, if there is one.
    /// - Throws: `DatabaseError`.
    func first<Result>(_ bind: (inout Binder) -> Void, read: (RowReader) -> Result) throws -> Result? {
        var binder = Binder(statement.sqliteStatement)
        bind(&binder)
        try check(binder.code)
        defer { sqlite3_reset(statement.sqliteStatement) }
        switch sqlite3_step(statement.sqliteStatement) {
        case SQLITE_ROW: return read(RowReader(statement: statement.sqliteStatement))
        case SQLITE_DONE: return nil
        case let code: throw failure(code)
        }
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw failure(code) }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: statement.sql)
    }
}
