/// A table as cells, whatever it is about: what forms draw that have no layout of their own for it.
public struct TableSheet: Hashable, Sendable {
    /// One column.
    public struct Column: Hashable, Sendable {
        /// Its name for machines, unique in the sheet.
        public var name: String
        /// Its heading for people.
        public var heading: String
        /// Whether its cells are numbers.
        public var isNumber: Bool
    }

    /// What a row is.
    public enum Role: Hashable, Sendable {
        case row
        /// The sum of all rows before it.
        case total
        /// Shares, or parts of the total; set apart from the rows.
        case part
    }

    /// One row, with a cell for each column.
    public struct Row: Hashable, Sendable {
        /// What it is.
        public var role: Role
        /// Code of what it is about, where it has one.
        public var code: String?
        /// Its cells.
        public var cells: [SheetCell]
    }

    /// Names the kind of table for machines: `phu-luc-ii`.
    public var name: String
    /// What the rows are, for machines.
    public var by: String
    /// The name that it has as an annex of the report; nil where the report has no such annex.
    public var annex: String?
    /// The lines of the title below that; the period's stands below them.
    public var title: [String]
    /// The columns.
    public var columns: [Column]
    /// The rows, in order.
    public var rows: [Row]
    /// What is said below the table beside its notes.
    public var remarks: [String] = []
}

extension TableSheet.Column {
    static func text(_ name: String, _ heading: String) -> Self { Self(name: name, heading: heading, isNumber: false) }
    static func number(_ name: String, _ heading: String) -> Self { Self(name: name, heading: heading, isNumber: true) }
    /// STT.
    static let ordinal = number("stt", "STT")
}
