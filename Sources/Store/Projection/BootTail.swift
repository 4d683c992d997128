import GRDB
import Ratings

/// The newest press of a boot. One that is newer still, as nearly every press is, needs no further look: it cannot be
/// stored already, its minimum interval runs from the anchor here, and it is nobody's predecessor.
struct BootTail {
    /// One life of a box's ring.
    struct Boot: Hashable {
        var device: String
        var boot: UInt64
    }

    var sequence: UInt32
    /// Tick of the last counted press of the boot.
    var anchor: UInt64?

    static func query(_ db: Database) throws -> HotStatement {
        try HotStatement(
            db,
            sql: """
                SELECT press.sequence, rating.anchor
                FROM press LEFT JOIN rating ON rating.generation = ? AND rating.position = press.position
                WHERE press.device = ? AND press.boot = ? AND press.conflict_with IS NULL
                ORDER BY press.sequence DESC LIMIT 1
                """)
    }

    /// The newest press of the boot of `key`; nil where it has none yet.
    static func fetch(by query: HotStatement, of key: PressKey, generation: Int64) throws -> BootTail? {
        try query.first { values in
            values.add(generation)
            values.add(key.device)
            values.add(Int64(bitPattern: key.boot))
        } read: { row in
            BootTail(
                sequence: UInt32(truncatingIfNeeded: row.number(0) ?? 0),
                anchor: row.number(1).map(UInt64.init(bitPattern:)))
        }
    }
}
