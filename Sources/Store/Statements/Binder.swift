import Foundation
import GRDB
import GRDBSQLite

/// Binds values to the parameters of a statement, from the first on.
struct Binder: ValueSink {
    /// SQLite makes its own copy of what is bound.
    private static let copied = unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)

    private let statement: SQLiteStatement
    private var index: Int32 = 0
    /// The first failure: a value beyond SQLite's limits, no memory, or more values than parameters.
    private(set) var code = SQLITE_OK

    init(_ statement: SQLiteStatement) { self.statement = statement }

    mutating func add(_ number: Int64) { bind { sqlite3_bind_int64($0, $1, number) } }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { text in
                // No address would bind NULL.
                let address = text.baseAddress
                bind {
                    address == nil
                        ? sqlite3_bind_text($0, $1, "", 0, Self.copied)
                        : sqlite3_bind_text64($0, $1, address, UInt64(text.count), Self.copied, UInt8(SQLITE_UTF8))
                }
            }
        }
    }

    mutating func add(_ bytes: Data) {
        bytes.withUnsafeBytes { raw in
            bind {
                raw.isEmpty
                    ? sqlite3_bind_zeroblob($0, $1, 0)
                    : sqlite3_bind_blob64($0, $1, raw.baseAddress, UInt64(raw.count), Self.copied)
            }
        }
    }

    mutating func addNull() { bind { sqlite3_bind_null($0, $1) } }

    private mutating func bind(_ call: (SQLiteStatement, Int32) -> Int32) {
        index += 1
        let result = call(statement, index)
        if code == SQLITE_OK { code = result }
    }
}
