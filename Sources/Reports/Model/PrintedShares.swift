import Ratings

/// The row "Tỷ lệ %": the share of each column in the total of all, as printed.
public struct PrintedShares: Hashable, Sendable {
    /// Percent times 10^decimals by column; empty where the total is 0, of which there are no shares.
    public let percents: [Column: Int]
    /// Decimals of each.
    public let decimals: Int
    /// The columns whose share is not what plain rounding gives, in their order.
    public let adjusted: [Column]

    /// The shares of `columns` in their sum.
    public init(_ counts: Counts, columns: ColumnSet, decimals: Int, rounding: RoundingPolicy) {
        self.decimals = decimals
        let columns = columns.columns
        let whole = columns.reduce(0) { $0 + counts[$1] }
        var percents: [Column: Int] = [:]
        for column in columns { percents[column] = Share(counts[column], of: whole)?.scaledPercent(decimals: decimals) }
        guard rounding == .largestRemainder, whole > 0 else {
            (self.percents, adjusted) = (percents, [])
            return
        }
        let hundred = Share.hundred(decimals: decimals)
        let parts = columns.map { column in
            let (quotient, remainder) = (counts[column] * hundred).quotientAndRemainder(dividingBy: whole)
            return (column: column, floor: quotient, remainder: remainder)
        }
        let missing = hundred - parts.reduce(0) { $0 + $1.floor }
        // A stable sort, so that of equals the column that comes first is first.
        let raised = Set(
            parts.enumerated().sorted {
                ($1.element.remainder, counts[$1.element.column], $0.offset)
                    < ($0.element.remainder, counts[$0.element.column], $1.offset)
            }.prefix(missing).map(\.element.column))
        let even = Dictionary(
            uniqueKeysWithValues: parts.map { ($0.column, $0.floor + (raised.contains($0.column) ? 1 : 0)) })
        adjusted = columns.filter { even[$0] != percents[$0] }
        self.percents = even
    }

    /// The cell of a column; empty where there are no shares.
    public func cell(_ column: Column) -> SheetCell {
        percents[column].map { .percent($0, decimals: decimals) } ?? .empty
    }

    /// The cell of the whole.
    public var wholeCell: SheetCell {
        percents.isEmpty ? .empty : .percent(Share.hundred(decimals: decimals), decimals: decimals)
    }
}
