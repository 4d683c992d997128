import Ratings

/// A table on a paper: headings that may span cells, typed cells, and how some come from others.
public struct PaperTable: Hashable, Sendable {
    /// One column of the grid.
    public struct Column: Hashable, Sendable {
        /// Its part of the table's width, relative to the others'.
        public var weight: Double
        /// How its cells stand.
        public var alignment: Alignment

        /// A column.
        public init(weight: Double, alignment: Alignment) {
            self.weight = weight
            self.alignment = alignment
        }
    }

    /// How the cells of a column stand.
    public enum Alignment: Hashable, Sendable { case left, centre, right }

    /// A cell of the heading.
    public struct Heading: Hashable, Sendable {
        /// Its words.
        public var text: String
        /// Columns that it spans.
        public var columns: Int
        /// Heading rows that it spans.
        public var rows: Int

        /// A heading of one cell, or of several.
        public init(_ text: String, columns: Int = 1, rows: Int = 1) {
            self.text = text
            self.columns = columns
            self.rows = rows
        }
    }

    /// A row below the heading.
    public struct Row: Hashable, Sendable {
        /// What it is.
        public var role: Role
        /// One cell a column.
        public var cells: [Cell]

        /// A row.
        public init(_ role: Role = .entry, _ cells: [Cell]) {
            self.role = role
            self.cells = cells
        }
    }

    /// What a row is: entries are addends, sums and shares are set in bold.
    public enum Role: Hashable, Sendable { case entry, total, shares }

    /// A cell.
    public struct Cell: Hashable, Sendable {
        /// What it shows.
        public var value: Value
        /// How it comes from other cells of the table; a spreadsheet writes it as a formula with `value` cached.
        public var origin: Origin?

        /// A cell.
        public init(_ value: Value, from origin: Origin? = nil) {
            self.value = value
            self.origin = origin
        }
    }

    /// What a cell shows.
    public enum Value: Hashable, Sendable {
        /// Nothing.
        case empty
        /// Words.
        case text(String)
        /// A place in an order: never with thousands dots.
        case ordinal(Int)
        /// A count: `12.746`.
        case count(Int)
        /// A share in percent without its sign: `16,88`.
        case share(Share, decimals: Int)
        /// A number that is set as this text and is `plain` for machines, as a difference in percentage points.
        case number(String, plain: Double, decimals: Int)
    }

    /// How a cell comes from others. Rows and columns count from 0, rows below the heading.
    public enum Origin: Hashable, Sendable {
        /// The sum of these rows in the same column; with `knownIn`, of those that have a number in that column.
        case sumOfRows(Range<Int>, knownIn: Int? = nil)
        /// The sum of these columns in the same row.
        case sumOfColumns([Int])
        /// The share of a column's cells in these rows in another cell, rounded half-up to the value's decimals.
        case share(rows: [Int], column: Int, ofRow: Int, ofColumn: Int)
        /// One column less another, in the same row.
        case difference(of: Int, less: Int)
    }

    /// The columns.
    public var columns: [Column]
    /// Rows of the heading; it is repeated when the table breaks over pages.
    public var heading: [[Heading]]
    /// The rows.
    public var rows: [Row]

    /// A table.
    public init(columns: [Column], heading: [[Heading]], rows: [Row]) {
        self.columns = columns
        self.heading = heading
        self.rows = rows
    }
}

extension PaperTable.Value {
    /// As people read it: thousands dots, decimal comma; empty for nothing.
    public var text: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .ordinal(let ordinal): String(ordinal)
        case .count(let count): count.vietnamese
        case .share(let share, let decimals): share.text(decimals: decimals)
        case .number(let text, _, _): text
        }
    }
}
