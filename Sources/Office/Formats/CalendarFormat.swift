import Ratings

/// calendar.csv: weekly sessions, holidays, make-up days and announced extra sessions.
enum CalendarFormat: FileFormat {
    static let fields: [FileField] = [
        FileField("rule", "loại", "quy tắc", isRequired: true), FileField("weekday", "thứ"), FileField("date", "ngày"),
        FileField("session", "buổi", "phiên"), FileField("opens", "mở", "giờ mở"),
        FileField("closes", "đóng", "giờ đóng"),
        FileField("since", "từ ngày", "từ"), FileField("counter", "quầy"),
    ]

    private enum Rule: CaseIterable {
        case session, holiday, makeUp, extra

        var names: [String] {
            switch self {
            case .session: ["session", "buổi", "hằng tuần"]
            case .holiday: ["holiday", "nghỉ", "ngày nghỉ", "nghỉ lễ"]
            case .makeUp: ["make_up", "làm bù"]
            case .extra: ["extra", "tăng cường", "làm thêm"]
            }
        }
    }

    private static let rules = WordList(Rule.allCases.map { ($0, $0.names) })

    private static let weekdays = WordList([
        (1, ["1", "thứ hai", "thứ 2", "t2"]), (2, ["2", "thứ ba", "thứ 3", "t3"]), (3, ["3", "thứ tư", "thứ 4", "t4"]),
        (4, ["4", "thứ năm", "thứ 5", "t5"]), (5, ["5", "thứ sáu", "thứ 6", "t6"]),
        (6, ["6", "thứ bảy", "thứ 7", "t7"]), (7, ["7", "chủ nhật", "cn"]),
    ])

    static func read(_ reader: inout SheetReader) {
        reader.forEachRow { row in
            guard let rule = row.word("rule", rules), let entry = read(rule, &row) else { return }
            row.add(CalendarEntry(entry), named: row.text(rule == .session ? "session" : "date"), field: "rule")
        }
    }

    private static func read(_ rule: Rule, _ row: inout SheetReader) -> CalendarEntry.Rule? {
        switch rule {
        case .session:
            guard let weekday = row.word("weekday", weekdays), let name = row.required("session"),
                let opens = row.time("opens"), let closes = row.time("closes"), let since = row.day("since")
            else { return nil }
            return .session(weekday: weekday, name: name.lowercased(), opens: opens, closes: closes, since: since)
        case .holiday: return row.day("date").map { .holiday($0) }
        case .makeUp:
            guard let day = row.day("date"), let weekday = row.word("weekday", weekdays) else { return nil }
            return .makeUp(day, likeWeekday: weekday)
        case .extra:
            guard let day = row.day("date"), let opens = row.time("opens"), let closes = row.time("closes") else {
                return nil
            }
            return .extra(day, counter: row.optional("counter", keeping: nil), opens: opens, closes: closes)
        }
    }

    static func write(_ directory: Directory) -> [[String]] {
        directory.calendar.all.map { entry in
            switch entry.rule {
            case .session(let weekday, let name, let opens, let closes, let since):
                ["session", "\(weekday)", "", name, "\(opens)", "\(closes)", "\(since)", ""]
            case .holiday(let day): ["holiday", "", "\(day)", "", "", "", "", ""]
            case .makeUp(let day, let weekday): ["make_up", "\(weekday)", "\(day)", "", "", "", "", ""]
            case .extra(let day, let counter, let opens, let closes):
                ["extra", "", "\(day)", "", "\(opens)", "\(closes)", "", counter ?? ""]
            }
        }
    }
}
