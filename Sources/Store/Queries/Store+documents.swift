import Foundation
import GRDB
import Ratings

extension Store {
    /// The bytes as a file that can be kept under `name`.
    public static func file(_ name: String, _ bytes: Data) -> KeptFile {
        KeptFile(name: name, hash: DocumentRow.hash(of: bytes).hexadecimal, size: bytes.count)
    }

    /// Keeps documents and makes the change that names them, in one transaction. The change must move no figure.
    /// - Throws: `DatabaseError`; then nothing was kept.
    public func keep(_ documents: [Data], with change: Change) async throws {
        try await write { writer in
            for bytes in documents { try DocumentRow.insert(writer.db, bytes) }
            try writer.append(change)
        }
    }

    /// A kept file, byte for byte.
    /// - Throws: `StoreError.damaged` where it is not there or not the one that was kept; `DatabaseError`.
    public func document(_ file: KeptFile) throws -> Data {
        let bytes = try pool.read { db in
            try Data.fetchOne(
                db, sql: "SELECT bytes FROM document WHERE hash = ?", arguments: [Data(hexadecimal: file.hash)])
        }
        guard let bytes, DocumentRow.hash(of: bytes).hexadecimal == file.hash else {
            throw StoreError.damaged(
                path: folder.database,
                reason: "its document \(file.name) is \(bytes == nil ? "missing" : "not the one that was kept")")
        }
        return bytes
    }

    /// How many counted ratings of `days` came with presses that were stored behind `position`.
    /// - Throws: `DatabaseError`.
    public func ratings(of days: ClosedRange<Day>, storedBehind position: Int64) throws -> Int {
        try pool.read { db in
            let settings = try directory(in: db).settings
            return try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM rating
                    WHERE generation = ? AND moment >= ? AND moment < ? AND position > ? AND verdict = 'counted'
                    """,
                arguments: [
                    try Projection.currentGeneration(db), settings.start(of: days.lowerBound).milliseconds,
                    settings.start(of: days.upperBound.advanced(by: 1)).milliseconds, position,
                ]) ?? 0
        }
    }

    /// The counted ratings of `days` that turned from dissatisfied to satisfied, and on which nobody has decided.
    /// - Throws: `DatabaseError`.
    public func undecidedMarks(in days: ClosedRange<Day>) throws -> [PressKey] {
        try pool.read { db in
            let directory = try directory(in: db)
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT device, boot, sequence FROM rating JOIN press USING (position)
                    WHERE generation = ? AND moment >= ? AND moment < ? AND verdict = 'counted' AND marks & ? <> 0
                    ORDER BY position
                    """,
                arguments: [
                    try Projection.currentGeneration(db), directory.settings.start(of: days.lowerBound).milliseconds,
                    directory.settings.start(of: days.upperBound.advanced(by: 1)).milliseconds,
                    Mark.turnedSatisfied.rawValue,
                ])
            return rows.map { row in
                PressKey(device: row[0], boot: UInt64(bitPattern: row[1]), sequence: UInt32(row[2] as Int64))
            }.filter { directory.setAside[$0] == nil }
        }
    }

    /// The first and the last day with counted ratings; nil where there are none.
    /// - Throws: `DatabaseError`.
    public func countedDays() throws -> ClosedRange<Day>? {
        try pool.read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT min(day), max(day) FROM tally WHERE generation = ?",
                arguments: [try Projection.currentGeneration(db)])
            guard let first: Int = row?[0], let last: Int = row?[1] else { return nil }
            return Day(number: first)...Day(number: last)
        }
    }
}
