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
            try Row.fetchOne(
                db, sql: "SELECT bytes FROM document WHERE hash = ?", arguments: [Data(hexadecimal: file.hash)]
            )?.decode(Data.self, atIndex: 0)
        }
        guard let bytes, DocumentRow.hash(of: bytes).hexadecimal == file.hash else {
            throw StoreError.damaged(
                path: folder.database,
                reason: "its document \(file.name) is \(bytes == nil ? "missing" : "not the one that was kept")")
        }
        return bytes
    }

    /// The first and the last day with counted ratings; nil where there are none.
    /// - Throws: `DatabaseError`.
    public func countedDays() throws -> ClosedRange<Day>? {
        try pool.read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT min(day), max(day) FROM tally WHERE generation = ?",
                arguments: [try Projection.currentGeneration(db)])
            guard let row, let first = try row.decode(Int64?.self, atIndex: 0) else { return nil }
            // A damaged row may have any number, and days are counted with: no calendar has one beyond these.
            func day(_ number: Int64) -> Day { Day(number: Int(min(max(number, -719_162), 2_932_896))) }
            return day(first)...day(try row.decode(atIndex: 1))
        }
    }
}

extension StoreSnapshot {
    /// How many counted ratings of `days` that have all of `marks` came with presses that were stored behind `position`.
    /// - Throws: `DatabaseError`.
    public func ratings(
        of days: ClosedRange<Day>, storedBehind position: Int64, marked marks: Mark = []
    ) throws -> Int {
        let settings = try directory.settings
        return try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM rating
                WHERE generation = ? AND moment >= ? AND moment < ? AND position > ? AND verdict = 'counted'
                    AND marks & ? = ?
                """,
            arguments: [
                try Projection.currentGeneration(db), settings.start(of: days.lowerBound).milliseconds,
                settings.start(of: days.upperBound.advanced(by: 1)).milliseconds, position,
                marks.rawValue, marks.rawValue,
            ]) ?? 0
    }

    /// The counted ratings of `days` that turned from dissatisfied to satisfied, and on which nobody has decided.
    /// - Throws: `DatabaseError`.
    public func undecidedMarks(in days: ClosedRange<Day>) throws -> [PressKey] {
        let directory = try directory
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
        return try rows.map { row in
            PressKey(
                device: try row.decode(atIndex: 0), boot: UInt64(bitPattern: try row.decode(atIndex: 1)),
                sequence: UInt32(truncatingIfNeeded: try row.decode(Int64.self, atIndex: 2)))
        }.filter { directory.setAside[$0] == nil }
    }
}
