import Ratings

/// A table for a terminal, in the words of the official one.
public enum TextRenderer {
    /// The whole page: title, table, remarks and notes.
    public static func render(_ table: some ReportTable, zone: Zone) -> String {
        let sheet = table.sheet
        let lines = TextGrid(sheet).lines()
        let width = lines.first?.count ?? 0
        let title = ([sheet.annex?.uppercased()].compactMap(\.self) + sheet.title + [table.periodTitle])
            .map { String(repeating: " ", count: max(0, (width - $0.count) / 2)) + $0 }
        return (title + lines + NotesText.lines(of: table, zone: zone)).map { $0 + "\n" }.joined()
    }
}

extension TextGrid {
    /// The cells of a sheet, its totals below a line.
    init(_ sheet: TableSheet) {
        self.init(
            headings: sheet.columns.map(\.heading), alignments: sheet.columns.map { $0.isNumber ? .right : .left })
        for (index, row) in sheet.rows.enumerated() {
            if row.role == .total, index > 0 { addRule() }
            add(row.cells.map(\.vietnamese))
        }
    }
}
