import Ratings

extension RatingTable {
    /// Phụ lục II as it stands in a report.
    public var sheet: TableSheet {
        let shares = shares
        let total = total
        return TableSheet(
            name: "phu-luc-ii", by: kind.rawValue,
            annex: "Phụ lục II",
            title: ["THỐNG KÊ SỐ HỒ SƠ ĐÁNH GIÁ MỨC ĐỘ HÀI LÒNG", "VÀ Ý KIẾN GÓP Ý CỦA TỔ CHỨC, CÁ NHÂN"],
            columns: [.ordinal, .text(kind.rawValue, kind.heading)]
                + columns.columns.map { .number($0.rawValue, $0.heading) } + [.number("total", "Tổng cộng")],
            rows: rows.map { row in
                TableSheet.Row(
                    role: .row, code: row.code,
                    cells: [row.ordinal.map(SheetCell.count) ?? .empty, .text(row.name)] + cells(row.counts)
                )
            } + [
                TableSheet.Row(role: .total, cells: [.empty, .text("Tổng cộng")] + cells(total)),
                TableSheet.Row(
                    role: .part,
                    cells: [.empty, .text("Tỷ lệ %")] + columns.columns.map(shares.cell) + [shares.wholeCell]),
            ], remarks: remarks)
    }

    private func cells(_ counts: Counts) -> [SheetCell] {
        columns.columns.map { .count(counts[$0]) } + [.count(counts.total)]
    }

    private var remarks: [String] {
        var remarks = sentence.map { [BodySentence(self, preset: $0).text] } ?? []
        let adjusted = shares.adjusted
        if !adjusted.isEmpty {
            let headings = adjusted.map(\.heading).joined(separator: "; ")
            remarks.append("Tỷ lệ được điều chỉnh khi làm tròn để tổng bằng 100%: \(headings).")
        }
        if tellsSatisfaction, let satisfaction {
            remarks.append(
                "Tỷ lệ hài lòng trên số lượt hài lòng và không hài lòng: \(satisfaction.text(decimals: decimals))%"
                    + " (\(satisfaction.part.vietnamese)/\(satisfaction.whole.vietnamese) lượt).")
        }
        return remarks
    }
}
