/// Counted ratings of one officer, in one column.
public struct OfficerCount: Hashable, Sendable {
    /// Code of the officer; nil where unknown.
    public var officer: String?
    /// The column it is counted in.
    public var column: Column
    /// How many ratings.
    public var count: Int

    /// A count.
    public init(officer: String?, column: Column, count: Int) {
        self.officer = officer
        self.column = column
        self.count = count
    }
}
