import Ratings

extension RatingTable {
    /// The table of the annex.
    public var block: Block { .table(paperTable) }

    /// The table as it stands on a paper: STT, the rows' names, a column each, the sum, and the two last rows.
    public var paperTable: PaperTable {
        let columns = self.columns.columns
        let first = 2
        let sum = first + columns.count
        let entries = rows.map { row in
            PaperTable.Row(
                .entry,
                [
                    .init(row.ordinal.map { .ordinal($0) } ?? .empty), .init(.text(row.name)),
                ] + columns.map { .init(.count(row.counts[$0])) } + [
                    .init(.count(row.counts.total), from: .sumOfColumns(Array(first..<sum)))
                ])
        }
        let total = self.total
        let totals = columns.map { total[$0] } + [total.total]
        let printed = self.shares
        let shareCells = totals.enumerated().map { index, count in
            // What was adjusted is not what a formula would give.
            if index < columns.count, printed.adjusted.contains(columns[index]) {
                return PaperTable.Cell(.init(printed.cell(columns[index])))
            }
            return PaperTable.Cell(
                Share(count, of: total.total).map { .share($0, decimals: decimals) } ?? .empty,
                from: total.total == 0
                    ? nil : .share(rows: [rows.count], column: first + index, ofRow: rows.count, ofColumn: sum))
        }
        return PaperTable(
            columns: [.init(weight: 0.8, alignment: .centre), .init(weight: 4, alignment: .left)]
                + Array(repeating: .init(weight: 1.6, alignment: .right), count: totals.count),
            heading: [(["STT", kind.heading] + columns.map(\.heading) + ["Tổng cộng"]).map { .init($0) }],
            rows: entries + [
                .init(
                    .total,
                    [.init(.empty), .init(.text("Tổng cộng"))]
                        + totals.map { .init(.count($0), from: .sumOfRows(0..<rows.count)) }),
                .init(.shares, [.init(.empty), .init(.text("Tỷ lệ %"))] + shareCells),
            ])
    }
}
