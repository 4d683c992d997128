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
                TableSheet.Row(
                    role: .row,
                    cells: [
                        .count(index + 1), .text(entry.shownMoment(in: zone)), .text(entry.shownCounter),
                        .text(entry.column.heading), .text(entry.shownComment ?? ""),
                        .text(entry.outcome),
                    ])
            })
    }
}
