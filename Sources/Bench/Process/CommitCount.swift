import Foundation

/// How many transactions a database in WAL mode has seen, as the header of its shared index says: `iChange` of
/// SQLite's `WalIndexHdr`.
enum CommitCount {
    static func read(_ database: String) throws -> UInt32 {
        guard let file = FileHandle(forReadingAtPath: database + "-shm"),
            let header = try file.read(upToCount: 12), header.count == 12
        else { throw BenchError("\(database)-shm cannot be read") }
        return header.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 8, as: UInt32.self) }
    }
}
