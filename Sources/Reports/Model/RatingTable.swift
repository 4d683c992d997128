import Ratings

/// Phụ lục II as a value: what the table says, whatever it is written in.
public struct RatingTable: ReportTable, Codable {
    /// One row.
    public struct Row: Codable, Hashable, Sendable {
        /// STT; nil for what is not known.
        public var ordinal: Int?
        /// Code of the unit, counter, officer or field, or the day; nil for what is not known.
        public var code: String?
        /// Shown name.
        public var name: String
        /// Ratings by column.
        public var counts: Counts
    }

    /// What the rows are.
    public var kind: RowKind
    /// The period's name, as `PeriodName` writes it, where it has one.
    public var periodName: String?
    /// First and last day, both inclusive.
    public var days: ClosedRange<Day>
    /// The columns, those of the scales in force.
    public var columns: ColumnSet
    /// The rows in order; last, where there are any, the unknown.
    public var rows: [Row]
    /// Decimals of shares.
    public var decimals: Int
    /// How shares are rounded.
    public var rounding = RoundingPolicy.plain
    /// Whether the share of the satisfied among those who said either is told too.
    public var tellsSatisfaction = false
    /// The manner in which the sentence of the report's body stands below it; nil for none.
    public var sentence: SentencePreset?
    /// What must be known beside the numbers.
    public var notes: TableNotes

    /// The sum of all rows.
    public var total: Counts { rows.reduce(into: Counts()) { $0 += $1.counts } }

    /// The share of a column in the total of all, not rounded; nil where there is no rating.
    public func share(of column: Column) -> Share? { Share(total[column], of: total.total) }

    /// The row "Tỷ lệ %".
    public var shares: PrintedShares {
        PrintedShares(total, columns: columns, decimals: decimals, rounding: rounding)
    }

    /// The satisfied among the satisfied and the dissatisfied, since comments and the middle level otherwise lower
    /// satisfaction; nil where nobody said either.
    public var satisfaction: Share? { Share(total.satisfied, of: total.satisfied + total.dissatisfied) }
}
