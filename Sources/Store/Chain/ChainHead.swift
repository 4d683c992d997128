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
        let press = try Self.last(of: "press", db)
        let change = try Self.last(of: "change", db)
        self =
            [press, change].compactMap(\.self).max { $0.position < $1.position }
            ?? ChainHead(position: 0, hash: ChainHash.origin)
    }

    private static func last(of table: String, _ db: Database) throws -> ChainHead? {
        try HotStatement(db, sql: "SELECT position, hash FROM \(table) ORDER BY position DESC LIMIT 1")
            .first({ _ in }) { row in
                row.number(0).map { ChainHead(position: $0, hash: row.bytes(1)) }
            } ?? nil
    }

    /// The position of the row behind it.
    /// - Throws: `DatabaseError` with the code `SQLITE_CORRUPT` where none can stand behind it.
    func next() throws -> Int64 {
        guard position < .max else { throw PageCheck.damage("the chain has no room behind position \(position)") }
        return position + 1
    }
}
