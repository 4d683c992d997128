/// Ratings by column.
public struct Counts: Hashable, Sendable {
    private var values = SIMD8<Int>.zero

    /// All zero.
    public init() {}

    /// How many in `column`.
    public subscript(column: Column) -> Int {
        get { values[Self.place(of: column)] }
        set { values[Self.place(of: column)] = newValue }
    }

    /// How many in all five.
    public var total: Int { values.wrappedSum() }

    /// Adds column by column.
    public static func += (left: inout Counts, right: Counts) { left.values &+= right.values }

    private static func place(of column: Column) -> Int {
        switch column {
        case .satisfiedService: 0
        case .satisfiedAttitude: 1
        case .dissatisfiedCompetence: 2
        case .dissatisfiedTime: 3
        case .comments: 4
        }
    }
}
