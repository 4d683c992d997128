import GRDB
import GRDBSQLite

/// The indexes of the presses, compared in a walk over them.
struct PressIndexes {
    static let names: Set = ["press_key", "press_conflict", "press_invitation", "press_unset_clock"]

    private var key = IndexCheck(
        "press_key", of: "press", over: "device, boot, sequence", where: "conflict_with IS NULL")
    private var conflict = IndexCheck(
        "press_conflict", of: "press", over: "'', conflict_with, 0", where: "conflict_with IS NOT NULL")
    private var invitation = IndexCheck(
        "press_invitation", of: "press", over: "'', invitation, 0", where: "invitation IS NOT NULL")
    private var unsetClock = IndexCheck(
        "press_unset_clock", of: "press", over: "host_boot, 0, 0", where: "clock_set = 0")

    /// Takes a row, columns in the order of `PressRow.columns`.
    mutating func note(_ row: RowWalk) {
        let position = row.int(0)
        if row.type(20) == SQLITE_NULL {
            key.expect(row.bytes(1), row.int(2), row.int(3), at: position)
        } else {
            conflict.expect(row.int(20), at: position)
        }
        if row.type(7) != SQLITE_NULL { invitation.expect(row.int(7), at: position) }
        if row.int(13) == 0 { unsetClock.expect(row.bytes(11), at: position) }
    }

    /// Once all rows were noted.
    /// - Throws: `DatabaseError` with the code `SQLITE_CORRUPT` where one leads astray.
    func compare(_ db: Database) throws {
        for index in [key, conflict, invitation, unsetClock] { try index.compare(db) }
    }
}
