import Reports

/// What is checked with a month beside its figures: texts and tables that somebody wrote.
public struct CheckedPapers: Codable, Hashable, Sendable {
    /// The text of the report's body; nil for none.
    public var text: String?
    /// The tables that stand in the text, as rows of cells; of merged cells the first has the words.
    public var textTables: [[[String]]]
    /// Printed tables, as files.
    public var tables: [ImportFile]
    /// What the tables count.
    public var unit: String
    /// What must hold in those tables that have its columns, beside the rules of the official annexes.
    public var rules: [FigureRule]

    /// The bytes of a text that is checked; a report of a hundred pages has a tenth of it.
    public static let mostText = 2 << 20

    /// Papers to be checked.
    public init(
        text: String? = nil, textTables: [[[String]]] = [], tables: [ImportFile] = [], unit: String = "hồ sơ",
        rules: [FigureRule] = []
    ) {
        self.text = text
        self.textTables = textTables
        self.tables = tables
        self.unit = unit
        self.rules = rules
    }
}
