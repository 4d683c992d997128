import Reports

/// How high an annex comes out in Word, in points: an estimate by the widths of Times, where nothing is measured.
struct AnnexHeight {
    let width: Double
    let density: TableDensity

    /// Of Times New Roman, as part of its size.
    private static let line = 1.15
    /// Left and right of a cell's text together, in points.
    private static let cellPadding = 7.0

    /// The height of titles, tables and notes; nil where something else stands among them, as in a report's body, which
    /// goes over pages anyway.
    func of(_ blocks: [Block]) -> Double? {
        var sum = 0.0
        for block in blocks {
            switch block {
            case .title(let text, let style):
                sum += lines(of: text, size: DOCXStyle(style).size, in: width) + (style == .attachment ? 8 : 0)
            case .table(let table): sum += height(of: table)
            case .heatMap(let map): sum += height(of: map.table)
            case .notes(let notes):
                sum += notes.reduce(0) { $0 + lines(of: $1, size: DOCXStyle.note.size, in: width) + 2 }
            case .letterhead, .heading, .paragraph, .closing: return nil
            }
        }
        return sum
    }

    private func height(of table: PaperTable) -> Double {
        let widths = table.widths(of: Int(width), perPoint: 1, size: density.size).map(Double.init)
        let grid = HeadingGrid(table.heading)
        let headings = grid.cells.map { cell in
            self.height(
                of: cell.heading.text, in: widths[cell.columns.clamped(to: widths.indices)].reduce(0, +)) + 4
        }
        return grid.rowHeights(needed: headings).reduce(0, +)
            + table.rows.reduce(0) { sum, row in
                sum + (zip(row.cells, widths).map { height(of: $0.value.text, in: $1) }.max() ?? 0)
            }
    }

    private func height(of text: String, in width: Double) -> Double {
        lines(of: text, size: density.size, in: width - Self.cellPadding) + density.wordPadding * 2 + 0.5
    }

    private func lines(of text: String, size: Double, in width: Double) -> Double {
        Double(TimesWidth.lines(text, within: width / size)) * size * Self.line
    }
}

extension TableDensity {
    /// Those that Word has styles for, the roomy one first.
    static let inWord = [roomy, dense]

    /// Room above and below a cell's text in Word, each, in points: its lines are further apart.
    var wordPadding: Double { self == .roomy ? 1 : 0 }
}
