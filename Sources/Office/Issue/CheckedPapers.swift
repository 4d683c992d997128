import Reports

/// What is checked with a month beside its figures: texts and tables that somebody wrote.
public struct CheckedPapers: Codable, Hashable, Sendable {
    /// The text of the report's body; nil for none.
    public var text: String?
    /// Printed tables.
    public var tables: [FigureTable]

    /// Papers to be checked.
    public init(text: String? = nil, tables: [FigureTable] = []) {
        self.text = text
        self.tables = tables
    }
}
