import CXlsxWriter
import Reports

extension XLSXSheet {
    /// Writes a table; the only one of a sheet has its heading repeated on each page and held in place on screen.
    mutating func writeTable(_ table: PaperTable) throws {
        let top = row
        let grid = HeadingGrid(table.heading)
        let look = XLSXFormats.Look(isBold: true, hasBorder: true, alignment: .centre)
        var heights: [Double] = []
        for cell in grid.cells {
            let rows = cell.rows.clamped(to: 0..<table.heading.count)
            let columns = cell.columns.clamped(to: table.columns.indices)
            try write(
                cell.heading.text, look, columns: columns, rows: top + rows.lowerBound..<top + rows.upperBound)
            heights.append(height(of: cell.heading.text, look, columns: columns))
        }
        for height in grid.rowHeights(needed: heights) {
            setHeight(height)
            row += 1
        }
        if part.tables.count == 1, !table.heading.isEmpty {
            worksheet_repeat_rows(sheet, lxw_row_t(top), lxw_row_t(row - 1))
            worksheet_freeze_panes(sheet, lxw_row_t(row), 0)
        }
        let first = row
        for line in table.rows {
            for (column, cell) in line.cells.prefix(table.columns.count).enumerated() {
                try write(cell, at: column, of: table, role: line.role, firstRow: first)
            }
            setHeight(
                of: line.cells.prefix(table.columns.count).enumerated().map { column, cell in
                    (cell.value.text, .init(), column..<column + 1)
                })
            row += 1
        }
    }

    /// Writes a heat map as a table whose cells are shaded by their numbers, also when these are changed.
    mutating func writeHeatMap(_ map: HeatMap) throws {
        let table = map.table
        let first = row + table.heading.count
        try writeTable(table)
        guard !map.rows.isEmpty, !map.columns.isEmpty else { return }
        var shades = lxw_conditional_format()
        shades.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
        shades.min_color = lxw_color_t(HeatShade.none)
        shades.max_color = lxw_color_t(HeatShade.most)
        try XLSXWriter.check(
            worksheet_conditional_format_range(
                sheet, lxw_row_t(first), 1, lxw_row_t(first + map.rows.count - 1), lxw_col_t(map.columns.count),
                &shades), "the shades of \"\(map.caption)\"")
    }

    private func write(
        _ cell: PaperTable.Cell, at column: Int, of table: PaperTable, role: PaperTable.Role, firstRow: Int
    ) throws {
        var look = XLSXFormats.Look(
            isBold: role != .entry, hasBorder: true, alignment: table.columns[column].alignment)
        guard let number = cell.value.number else {
            return try write(cell.value.text, look, columns: column..<column + 1)
        }
        look.number = number.format
        let place = (lxw_row_t(row), lxw_col_t(column))
        let format = try formats(look)
        let formula = cell.origin.map { $0.formula(column: column, row: row, firstRow: firstRow, number) }
        let error =
            if let formula {
                worksheet_write_formula_num(sheet, place.0, place.1, formula, format, number.value)
            } else {
                worksheet_write_number(sheet, place.0, place.1, number.value, format)
            }
        try XLSXWriter.check(error, "\(number.value)")
    }
}

/// A number as a spreadsheet holds it.
struct SheetNumber {
    var value: Double
    var decimals: Int
    /// How it is shown, as Excel writes formats.
    var format: String
}

extension PaperTable.Value {
    /// The value as a spreadsheet's number; nil for words and nothing.
    var number: SheetNumber? {
        switch self {
        case .empty, .text: return nil
        case .ordinal(let ordinal): return SheetNumber(value: Double(ordinal), decimals: 0, format: "0")
        case .count(let count): return SheetNumber(value: Double(count), decimals: 0, format: Self.format(0))
        case .share(let share, let decimals):
            let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
            return SheetNumber(
                value: Double(share.scaledPercent(decimals: decimals)) / scale, decimals: decimals,
                format: Self.format(decimals))
        case .number(let text, let plain, let decimals):
            let signs = text.hasPrefix("+") ? ["+", "-", ""] : [""]
            return SheetNumber(
                value: plain, decimals: decimals,
                format: signs.map { Self.format(decimals, sign: $0) }.joined(separator: ";"))
        }
    }

    /// LibreOffice shows it with Vietnamese dots and commas everywhere, Excel with those of its machine.
    private static func format(_ decimals: Int, sign: String = "") -> String {
        "[$-42A]\(sign)#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
    }
}

extension PaperTable.Origin {
    /// The formula of a cell in `column` and `row` of a sheet, in a table whose rows begin at `firstRow`.
    fileprivate func formula(column: Int, row: Int, firstRow: Int, _ number: SheetNumber) -> String {
        func cell(_ column: Int, _ row: Int) -> String { "\(Self.name(column))\(row + 1)" }
        func range(_ column: Int, _ rows: Range<Int>) -> String {
            "\(cell(column, firstRow + rows.lowerBound)):\(cell(column, firstRow + rows.upperBound - 1))"
        }
        switch self {
        case .sumOfRows(let rows, _) where rows.isEmpty: return "=0"
        case .sumOfRows(let rows, nil): return "=SUM(\(range(column, rows)))"
        case .sumOfRows(let rows, let known?): return "=SUMIF(\(range(known, rows)),\">=0\",\(range(column, rows)))"
        case .sumOfColumns(let columns):
            guard let first = columns.first, let last = columns.last else { return "=0" }
            if columns.count > 1, columns == Array(first...max(first, last)) {
                return "=SUM(\(cell(first, row)):\(cell(last, row)))"
            }
            return "=" + columns.map { cell($0, row) }.joined(separator: "+")
        case .share(let rows, let column, let ofRow, let ofColumn):
            let parts = rows.map { cell(column, firstRow + $0) }
            let part = parts.count == 1 ? parts[0] : "(\((parts.isEmpty ? ["0"] : parts).joined(separator: "+")))"
            let whole = cell(ofColumn, firstRow + ofRow)
            // As the paper does it: half of the last place goes up, and there are no shares of nothing.
            return "=IF(\(whole)=0,\"\",ROUND(100*\(part)/\(whole),\(number.decimals)))"
        case .difference(let column, let other):
            return "=ROUND(\(cell(column, row))-\(cell(other, row)),\(number.decimals))"
        }
    }

    /// `A`, …, `Z`, `AA`, ….
    private static func name(_ column: Int) -> String {
        var name = ""
        var rest = column + 1
        while rest > 0 {
            rest -= 1
            name = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + name
            rest /= 26
        }
        return name
    }
}
