import GRDB

/// A copy of a ledger beside the ledger there is.
public struct CopyComparison: Hashable, Sendable {
    /// Presses that both have.
    public var inBoth: Int
    /// Presses that only the copy has.
    public var onlyInCopy: Int
    /// Presses that only the present ledger has: they would be missing, unless boxes still hold them.
    public var onlyInPresent: Int

    /// Compares the presses of two files by their keys.
    /// - Throws: `DatabaseError`.
    init(copy: String, present: String) async throws {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: copy, configuration: configuration)
        try await queue.writeWithoutTransaction { db in
            try db.execute(sql: "ATTACH DATABASE ? AS present", arguments: [present])
        }
        (inBoth, onlyInCopy, onlyInPresent) = try await queue.read { db in
            func count(_ table: String, isIn other: String) throws -> (inside: Int, outside: Int) {
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT count(other.position), count(*) - count(other.position) FROM \(table) AS own
                        LEFT JOIN \(other) AS other ON other.device = own.device AND other.boot = own.boot
                        AND other.sequence = own.sequence AND other.conflict_with IS NULL
                        WHERE own.conflict_with IS NULL
                        """)
                return (row?[0] ?? 0, row?[1] ?? 0)
            }
            let (both, onlyInCopy) = try count("main.press", isIn: "present.press")
            return (both, onlyInCopy, try count("present.press", isIn: "main.press").outside)
        }
        try queue.close()
    }
}
