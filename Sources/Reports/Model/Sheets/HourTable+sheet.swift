import Ratings

extension HourTable {
    private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// Hours down, days of the week across.
    public var sheet: TableSheet {
        func row(_ role: TableSheet.Role, _ name: String, _ counts: [Counts]) -> TableSheet.Row {
            TableSheet.Row(role: role, cells: [.text(name)] + counts.map { .count($0.total) })
        }
        let rows = hours.map { hour in
            row(
                .row, Self.name(ofHour: hour),
                weekdays.map { counts(hour: hour, weekday: $0) } + [counts(hour: hour)])
        }
        return TableSheet(
            name: "hours", by: "hour",
            title: ["SỐ LƯỢT ĐÁNH GIÁ THEO GIỜ VÀ NGÀY TRONG TUẦN"],
            columns: [.text("hour", "Giờ")]
                + weekdays.map { .number(Self.names[($0 + 6) % 7], Self.name(ofWeekday: $0)) }
                + [.number("total", "Tổng cộng")],
            rows: rows + [row(.total, "Tổng cộng", weekdays.map { counts(weekday: $0) } + [total])])
    }
}
