import GRDB
import GRDBSQLite

/// Walks the rows of one table of the chain in order of position, and computes their links as `ChainHash` does, from
/// the bytes that stand in the database.
struct LinkReader {
    let table: String
    /// Position of the present row; nil behind the last one.
    private(set) var position: Int64?
    /// The columns of the present row.
    let rows: RowWalk
    private let bytes = LinkBytes()
    /// Whether `bytes` are those of the present row.
    private var isCollected = false

    /// Stands on the first row. `columns` are those that are hashed, position first; the hash stands behind them.
    /// - Throws: `DatabaseError`.
    init(_ db: Database, table: String, columns: String) throws {
        self.table = table
        rows = try RowWalk(db, "SELECT \(columns), hash FROM \(table) ORDER BY position")
        try advance()
    }

    /// Goes to the next row.
    /// - Throws: `DatabaseError`.
    mutating func advance() throws {
        position = try rows.next() ? rows.int(0) : nil
        isCollected = false
    }

    /// The link as it stands in the row.
    var stored: [UInt8] { Array(rows.bytes(rows.columns - 1)) }

    /// The link computed from the row, behind one that is `previous`.
    mutating func link(after previous: [UInt8]) -> [UInt8] {
        if !isCollected { collect() }
        return bytes.link(after: previous)
    }

    private mutating func collect() {
        bytes.clear()
        var name = table
        name.withUTF8 { bytes.add(2, UnsafeRawBufferPointer($0)) }
        for column in 0..<rows.columns - 1 {
            switch rows.type(column) {
            case SQLITE_INTEGER: bytes.add(1, UInt64(bitPattern: rows.int(column)))
            case SQLITE_TEXT: bytes.add(2, rows.bytes(column))
            case SQLITE_BLOB: bytes.add(3, rows.bytes(column))
            case SQLITE_FLOAT: bytes.add(4, rows.double(column).bitPattern)
            default: bytes.addNull()
            }
        }
        isCollected = true
    }
}
