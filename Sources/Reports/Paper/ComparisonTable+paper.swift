import Ratings

extension ComparisonTable {
    /// The table, with how its sums, differences and shares come about.
    public var block: Block { .table(paperTable) }

    /// Places of the columns.
    private enum Place {
        static let (now, then, difference) = (2, 3, 4)
        static let (shareNow, shareThen, points) = (5, 6, 7)
    }

    /// The table as it stands on a paper. How many of a row were satisfied is in none of its cells, so that its shares
    /// come of no formula; those of the total and of its columns do.
    var paperTable: PaperTable {
        var table = sheet.paperTable
        let total = rows.count
        let columns = columns.columns
        func set(_ origin: PaperTable.Origin, row: Int, _ column: Int) {
            guard table.rows[row].cells[column].value != .empty else { return }
            table.rows[row].cells[column].origin = origin
        }
        for row in table.rows.indices {
            set(.difference(of: Place.now, less: Place.then), row: row, Place.difference)
            set(.difference(of: Place.shareNow, less: Place.shareThen), row: row, Place.points)
        }
        let satisfied = columns.indices.filter { columns[$0].isSatisfied }.map { total + 1 + $0 }
        let shares = [(total, satisfied)] + columns.indices.map { (total + 1 + $0, [total + 1 + $0]) }
        for (share, count) in [(Place.shareNow, Place.now), (Place.shareThen, Place.then)] {
            set(.sumOfRows(0..<total), row: total, count)
            for (row, parts) in shares {
                set(.share(rows: parts, column: count, ofRow: total, ofColumn: count), row: row, share)
            }
        }
        return table
    }
}
