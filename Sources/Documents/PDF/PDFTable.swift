import Reports

/// A table as pieces: the heading, then each row.
struct PDFTable {
    /// Room left and right of a cell's text.
    private static let padding = 3.0
    /// Sizes of the text, the largest one that leaves every word whole is taken.
    private static let sizes = [12.0, 11, 10, 9, 8, 7]

    /// A cell's text and its place in its row.
    private struct Cell {
        var text: TextBox
        var tag: String
        var x: Double
        var width: Double
        /// Grey behind it, from 0 (black) to 1 (white).
        var grey: Double?

        func shade(on canvas: borrowing PDFCanvas, y: Double, height: Double) {
            if let grey { canvas.fill(x: x, y: y, width: width, height: height, grey: grey) }
        }

        func draw(on canvas: borrowing PDFCanvas, y: Double, height: Double, isTagged: Bool) {
            canvas.line(fromX: x + width, y: y, toX: x + width, y: y + height)
            canvas.line(fromX: x, y: y + height, toX: x + width, y: y + height)
            if isTagged { canvas.open(tag) }
            text.draw(on: canvas, x: x + PDFTable.padding, y: y + (height - text.height) / 2)
            if isTagged { canvas.close(tag) }
        }
    }

    private let table: PaperTable
    private let sheet: Sheet
    private let density: TableDensity
    private let size: Double
    /// Left edge of each column, and the right edge of the last.
    private let edges: [Double]

    /// Measures the columns.
    /// - Throws: `PaperError`, as for a table whose cells do not stand in its columns.
    init(
        _ table: PaperTable, on sheet: Sheet, _ density: TableDensity, with setter: borrowing TypeSetter
    ) throws(PaperError) {
        guard table.isEven else { throw .unevenTable(text: table.firstWords) }
        self.table = table
        self.sheet = sheet
        self.density = density
        let (size, widths) = try Self.columns(of: table, within: sheet.textWidth, from: density.size, setter)
        self.size = size
        edges = widths.reduce(into: [sheet.left]) { $0.append(($0.last ?? 0) + $1) }
    }

    /// The pieces; `grey` gives a cell its shade, by row and column.
    /// - Throws: `PaperError`.
    func pieces(
        gap: Double, with setter: borrowing TypeSetter, grey: (Int, Int) -> Double? = { _, _ in nil }
    ) throws(PaperError) -> [PDFPiece] {
        let (heading, drawHeading) = try self.heading(setter)
        var first = PDFPiece(.init(height: heading, gap: gap, staysWithNext: true)) { canvas, y in
            drawHeading(canvas, y, true)
        }
        first.opens = "Table"
        var pieces = [first]
        for (index, row) in table.rows.enumerated() {
            let (height, draw) = try self.row(row, grey: { grey(index, $0) }, setter)
            guard heading + height <= sheet.textHeight else {
                throw .rowTooHigh(text: row.firstWords)
            }
            let next = table.rows.dropFirst(index + 1).first
            var piece = PDFPiece(
                .init(height: height, staysWithNext: next.map { $0.role != .entry } ?? false, heading: heading),
                draw: draw)
            piece.drawHeading = { canvas, y in drawHeading(canvas, y, false) }
            pieces.append(piece)
        }
        pieces[pieces.count - 1].closes = "Table"
        return pieces
    }

    // MARK: Columns

    private static func columns(
        of table: PaperTable, within width: Double, from largest: Double, _ setter: borrowing TypeSetter
    ) throws(PaperError) -> (size: Double, widths: [Double]) {
        let weights = table.columns.map(\.weight)
        var minimums: [Double] = []
        for size in sizes where size <= largest {
            minimums = try self.minimums(of: table, size: size, setter)
            let maximums = try self.maximums(of: table, size: size, setter)
            if let widths = ColumnFit.widths(
                weights: weights, minimums: minimums, maximums: maximums, within: width)
            {
                return (size, widths)
            }
        }
        // Too many columns for whole words: they are broken.
        let size = sizes.last ?? 7
        let numbers = try self.minimums(of: table, size: size, isNumbersOnly: true, setter)
        return (size, ColumnFit.broken(words: minimums, numbers: numbers, within: width))
    }

    /// What each column needs to leave words whole, or its numbers only.
    private static func minimums(
        of table: PaperTable, size: Double, isNumbersOnly: Bool = false, _ setter: borrowing TypeSetter
    ) throws(PaperError) -> [Double] {
        var minimums = Array(repeating: 0.0, count: table.columns.count)
        let heading = isNumbersOnly ? [] : HeadingGrid(table.heading).cells
        for cell in heading where cell.heading.columns == 1 {
            let style = TextStyle.cell(.centre, size: size, isBold: true)
            minimums[cell.column] = max(minimums[cell.column], try setter.longestWord(of: cell.heading.text, style))
        }
        // The longest word of a column is nearly always its widest one; all are measured only where rows are few.
        for column in table.columns.indices {
            let values = table.rows.map { $0.cells[column].value }.filter { !isNumbersOnly || $0.number != nil }
            let words = values.flatMap { $0.text.split(whereSeparator: \.isWhitespace) }
            for word in Set(words).sorted(by: { ($1.count, $0) < ($0.count, $1) }).prefix(12) {
                let style = TextStyle.cell(.left, size: size, isBold: true)
                minimums[column] = max(minimums[column], try setter.box(String(word), style).width)
            }
        }
        return minimums.map { $0 + 2 * padding + 0.5 }
    }

    /// What each column of names needs to leave each name on one line; a column of numbers may be as wide as it comes.
    private static func maximums(
        of table: PaperTable, size: Double, _ setter: borrowing TypeSetter
    ) throws(PaperError) -> [Double] {
        var maximums: [Double] = []
        for (column, look) in table.columns.enumerated() {
            guard look.alignment == .left else {
                maximums.append(.infinity)
                continue
            }
            let heading = HeadingGrid(table.heading).cells.filter { $0.columns == column..<column + 1 }
            let texts = table.rows.map { $0.cells[column].value.text } + heading.map(\.heading.text)
            var longest = 0.0
            // Among the texts with most letters is the widest one.
            for text in Set(texts).sorted(by: { ($1.count, $0) < ($0.count, $1) }).prefix(12) {
                let style = TextStyle.cell(.left, size: size, isBold: true)
                longest = max(longest, try setter.box(text, style).width)
            }
            maximums.append(longest + 2 * padding + 0.5)
        }
        return maximums
    }

    // MARK: Heading and rows

    private func heading(
        _ setter: borrowing TypeSetter
    ) throws(PaperError) -> (height: Double, draw: (borrowing PDFCanvas, Double, Bool) -> Void) {
        let grid = HeadingGrid(table.heading)
        var cells: [Cell] = []
        for placed in grid.cells {
            let style = TextStyle.cell(.centre, size: size, isBold: true)
            cells.append(try cell(placed.heading.text, style, columns: placed.columns, tag: "TH", setter))
        }
        let heights = grid.rowHeights(needed: cells.map { $0.text.height + 2 * density.padding })
        let tops = heights.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1) }
        let (height, edges) = (heights.reduce(0, +), self.edges)
        return (
            height,
            { canvas, y, isTagged in
                canvas.line(fromX: edges.first ?? 0, y: y, toX: edges.last ?? 0, y: y)
                canvas.line(fromX: edges.first ?? 0, y: y, toX: edges.first ?? 0, y: y + height)
                for row in 0..<grid.rowCount {
                    if isTagged { canvas.open("TR") }
                    for (placed, cell) in zip(grid.cells, cells) where placed.row == row {
                        let bottom = min(placed.rows.upperBound, grid.rowCount)
                        cell.draw(
                            on: canvas, y: y + tops[row], height: tops[bottom] - tops[row], isTagged: isTagged)
                    }
                    if isTagged { canvas.close("TR") }
                }
            }
        )
    }

    private func row(
        _ row: PaperTable.Row, grey: (Int) -> Double?, _ setter: borrowing TypeSetter
    ) throws(PaperError) -> (height: Double, draw: PDFPiece.Drawing) {
        var cells: [Cell] = []
        for (column, value) in row.cells.map(\.value).enumerated() {
            let style = TextStyle.cell(
                table.columns[column].alignment, size: size, isBold: row.role != .entry)
            var cell = try cell(value.text, style, columns: column..<column + 1, tag: "TD", setter)
            cell.grey = grey(column)
            cells.append(cell)
        }
        let height = (cells.map(\.text.height).max() ?? 0) + 2 * density.padding
        let (left, right) = (edges.first ?? 0, edges.last ?? 0)
        return (
            height,
            { canvas, y in
                for cell in cells { cell.shade(on: canvas, y: y, height: height) }
                // The row above drew its line before these shades.
                canvas.line(fromX: left, y: y, toX: right, y: y)
                canvas.line(fromX: left, y: y, toX: left, y: y + height)
                canvas.open("TR")
                for cell in cells { cell.draw(on: canvas, y: y, height: height, isTagged: true) }
                canvas.close("TR")
            }
        )
    }

    private func cell(
        _ text: String, _ style: TextStyle, columns: Range<Int>, tag: String, _ setter: borrowing TypeSetter
    ) throws(PaperError) -> Cell {
        let (x, width) = (edges[columns.lowerBound], edges[columns.upperBound] - edges[columns.lowerBound])
        return Cell(
            text: try setter.box(text, style, width: max(1, width - 2 * Self.padding)), tag: tag, x: x, width: width)
    }
}

extension PaperTable {
    /// Whether each row has one cell a column, and the heading's cells lie within the columns.
    fileprivate var isEven: Bool {
        columns.count <= HeadingGrid.mostColumns && rows.allSatisfy { $0.cells.count == columns.count }
            && HeadingGrid(heading).cells.allSatisfy { $0.columns.upperBound <= columns.count }
    }

    fileprivate var firstWords: String {
        heading.joined().lazy.map(\.text).first { !$0.isEmpty }
            ?? rows.lazy.map(\.firstWords).first { !$0.isEmpty } ?? ""
    }
}

extension PaperTable.Row {
    fileprivate var firstWords: String { cells.lazy.map(\.value.text).first { !$0.isEmpty } ?? "" }
}
