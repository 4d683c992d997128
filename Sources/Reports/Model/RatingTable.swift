import Ratings

/// Phụ lục II as a value: what the table says, whatever it is written in.
public struct RatingTable: Codable, Hashable, Sendable {
    /// One row.
    public struct Row: Codable, Hashable, Sendable {
        /// STT; nil for what is not known.
        public var ordinal: Int?
        /// Code of the unit, counter, officer or field; nil for what is not known.
        public var code: String?
        /// Shown name.
        public var name: String
        /// Ratings by column.
        public var counts: Counts
    }

    /// What the rows are.
    public var kind: RowKind
    /// The period's name, `YYYY-MM`, where it has one.
    public var periodName: String?
    /// First and last day, both inclusive.
    public var days: ClosedRange<Day>
    /// The rows in order; last, where there are any, the unknown.
    public var rows: [Row]
    /// Decimals of shares.
    public var decimals: Int
    /// What must be known beside the numbers.
    public var notes: TableNotes

    /// The sum of all rows.
    public var total: Counts { rows.reduce(into: Counts()) { $0 += $1.counts } }

    /// The share of a column in the total of all five; nil where there is no rating.
    public func share(of column: Column) -> Share? { Share(total[column], of: total.total) }

    /// `THÁNG 6 NĂM 2020 (TỪ 16/5/2020 ĐẾN 15/6/2020)`, or only the days of a period without a name.
    public var periodTitle: String {
        let range = "TỪ \(days.lowerBound.vietnamese) ĐẾN \(days.upperBound.vietnamese)"
        let parts = (periodName ?? "").split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return range }
        return "THÁNG \(parts[1]) NĂM \(parts[0]) (\(range))"
    }
}
