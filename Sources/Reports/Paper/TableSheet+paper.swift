import Ratings

extension TableSheet {
    /// The cells as they stand on a paper.
    public var paperTable: PaperTable {
        PaperTable(
            columns: columns.map { column in
                column == .ordinal
                    ? .init(weight: 0.8, alignment: .centre)
                    : .init(
                        weight: column.isNumber ? 1.6 : column.name == by ? 4 : 3.2,
                        alignment: column.isNumber ? .right : .left)
            }, heading: [columns.map { .init($0.heading) }],
            rows: rows.map { row in
                PaperTable.Row(
                    PaperTable.Role(row.role),
                    zip(columns, row.cells).map { column, cell in
                        if column == .ordinal, case .count(let ordinal) = cell { return .init(.ordinal(ordinal)) }
                        return .init(PaperTable.Value(cell))
                    })
            })
    }
}

extension PaperTable.Role {
    init(_ role: TableSheet.Role) {
        self =
            switch role {
            case .row: .entry
            case .total: .total
            case .part: .shares
            }
    }
}

extension PaperTable.Value {
    init(_ cell: SheetCell) {
        switch cell {
        case .empty: self = .empty
        case .text(let text): self = .text(text)
        case .count(let count): self = .count(count)
        case .difference(let difference): self = .number(cell.vietnamese, plain: Double(difference), decimals: 0)
        case .percent(let scaled, let decimals), .points(let scaled, let decimals):
            let plain = Double(scaled) * 100 / Double(Share.hundred(decimals: decimals))
            self = .number(cell.vietnamese, plain: plain, decimals: decimals)
        }
    }
}
