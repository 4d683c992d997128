import Foundation
import GRDB
import Ratings

/// One change of directory, duties, settings or facts: who, when, why, and the records as they are from then on.
public struct Change: Hashable, Sendable {
    /// When it was made.
    public var at: Instant
    /// Who made it.
    public var who: String
    /// What was done, e.g. `box assign`.
    public var action: String
    /// The reason given.
    public var why: String
    /// The records it leaves; one without a body is withdrawn.
    public var records: [StoredRecord]

    /// A change.
    public init(at: Instant, who: String, action: String, why: String, records: [StoredRecord]) {
        self.at = at
        self.who = who
        self.action = action
        self.why = why
        self.records = records
    }
}

extension Change {
    /// SQLite's readers see nothing behind a NUL, so what stands there would not be what was hashed.
    /// - Throws: `StoreError.nulCharacter`.
    func refuseNul() throws(StoreError) {
        for (place, text) in [("the name of who does this", who), ("the reason", why), ("the name of the act", action)]
        where text.utf8.contains(0) {
            throw .nulCharacter(in: place)
        }
        guard let record = records.first(where: \.hasNul) else { return }
        throw .nulCharacter(in: "a text of a record of kind '\(record.kind.rawValue)'")
    }
}

extension StoredRecord {
    /// In JSON the character is an escape, and a backslash begins one only behind an even number of others.
    fileprivate var hasNul: Bool {
        key.utf8.contains(0) || (body?.replacing(#"\\"#, with: "").contains(#"\u0000"#) ?? false)
    }
}

/// A change as a row of the ledger.
struct ChangeRow {
    var position: Int64
    var change: Change
    /// The records as written, since that text is what is hashed.
    var records: String

    init(position: Int64, change: Change) throws {
        self.position = position
        self.change = change
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        records = String(decoding: try encoder.encode(change.records), as: UTF8.self)
    }

    init(_ row: Row) throws {
        position = try row.decode(forColumn: "position")
        records = try row.decode(forColumn: "records")
        change = Change(
            at: Instant(milliseconds: try row.decode(forColumn: "at")), who: try row.decode(forColumn: "who"),
            action: try row.decode(forColumn: "action"), why: try row.decode(forColumn: "why"),
            records: try JSONDecoder().decode([StoredRecord].self, from: Data(records.utf8)))
    }

    static let columns = "position, at, who, action, why, records"

    private var values: [DatabaseValue] {
        let values: [any DatabaseValueConvertible] = [
            position, change.at.milliseconds, change.who, change.action, change.why, records,
        ]
        return values.map(\.databaseValue)
    }

    /// The row's link, behind the row whose hash is `previous`. All columns are in it.
    func hash(after previous: Data) -> Data { ChainHash.link(after: previous, kind: "change", values) }

    /// The link of a row as the database has it, columns in the order of `columns`.
    static func hash(of row: Row, after previous: Data) -> Data {
        ChainHash.link(after: previous, kind: "change", row.databaseValues.dropLast())
    }

    func insert(_ db: Database, hash: Data) throws {
        try db.execute(
            sql: "INSERT INTO change (\(Self.columns), hash) VALUES (?,?,?,?,?,?,?)",
            arguments: StatementArguments(values + [hash.databaseValue]))
    }
}
