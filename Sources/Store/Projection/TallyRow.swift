import GRDB
import Ratings

/// Tallies as rows. An unknown code is stored as the empty text, which no code can be.
enum TallyRow {
    static func add(_ db: Database, _ delta: Int, to key: TallyKey, generation: Int64) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO tally (generation, day, hour, unit, counter, officer, field, choice, column_name, count)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (generation, day, hour, unit, counter, officer, field, choice, column_name)
                DO UPDATE SET count = count + excluded.count
                """)
        let place: [(any DatabaseValueConvertible)?] = [
            generation, key.day.number, key.hour, key.unit ?? "", key.counter ?? "", key.officer ?? "",
            key.field ?? "", key.choice, key.column.rawValue,
        ]
        statement.setUncheckedArguments(StatementArguments(place + [delta]))
        try statement.execute()
        guard delta < 0 else { return }
        let clean = try db.cachedStatement(
            sql: """
                DELETE FROM tally WHERE generation = ? AND day = ? AND hour = ? AND unit = ? AND counter = ?
                AND officer = ? AND field = ? AND choice = ? AND column_name = ? AND count = 0
                """)
        clean.setUncheckedArguments(StatementArguments(place))
        try clean.execute()
    }

    static let columns = "day, hour, unit, counter, officer, field, choice, column_name, count"

    static func fetch(_ db: Database, generation: Int64) throws -> [Tally] {
        try Row.fetchAll(db, sql: "SELECT \(columns) FROM tally WHERE generation = ?", arguments: [generation])
            .compactMap(decode)
    }

    static func decode(_ row: Row) -> Tally? {
        guard let column = Column(rawValue: row[7]) else { return nil }
        func code(_ index: Int) -> String? {
            let text: String = row[index]
            return text.isEmpty ? nil : text
        }
        return Tally(
            key: TallyKey(
                day: Day(number: row[0]), hour: row[1], unit: code(2), counter: code(3), officer: code(4),
                field: code(5), choice: row[6], column: column), count: row[8])
    }
}
