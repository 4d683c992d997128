import Ratings

/// How one table of ratings differs from another: what was printed against today's figures.
public struct TableDifference: Codable, Hashable, Sendable {
    /// A row that is not the same in both.
    public struct Row: Codable, Hashable, Sendable {
        /// Code of the unit, counter, officer or field; nil for what is not known.
        public var code: String?
        /// The row then; nil where there was none.
        public var then: RatingTable.Row?
        /// The row now; nil where it is gone.
        public var now: RatingTable.Row?
        /// Its name now, or then where it is gone.
        public var name: String { now?.name ?? then?.name ?? code ?? "" }
    }

    /// A count that is not the same in both.
    public struct Cell: Codable, Hashable, Sendable {
        /// Name of the row.
        public var row: String
        /// The column.
        public var column: Column
        /// The count then.
        public var then: Int
        /// The count now.
        public var now: Int
    }

    /// The days then and now, where they are others.
    public struct Days: Codable, Hashable, Sendable {
        /// The days then.
        public var then: ClosedRange<Day>
        /// The days now.
        public var now: ClosedRange<Day>
    }

    /// The days, where they are others.
    public var days: Days?
    /// Rows that differ: those of the newer table in its order, then those that are gone.
    public var rows: [Row]
    /// Whether the rows are the same but stand in another order.
    public var isReordered: Bool
    /// The decimals of shares then.
    public var decimalsThen: Int
    /// The decimals of shares now.
    public var decimalsNow: Int
    /// All ratings then.
    public var totalThen: Int
    /// All ratings now.
    public var totalNow: Int

    /// The difference of `now` to `then`.
    public init(from then: RatingTable, to now: RatingTable) {
        let (before, after) = (Self.rows(then), Self.rows(now))
        rows = now.rows.compactMap { row in
            let old = before[row.code]
            return old?.counts == row.counts && old?.name == row.name ? nil : Row(code: row.code, then: old, now: row)
        }
        for row in then.rows where after[row.code] == nil { rows.append(Row(code: row.code, then: row, now: nil)) }
        isReordered = rows.isEmpty && then.rows.map(\.code) != now.rows.map(\.code)
        days = then.days == now.days ? nil : Days(then: then.days, now: now.days)
        (decimalsThen, decimalsNow) = (then.decimals, now.decimals)
        (totalThen, totalNow) = (then.total.total, now.total.total)
    }

    /// Whether both tables print the same.
    public var isEmpty: Bool { rows.isEmpty && !isReordered && days == nil && decimalsThen == decimalsNow }

    /// The counts that differ, by row and column.
    public var cells: [Cell] {
        rows.flatMap { row in
            Column.allCases.compactMap { column in
                let (then, now) = (row.then?.counts[column] ?? 0, row.now?.counts[column] ?? 0)
                return then == now ? nil : Cell(row: row.name, column: column, then: then, now: now)
            }
        }
    }

    private static func rows(_ table: RatingTable) -> [String?: RatingTable.Row] {
        Dictionary(table.rows.map { ($0.code, $0) }) { first, _ in first }
    }
}
