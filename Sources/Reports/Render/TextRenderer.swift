import Ratings

/// The table for a terminal, in the words of the official one.
public enum TextRenderer {
    /// The whole page: title, table and notes.
    public static func render(_ table: RatingTable, zone: Zone) -> String {
        var grid = TextGrid(
            headings: ["STT", table.kind.heading] + Column.allCases.map(\.heading) + ["Tổng cộng"],
            alignments: [.right, .left] + Array(repeating: .right, count: Column.allCases.count + 1))
        for row in table.rows { grid.add([row.ordinal.map(String.init) ?? "", row.name] + cells(row.counts)) }
        grid.addRule()
        grid.add(["", "Tổng cộng"] + cells(table.total))
        let shares = Column.allCases.map { table.share(of: $0)?.text(decimals: table.decimals) ?? "" }
        let whole = Share(table.total.total, of: table.total.total)?.text(decimals: table.decimals) ?? ""
        grid.add(["", "Tỷ lệ %"] + shares + [whole])
        let lines = grid.lines()
        let width = lines.first?.count ?? 0
        let title = [
            "PHỤ LỤC II", "THỐNG KÊ SỐ HỒ SƠ ĐÁNH GIÁ MỨC ĐỘ HÀI LÒNG", "VÀ Ý KIẾN GÓP Ý CỦA TỔ CHỨC, CÁ NHÂN",
            table.periodTitle,
        ].map { String(repeating: " ", count: max(0, (width - $0.count) / 2)) + $0 }
        return (title + lines + NotesText.lines(of: table, zone: zone)).map { $0 + "\n" }.joined()
    }

    private static func cells(_ counts: Counts) -> [String] {
        Column.allCases.map { counts[$0].vietnamese } + [counts.total.vietnamese]
    }
}
