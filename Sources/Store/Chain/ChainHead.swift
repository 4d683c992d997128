import Foundation
import GRDB
import Ratings

/// The last link of the chain.
struct ChainHead: Hashable {
    var position: Int64
    var hash: Data

    init(position: Int64, hash: Data) {
        self.position = position
        self.hash = hash
    }

    /// The head as other rooms have it.
    var ledgerPosition: LedgerPosition { LedgerPosition(rows: position, hash: hash.hexadecimal) }

    /// The head as the database has it.
    init(_ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT position, hash FROM (SELECT position, hash FROM press ORDER BY position DESC LIMIT 1)
                UNION ALL SELECT position, hash FROM (SELECT position, hash FROM change ORDER BY position DESC LIMIT 1)
                ORDER BY position DESC LIMIT 1
                """)
        let row = try Row.fetchOne(statement)
        self.init(
            position: try row?.decode(atIndex: 0) ?? 0, hash: try row?.decode(atIndex: 1) ?? ChainHash.origin)
    }

    /// The position of the row behind it.
    /// - Throws: `DatabaseError` with the code `SQLITE_CORRUPT` where none can stand behind it.
    func next() throws -> Int64 {
        guard position < .max else { throw PageCheck.damage("the chain has no room behind position \(position)") }
        return position + 1
    }
}
