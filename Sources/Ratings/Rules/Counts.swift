/// Ratings by column.
public struct Counts: Hashable, Sendable {
    private var values = SIMD16<Int>.zero

    /// All zero.
    public init() {}

    /// How many in `column`.
    public subscript(column: Column) -> Int {
        get { values[column.place] }
        set { values[column.place] = newValue }
    }

    /// How many in all columns.
    public var total: Int { values.wrappedSum() }

    /// How many say that the citizen was satisfied.
    public var satisfied: Int { sum { $0.isSatisfied } }

    /// How many say that the citizen was dissatisfied.
    public var dissatisfied: Int { sum { $0.isDissatisfied } }

    /// The columns that are not 0.
    public var used: Set<Column> { Set(Column.allCases.filter { self[$0] != 0 }) }

    /// Adds column by column.
    public static func += (left: inout Counts, right: Counts) { left.values &+= right.values }

    private func sum(_ isMeant: (Column) -> Bool) -> Int {
        Column.allCases.reduce(0) { isMeant($1) ? $0 + self[$1] : $0 }
    }
}
