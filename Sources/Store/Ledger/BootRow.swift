import GRDB
import Ratings

/// What is known of one life of a box's ring.
struct BootRow {
    var boot: UInt64
    var announced: UInt32
    var ended: Instant?

    static func noteHeard(_ db: Database, device: String, boot: UInt64, announced: UInt32, at: Instant) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO boot (device, boot, first_heard, announced) VALUES (?, ?, ?, ?)
                ON CONFLICT (device, boot) DO UPDATE SET announced = max(announced, excluded.announced)
                """)
        statement.setUncheckedArguments([device, Int64(bitPattern: boot), at.milliseconds, Int64(announced)])
        try statement.execute()
    }

    static func noteDropped(_ db: Database, device: String, boot: UInt64, count: UInt32, at: Instant) throws {
        try noteHeard(db, device: device, boot: boot, announced: 0, at: at)
        try db.execute(
            sql: "UPDATE boot SET dropped = max(dropped, ?) WHERE device = ? AND boot = ?",
            arguments: [Int64(count), device, Int64(bitPattern: boot)])
    }

    static func dropped(_ db: Database, device: String, boot: UInt64) throws -> UInt32 {
        let count = try Int64.fetchOne(
            db, sql: "SELECT dropped FROM boot WHERE device = ? AND boot = ?",
            arguments: [device, Int64(bitPattern: boot)])
        return UInt32(truncatingIfNeeded: count ?? 0)
    }

    static func open(_ db: Database, device: String) throws -> [BootRow] {
        try Row.fetchAll(
            db, sql: "SELECT boot, announced FROM boot WHERE device = ? AND ended IS NULL", arguments: [device]
        ).map {
            BootRow(
                boot: UInt64(bitPattern: try $0.decode(Int64.self, atIndex: 0)),
                announced: UInt32(truncatingIfNeeded: try $0.decode(Int64.self, atIndex: 1)), ended: nil)
        }
    }

    static func end(_ db: Database, device: String, boot: UInt64, at: Instant) throws {
        try db.execute(
            sql: "UPDATE boot SET ended = ? WHERE device = ? AND boot = ?",
            arguments: [at.milliseconds, device, Int64(bitPattern: boot)])
    }
}
