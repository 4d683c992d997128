import Reports

/// A table that a centre wrote into its template, as its rows and cells were read.
struct TemplateTable {
    struct Cell {
        var text: String
        var span: Int
        var merge: Merge
        var alignment: PaperTable.Alignment?
        var isTotal: Bool
    }

    /// Whether a cell is one with that below it or above it.
    enum Merge { case none, begins, goesOn }

    struct Row {
        var isHeading: Bool
        /// Columns before its first cell.
        var before: Int
        var cells: [Cell]

        var words: String { cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " ") }
        fileprivate var width: Int { cells.reduce(before) { $0 + $1.span } }
    }

    /// As many as Word itself allows.
    private static let mostColumns = 63
    /// Twentieths of a point: wider than any paper.
    private static let widest = 100_000.0

    static let uneven = "bảng hỏng lưới cột"
    static let joined = "ô gộp trong bảng"

    /// Of its columns.
    private let widths: [Double]
    private let rows: [Row]

    /// - Returns: nil where the columns of `grid` are no columns, or have no room for the cells of a row.
    init?(grid: Element?, rows: [Row]) {
        let widths = (grid?.children ?? []).filter { $0.name == "w:gridCol" }.map { column in
            column["w:w"].map { Double($0) ?? .nan } ?? 1
        }
        guard (1...Self.mostColumns).contains(widths.count), widths.allSatisfy({ $0 > 0 && $0 <= Self.widest }),
            rows.allSatisfy({ $0.width <= widths.count })
        else { return nil }
        self.widths = widths
        self.rows = rows
    }

    /// A number of columns that a property of a row or cell names, no more than any table has room for.
    static func columns(_ property: Element?, atLeast least: Int) -> Int {
        min(max(property?["w:val"].flatMap { Int($0) } ?? least, least), mostColumns + 1)
    }

    private var headingRows: [Row] { Array(rows.prefix { $0.isHeading }) }

    /// The rows that a paper cannot hold: with cells that are joined below the heading, or not joined as a heading's are.
    var rowsOnlyInWord: [Row] {
        let heading = headingRows
        let below = rows.dropFirst(heading.count).filter { row in
            row.before > 0 || row.cells.contains { $0.span > 1 || $0.merge != .none }
        }
        let goingOn = heading.flatMap(\.cells).filter { $0.merge == .goesOn }.count
        let reached = headings.joined().reduce(0) { $0 + $1.rows - 1 }
        let isEven = HeadingGrid(headings).cells.allSatisfy { $0.columns.upperBound <= widths.count }
        let isWhole = goingOn == reached && isEven && heading.allSatisfy { $0.before == 0 }
        return (isWhole ? [] : Array(heading.prefix(1))) + below
    }

    /// As a paper holds it.
    var paperTable: PaperTable {
        var alignments = Array(repeating: PaperTable.Alignment.left, count: widths.count)
        let lines = rows.dropFirst(headingRows.count).map { row in
            for (column, cell) in row.cells.enumerated() { alignments[column] = cell.alignment ?? alignments[column] }
            let texts = row.cells.map(\.text) + Array(repeating: "", count: widths.count - row.cells.count)
            return PaperTable.Row(
                row.cells.contains(where: \.isTotal) ? .total : .entry, texts.map { .init(.text($0)) })
        }
        return PaperTable(
            columns: zip(widths, alignments).map { .init(weight: $0, alignment: $1) }, heading: headings, rows: lines)
    }

    /// The heading's cells; one that goes on from above is no cell of its own.
    private var headings: [[PaperTable.Heading]] {
        let starts = headingRows.map { row in
            var column = row.before
            return row.cells.map { cell in
                defer { column += cell.span }
                return (column: column, cell: cell)
            }
        }
        return starts.indices.map { row in
            starts[row].filter { $0.cell.merge != .goesOn }.map { start in
                let below = starts[(row + 1)...].prefix { line in
                    start.cell.merge == .begins
                        && line.contains { next in
                            next.column == start.column && next.cell.span == start.cell.span
                                && next.cell.merge == .goesOn
                        }
                }
                return PaperTable.Heading(start.cell.text, columns: start.cell.span, rows: 1 + below.count)
            }
        }
    }
}
