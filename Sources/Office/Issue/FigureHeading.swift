import Reports

/// Where the columns of a printed table stand: its heading, of one to three rows.
struct FigureHeading {
    private static let ordinals: Set = ["stt", "tt"]

    /// Index of the column with the names of the rows.
    var names: Int
    /// The columns of figures; the levels of a heading are joined as the dossiers' are: `Số hồ sơ - Tổng số`.
    var columns: [(column: FigureTable.Column, index: Int)]
    /// Index of the first row below it.
    var end: Int

    /// The heading with the most columns; nil where there is none.
    init?(in grid: Grid) {
        var best: FigureHeading?
        for first in grid.rows.indices.prefix(FileLimits.titleRows) {
            guard let found = FigureHeading(grid, from: first) else { continue }
            if best.map({ found.columns.count > $0.columns.count }) ?? true { best = found }
        }
        guard let best else { return nil }
        self = best
    }

    /// The heading whose first row is this.
    private init?(_ grid: Grid, from first: Int) {
        let upper = grid.rows[first]
        guard Self.isWords(upper), upper.cells.count(where: { !$0.isEmpty }) > 1 else { return nil }
        let names = upper.cells.firstIndex { !$0.isEmpty && !Self.ordinals.contains(CodeRule.folded($0)) } ?? 0
        // Below a heading of two rows, that of the names has nothing.
        end = first + 1
        while end < min(first + 3, grid.rows.count), Self.isWords(grid.rows[end]),
            grid.rows[end].cells.prefix(names + 1).allSatisfy(\.isEmpty)
        {
            end += 1
        }
        self.names = names
        columns = Grid.headings(grid.rows[first..<end]).enumerated().compactMap { index, path in
            let heading = path.filter { !CodeRule.folded($0).hasPrefix("trong do") }.joined(separator: " - ")
            guard index > names, !heading.isEmpty else { return nil }
            return (FigureTable.Column(code: heading, heading: heading), index)
        }
        guard !columns.isEmpty else { return nil }
    }

    /// Whether it has words and no figure.
    private static func isWords(_ row: Grid.Row) -> Bool {
        !row.isEmpty
            && row.cells.indices.allSatisfy { column in
                let text = row.cells[column]
                let isWord = text.contains(where: \.isLetter) || !text.contains(where: \.isNumber)
                return text.isEmpty || (isWord && FigureFile.figure(row, column) == nil)
            }
    }
}
