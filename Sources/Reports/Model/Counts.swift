import Ratings

/// Ratings by column.
public struct Counts: Hashable, Sendable {
    private var byColumn: [Column: Int] = [:]

    /// All zero.
    public init() {}

    /// How many in `column`.
    public subscript(column: Column) -> Int {
        get { byColumn[column] ?? 0 }
        set { byColumn[column] = newValue }
    }

    /// How many in all five.
    public var total: Int { byColumn.values.reduce(0, +) }

    /// Adds column by column.
    public static func += (left: inout Counts, right: Counts) {
        for column in Column.allCases { left[column] += right[column] }
    }
}
