import Ratings

extension CoverageBase.Kind {
    /// The heading of its column, which says what is still in it.
    public func heading(with rest: Set<CoverageBase.Part> = []) -> String {
        switch self {
        case .resolved: return "Số hồ sơ đã giải quyết"
        case .counter:
            let received = rest.contains(.carriedOver) ? "tiếp nhận" : "mới tiếp nhận"
            return rest.contains(.post)
                ? "Số hồ sơ \(received) tại quầy và qua bưu chính (không kể trực tuyến)"
                : "Số hồ sơ \(received) tại quầy (không kể trực tuyến, bưu chính)"
        case .invitations: return "Số lượt mời đánh giá"
        }
    }

    fileprivate var ratings: String { self == .invitations ? "Số lượt mời có đánh giá" : "Số lượt đánh giá" }

    fileprivate var share: String {
        self == .invitations
            ? "Tỷ lệ lượt đánh giá trên số lượt mời (%)" : "Tỷ lệ lượt đánh giá trên số hồ sơ (%)"
    }
}

extension CoverageTable {
    /// The rows with their base.
    public var sheet: TableSheet {
        let heading = base.heading(with: rest)
        let unknown = rows.contains { $0.base == nil && $0.ratings > 0 }
        return TableSheet(
            name: "coverage", by: kind.rawValue,
            title: ["TỶ LỆ LƯỢT ĐÁNH GIÁ TRÊN \(heading.uppercased())"],
            columns: [
                .ordinal, .text(kind.rawValue, kind.heading), .number("ratings", base.ratings),
                .number(base.rawValue, heading), .number("coverage", base.share), .text("note", "Ghi chú"),
            ],
            rows: rows.map { sheetRow($0, role: .row, note: note($0)) }
                + [sheetRow(total, role: .total, note: "")],
            remarks: unknown
                ? ["Dòng tổng cộng chỉ gồm các dòng có số liệu: \(heading.lowercasedFirst)."] : [])
    }

    private func sheetRow(_ row: Row, role: TableSheet.Role, note: String) -> TableSheet.Row {
        let share = row.share.map {
            SheetCell.percent($0.scaledPercent(decimals: decimals), decimals: decimals)
        }
        return TableSheet.Row(
            role: role, code: row.code,
            cells: [
                row.ordinal.map(SheetCell.count) ?? .empty, .text(row.name), .count(row.ratings),
                row.base.map(SheetCell.count) ?? .empty, share ?? .empty, note.isEmpty ? .empty : .text(note),
            ])
    }

    private func note(_ row: Row) -> String {
        if row.base == nil { return row.code == nil ? "" : "chưa có số liệu" }
        return row.isFew ? "số lượt ít, chỉ để tham khảo" : ""
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
