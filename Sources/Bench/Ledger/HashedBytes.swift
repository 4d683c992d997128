import Foundation
import GRDBSQLite

/// The very bytes that the links of a ledger's presses are hashes of.
struct HashedBytes {
    private let data: DataFolder

    init(_ data: DataFolder) { self.data = data }

    /// Writes them to a file, one row behind the other.
    func write(to path: String) throws {
        let file = try SQLiteFile(data.database, isReadOnly: true)
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let output = FileHandle(forWritingAtPath: path)
        else { throw BenchError("\(path) cannot be written") }
        var link = LinkBytes()
        var previous = [UInt8](repeating: 0, count: 32)
        var collected: [UInt8] = []
        try SQLiteStatement(file.handle, "SELECT * FROM press ORDER BY position").rows { row in
            link.clear()
            previous.withUnsafeBytes { link.add(blob: $0) }
            "press".withCString { link.add($0) }
            for column in 0..<row.columns - 1 { row.add(column, to: &link) }
            collected += link.content
            previous = row.blob(row.columns - 1)
            if collected.count > 1 << 20 {
                try output.write(contentsOf: collected)
                collected.removeAll(keepingCapacity: true)
            }
        }
        try output.write(contentsOf: collected)
        try output.close()
    }
}
