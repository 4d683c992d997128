import Reports

extension PaperTable {
    /// Size of the cells' text in forms that are edited, in points.
    static let cellSize = 12.0
    /// Left and right of a cell's text together, in points.
    private static let padding = 8.0

    /// The columns' shares of `width` by their weights, none narrower than its longest word; whole numbers that add up to
    /// `width`, of which `perPoint` make a point.
    func widths(of width: Int, perPoint: Double) -> [Int] {
        let minimums = minimums.map { $0 * perPoint }
        let sum = minimums.reduce(0, +)
        let fitted =
            ColumnFit.widths(weights: columns.map(\.weight), minimums: minimums, within: Double(width))
            ?? minimums.map { $0 / sum * Double(width) }
        var (before, edge) = (0, 0.0)
        return fitted.map { column in
            edge += column
            let next = Int(edge.rounded())
            defer { before = next }
            return next - before
        }
    }

    /// What each column needs for its longest word, in points.
    private var minimums: [Double] {
        var texts = rows.map { row in row.cells.map(\.value.text) }
        texts += HeadingGrid(heading).cells.filter { $0.columns.count == 1 }.map { cell in
            Array(repeating: "", count: cell.column) + [cell.heading.text]
        }
        return columns.indices.map { column in
            var longest = 0.0
            for row in texts where row.indices.contains(column) {
                for word in row[column].split(separator: " ") { longest = max(longest, TimesWidth.ems(String(word))) }
            }
            return longest * Self.cellSize + Self.padding
        }
    }
}
