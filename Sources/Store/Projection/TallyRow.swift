import GRDB
import Ratings

/// Tallies as rows. An unknown code is stored as the empty text, which no code can be.
enum TallyRow {
    static func addition(_ db: Database) throws -> HotStatement {
        try HotStatement(
            db,
            sql: """
                INSERT INTO tally (generation, day, hour, unit, counter, officer, field, choice, column_name, count)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (generation, day, hour, unit, counter, officer, field, choice, column_name)
                DO UPDATE SET count = count + excluded.count
                """)
    }

    static func removal(_ db: Database) throws -> HotStatement {
        try HotStatement(
            db,
            sql: """
                DELETE FROM tally WHERE generation = ? AND day = ? AND hour = ? AND unit = ? AND counter = ?
                AND officer = ? AND field = ? AND choice = ? AND column_name = ? AND count = 0
                """)
    }

    /// The primary key.
    static func addKey(_ key: TallyKey, generation: Int64, to values: inout some ValueSink) {
        values.add(generation)
        values.add(Int64(key.day.number))
        values.add(Int64(key.hour))
        values.add(key.unit ?? "")
        values.add(key.counter ?? "")
        values.add(key.officer ?? "")
        values.add(key.field ?? "")
        values.add(key.choice)
        values.add(key.column.rawValue)
    }

    static let columns = "day, hour, unit, counter, officer, field, choice, column_name, count"

    /// The tallies of a generation, of these days or of all.
    static func fetch(_ db: Database, generation: Int64, days: ClosedRange<Day>? = nil) throws -> [Tally] {
        let rows = try RowWalk(db, "SELECT \(columns) \(cells(generation, days))")
        var tallies: [Tally] = []
        var codes = [LastText](repeating: LastText(), count: 5)
        while try rows.next() {
            guard let column = Column(bytes: rows.bytes(7)) else { continue }
            // In the order of the key most codes are those of the row before.
            func text(_ index: Int) -> String { codes[index - 2].text(of: rows.bytes(Int32(index))) }
            func code(_ index: Int) -> String? {
                let text = text(index)
                return text.isEmpty ? nil : text
            }
            tallies.append(
                Tally(
                    key: TallyKey(
                        day: Day(number: Int(clamped(rows, 0))), hour: Int(rows.int(1)), unit: code(2),
                        counter: code(3), officer: code(4), field: code(5), choice: text(6), column: column),
                    count: Int(clamped(rows, 8))))
        }
        return tallies
    }

    /// The same for tables, without what they do not ask for.
    static func coded(_ db: Database, generation: Int64, days: ClosedRange<Day>) throws -> CodedTallies {
        let rows = try RowWalk(
            db, "SELECT day, unit, counter, officer, field, column_name, count \(cells(generation, days))")
        var tallies = CodedTallies()
        var codes = [(text: LastText, number: CodedTallies.CodeNumber)](
            repeating: (LastText(), CodedTallies.unknown), count: 4)
        func number(_ index: Int) -> CodedTallies.CodeNumber {
            if codes[index - 1].text.changes(to: rows.bytes(Int32(index))) {
                let text = codes[index - 1].text.text
                codes[index - 1].number = tallies.number(of: text.isEmpty ? nil : text)
            }
            return codes[index - 1].number
        }
        while try rows.next() {
            guard let column = Column(bytes: rows.bytes(5)) else { continue }
            tallies.add(
                day: clamped(rows, 0), unit: number(1), counter: number(2), officer: number(3), field: number(4),
                column: column, count: clamped(rows, 6))
        }
        return tallies
    }

    private static func cells(_ generation: Int64, _ days: ClosedRange<Day>?) -> String {
        let range = days.map { " AND day BETWEEN \($0.lowerBound.number) AND \($0.upperBound.number)" } ?? ""
        return "FROM tally WHERE generation = \(generation)\(range)"
    }

    /// A damaged row may have any number, and these are counted with: no rating has a day beyond, and no cell so many
    /// presses.
    private static func clamped(_ rows: RowWalk, _ column: Int32) -> Int32 { Int32(clamping: rows.int(column)) }
}
