import Ratings

extension ComparisonTable.Basis {
    /// `kỳ trước`, as a heading has it.
    public var heading: String {
        switch self {
        case .previous: "Kỳ trước"
        case .lastYear: "Cùng kỳ năm trước"
        }
    }
}

extension ComparisonTable {
    /// The rows with the share of the satisfied, then each column of the total with its own share.
    public var sheet: TableSheet {
        let earlier = basis.heading
        return TableSheet(
            name: "comparison", by: now.kind.rawValue,
            title: ["SO SÁNH SỐ LƯỢT ĐÁNH GIÁ MỨC ĐỘ HÀI LÒNG VỚI \(earlier.uppercased())"],
            columns: [
                .ordinal, .text(now.kind.rawValue, now.kind.heading), .number("now", "Kỳ này"),
                .number("then", earlier), .number("difference", "Chênh lệch"),
                .number("share_now", "Tỷ lệ % hài lòng kỳ này"),
                .number("share_then", "Tỷ lệ % hài lòng \(earlier.lowercased())"),
                .number("points", "Chênh lệch (điểm phần trăm)"), .text("note", "Ghi chú"),
            ],
            rows: rows.map(cells) + [
                TableSheet.Row(
                    role: .total, cells: [.empty, .text("Tổng cộng")] + numbers(total, \.total, \.satisfied) + [.empty])
            ] + columns.columns.map(part),
            remarks: [
                "\(earlier): từ \(then.days.lowerBound.vietnamese) đến \(then.days.upperBound.vietnamese), theo \(origin)."
            ])
    }

    /// Where the earlier figures are from.
    private var origin: String {
        if let report { return report }
        let months = then.periodName.flatMap(PeriodName.init)?.monthNames.count
        guard let open = then.notes.notIssued, open.count != months else { return "số liệu hiện có" }
        guard !open.isEmpty else { return "các báo cáo đã ban hành" }
        let names = open.map { PeriodName($0)?.prose ?? $0 }.joined(separator: ", ")
        return "các báo cáo đã ban hành; chưa ban hành, lấy số liệu hiện có: \(names)"
    }

    /// The columns of both periods.
    public var columns: ColumnSet { ColumnSet(showing: Set(now.columns.columns + then.columns.columns)) }

    private func cells(_ row: Row) -> TableSheet.Row {
        let head: [SheetCell] = [row.ordinal.map(SheetCell.count) ?? .empty, .text(row.name)]
        guard row.isComparable else {
            let counts: [SheetCell] = [.count(row.counts.now.total), .count(row.counts.then.total), .empty]
            return TableSheet.Row(
                role: .row, code: row.code,
                cells: head + counts + [.empty, .empty, .empty, .text("không so sánh được")])
        }
        var numbers = numbers(row.counts, \.total, \.satisfied)
        // Few ratings tell nothing of a person.
        if row.counts.isFew, now.kind == .officer { numbers = Array(numbers.prefix(3)) + [.empty, .empty, .empty] }
        let note = row.counts.isFew ? SheetCell.text("số lượt ít, chỉ để tham khảo") : .empty
        return TableSheet.Row(role: .row, code: row.code, cells: head + numbers + [note])
    }

    private func part(_ column: Column) -> TableSheet.Row {
        let count = { (counts: Counts) in counts[column] }
        return TableSheet.Row(
            role: .part,
            cells: [.empty, .text("\(column.heading), trên tổng số")] + numbers(total, count, count) + [.empty])
    }

    private func numbers(_ pair: CountPair, _ count: (Counts) -> Int, _ part: (Counts) -> Int) -> [SheetCell] {
        let decimals = now.decimals
        func share(_ counts: Counts) -> SheetCell {
            Share(part(counts), of: counts.total).map {
                .percent($0.scaledPercent(decimals: decimals), decimals: decimals)
            } ?? .empty
        }
        return [
            .count(count(pair.now)), .count(count(pair.then)), .difference(pair.difference(count)), share(pair.now),
            share(pair.then), pair.points(part, decimals: decimals).map { .points($0, decimals: decimals) } ?? .empty,
        ]
    }
}
