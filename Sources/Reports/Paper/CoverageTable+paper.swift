import Ratings

extension CoverageTable {
    /// The table, with how its sums and shares come about.
    public var block: Block { .table(paperTable) }

    /// The table as it stands on a paper: its total is that of the rows that have a base.
    var paperTable: PaperTable {
        let (ratings, base, coverage) = (2, 3, 4)
        var table = sheet.paperTable
        for row in table.rows.indices where table.rows[row].cells[coverage].value != .empty {
            table.rows[row].cells[coverage].origin = .share(
                rows: [row], column: ratings, ofRow: row, ofColumn: base)
        }
        table.rows[rows.count].cells[ratings].origin = .sumOfRows(0..<rows.count, knownIn: base)
        if total.base != nil { table.rows[rows.count].cells[base].origin = .sumOfRows(0..<rows.count) }
        return table
    }
}
