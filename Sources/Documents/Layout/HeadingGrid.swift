import Reports

/// The cells of a table's heading, each with its place in the grid.
struct HeadingGrid {
    /// A cell and where its upper left corner is.
    struct Placed: Hashable {
        var heading: PaperTable.Heading
        var row: Int
        var column: Int
        /// The rows that it covers.
        var rows: Range<Int> { row..<row + heading.rows }
        /// The columns that it covers.
        var columns: Range<Int> { column..<column + heading.columns }
    }

    /// More columns than any page has room for.
    static let mostColumns = 200

    /// The cells, row by row.
    let cells: [Placed]
    /// How many rows there are.
    let rowCount: Int

    /// Places each cell in the first column of its row that no cell from above covers; none goes down beyond the last row.
    init(_ rows: [[PaperTable.Heading]]) {
        var taken: Set<[Int]> = []
        var placed: [Placed] = []
        for (row, line) in rows.enumerated() {
            var column = 0
            for heading in line {
                while taken.contains([row, column]) { column += 1 }
                let within = PaperTable.Heading(
                    heading.text, columns: min(max(heading.columns, 1), Self.mostColumns + 1),
                    rows: min(max(heading.rows, 1), rows.count - row))
                let cell = Placed(heading: within, row: row, column: column)
                for row in cell.rows { for column in cell.columns { taken.insert([row, column]) } }
                placed.append(cell)
            }
        }
        cells = placed
        rowCount = rows.count
    }

    /// The heights of the rows, where each cell needs `needed`: a cell over several rows stretches the last of them.
    func rowHeights(needed: [Double]) -> [Double] {
        var heights = Array(repeating: 0.0, count: rowCount)
        for (cell, height) in zip(cells, needed) where cell.heading.rows == 1 {
            heights[cell.row] = max(heights[cell.row], height)
        }
        for (cell, height) in zip(cells, needed) where cell.heading.rows > 1 {
            let rows = cell.rows.clamped(to: 0..<rowCount)
            let lacking = height - heights[rows].reduce(0, +)
            if lacking > 0, let last = rows.last { heights[last] += lacking }
        }
        return heights
    }
}
