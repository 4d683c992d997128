import Ratings

/// How one table differs from another: what was printed against today's figures.
public struct TableDifference: Codable, Hashable, Sendable {
    /// A row that is not the same in both.
    public struct Row: Codable, Hashable, Sendable {
        /// Code of what it is about; nil for what is not known.
        public var code: String?
        /// The row then; nil where there was none.
        public var then: FigureTable.Row?
        /// The row now; nil where it is gone.
        public var now: FigureTable.Row?
        /// Its name now, or then where it is gone.
        public var name: String { now?.name ?? then?.name ?? code ?? "" }
    }

    /// A figure that is not the same in both.
    public struct Cell: Codable, Hashable, Sendable {
        /// Name of the row.
        public var row: String
        /// Code of the column.
        public var column: String
        /// The column's heading.
        public var heading: String
        /// The figure then.
        public var then: Int
        /// The figure now.
        public var now: Int
    }

    /// Name of the table.
    public var name: String
    /// Rows that differ: those of the newer table in its order, then those that are gone.
    public var rows: [Row]
    /// The figures that differ, by row and column.
    public var cells: [Cell]
    /// Whether the rows are the same but stand in another order.
    public var isReordered: Bool

    /// The difference of `now` to `then`.
    public init(from then: FigureTable, to now: FigureTable) {
        name = now.name
        let (before, after) = (Self.rows(then), Self.rows(now))
        let columns = now.columns + then.columns.filter { column in !now.columns.contains { $0.code == column.code } }
        let places = columns.map { column in
            (
                then: then.columns.firstIndex { $0.code == column.code },
                now: now.columns.firstIndex { $0.code == column.code }
            )
        }
        rows = []
        cells = []
        let gone = then.rows.filter { after[$0.code] == nil }
        for (old, new) in now.rows.map({ (before[$0.code], Optional($0)) }) + gone.map({ (Optional($0), nil) }) {
            let row = Row(code: new?.code ?? old?.code, then: old, now: new)
            let changed = zip(columns, places).compactMap { column, place -> Cell? in
                let then = place.then.flatMap { index in old.map { $0.figures[index] } } ?? 0
                let now = place.now.flatMap { index in new.map { $0.figures[index] } } ?? 0
                guard then != now else { return nil }
                return Cell(row: row.name, column: column.code, heading: column.heading, then: then, now: now)
            }
            if !changed.isEmpty || old?.name != new?.name { rows.append(row) }
            cells += changed
        }
        isReordered = rows.isEmpty && then.rows.map(\.code) != now.rows.map(\.code)
    }

    /// Whether both tables print the same.
    public var isEmpty: Bool { rows.isEmpty && !isReordered }

    /// One line a thing that differs, in Vietnamese.
    public var lines: [String] {
        let changes = rows.compactMap { row -> String? in
            switch (row.then, row.now) {
            case (nil, _): "\(row.name): dòng mới"
            case (_, nil): "\(row.name): không còn dòng này"
            case (let then?, let now?): then.name == now.name ? nil : "\(then.name): nay là \(now.name)"
            }
        }
        return changes
            + cells.map { "\($0.row) · \($0.heading): \($0.then.vietnamese) → \($0.now.vietnamese)" }
            + (isReordered ? ["Thứ tự các dòng đã đổi."] : [])
    }

    private static func rows(_ table: FigureTable) -> [String?: FigureTable.Row] {
        Dictionary(table.rows.map { ($0.code, $0) }) { first, _ in first }
    }
}
