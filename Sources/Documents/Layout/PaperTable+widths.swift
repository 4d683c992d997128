import Reports

extension PaperTable {
    /// Left and right of a cell's text together, in points.
    private static let padding = 8.0

    /// The columns' shares of `width` by their weights, none narrower than its longest word, one of names no wider than
    /// its longest; whole numbers that add up to `width`, of which `perPoint` make a point.
    func widths(of width: Int, perPoint: Double, size: Double = TableDensity.roomy.size) -> [Int] {
        let minimums = longest(in: { $0.split(separator: " ") }, size: size).map { $0 * perPoint }
        let naturals = longest(in: { [$0[...]] }, size: size).map { $0 * perPoint }
        let numbers = longest(in: { [$0[...]] }, size: size, isNumbersOnly: true).map { $0 * perPoint }
        let fitted =
            ColumnFit.widths(
                weights: columns.map(\.weight), minimums: minimums,
                maximums: zip(columns, naturals).map { $0.alignment == .left ? $1 : .infinity },
                within: Double(width)) ?? ColumnFit.broken(words: minimums, numbers: numbers, within: Double(width))
        var (before, edge) = (0, 0.0)
        return fitted.map { column in
            edge += column
            let next = Int(edge.rounded())
            defer { before = next }
            return next - before
        }
    }

    /// What each column needs for the longest of its texts' parts, or of its numbers only, in points.
    private func longest(
        in parts: (String) -> [Substring], size: Double, isNumbersOnly: Bool = false
    ) -> [Double] {
        var texts = rows.map { row in
            row.cells.map(\.value).map { isNumbersOnly && $0.number == nil ? "" : $0.text }
        }
        if !isNumbersOnly {
            texts += HeadingGrid(heading).cells.filter { $0.columns.count == 1 }.map { cell in
                Array(repeating: "", count: cell.column) + [cell.heading.text]
            }
        }
        return columns.indices.map { column in
            var longest = 0.0
            for row in texts where row.indices.contains(column) {
                for part in parts(row[column]) { longest = max(longest, TimesWidth.ems(String(part))) }
            }
            return longest * size + Self.padding
        }
    }
}
