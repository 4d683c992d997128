extension Counts: Codable {
    /// Reads what `encode(to:)` writes; a column that is not there has none.
    public init(from decoder: any Decoder) throws {
        self.init()
        for (column, count) in try decoder.singleValueContainer().decode([Column: Int].self) { self[column] = count }
    }

    /// Writes the columns that are not 0.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        let counts = Column.allCases.filter { self[$0] != 0 }.map { ($0, self[$0]) }
        try container.encode(Dictionary(uniqueKeysWithValues: counts))
    }
}
