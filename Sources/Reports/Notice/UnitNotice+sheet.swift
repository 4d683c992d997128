import Ratings

extension UnitNotice {
    /// The entries as a table; moments are those of `zone`.
    public func sheet(in zone: Zone) -> TableSheet {
        TableSheet(
            name: "notice", by: "rating", title: [subject],
            columns: [
                .ordinal, .text("moment", "Thời điểm"), .text("counter", "Quầy"), .text("column", "Nội dung đánh giá"),
                .text("comment", "Ý kiến"), .text("outcome", "Nguyên nhân"),
            ],
            rows: entries.enumerated().map { index, entry in
                let moment = "\(zone.dayTime(of: entry.moment)), \(zone.day(of: entry.moment).vietnamese)"
                return TableSheet.Row(
                    role: .row,
                    cells: [
                        .count(index + 1), .text(moment), .text(entry.counter ?? "Chưa xác định quầy"),
                        .text(entry.column.heading), .text(entry.shownComment ?? ""),
                        .text(entry.outcome),
                    ])
            })
    }
}
