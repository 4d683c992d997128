import GRDB

/// Whether the pages of a file make sense, before its rows are read.
///
/// SQLite's `integrity_check` looks up every row in every index, which takes longer than all else that `verify` does.
/// So it is asked only for the small tables. For the others `quick_check` says that each page and row is whole, and
/// their indexes are compared with the rows as these are walked.
enum PageCheck {
    /// The tables that grow with every press, and the indexes of theirs that are compared elsewhere.
    private static let walked: [String: Set<String>] = [
        "press": PressIndexes.names, "rating": RatingIndexes.names, "tally": [],
    ]

    /// - Throws: `DatabaseError` with the code `SQLITE_CORRUPT` and what is wrong.
    static func run(_ db: Database) throws {
        try ask(db, "quick_check(1)")
        for table in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name") {
            let isWalked = try walked[table].map { try indexes(of: table, db).isSubset(of: $0) }
            if isWalked != true { try ask(db, "integrity_check('\(table.replacing("'", with: "''"))')") }
        }
    }

    /// The indexes that were made for a table.
    private static func indexes(of table: String, _ db: Database) throws -> Set<String> {
        try Set(
            String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
                arguments: [table]))
    }

    private static func ask(_ db: Database, _ pragma: String) throws {
        let answer = try String.fetchOne(db, sql: "PRAGMA \(pragma)") ?? "nothing"
        guard answer == "ok" else { throw damage(answer) }
    }

    static func damage(_ what: String) -> DatabaseError { DatabaseError(resultCode: .SQLITE_CORRUPT, message: what) }
}
