import Foundation
import Ratings
import Reports

/// How one box or port fared on one day, as `devices --history` shows it.
struct LinkHistory: Codable {
    var day: Day
    /// UID; nil for a port on which no box was identified.
    var device: String?
    var port: String?
    var label: String?
    var counters: [String]
    /// What happened how often, by the name of the event.
    var counts: [String: Int]

    /// A line for every day and link with counts; with a box, only for that one.
    static func lines(_ counts: [LinkCount], box: String?, directory: Directory) -> [LinkHistory] {
        let days = Dictionary(grouping: counts.filter { box == nil || $0.link == box }) { $0.day }
        return days.sorted { $0.key < $1.key }.flatMap { day, counts in
            Dictionary(grouping: counts) { $0.link }
                .map { LinkHistory(day, $0, $1, directory) }
                .sorted { ($0.counters.first ?? "~", $0.name) < ($1.counters.first ?? "~", $1.name) }
        }
    }

    private init(_ day: Day, _ link: String, _ counts: [LinkCount], _ directory: Directory) {
        self.day = day
        let isPort = link.hasPrefix("/") || link == LinkCounts.others
        device = isPort ? nil : link
        port = isPort ? link : nil
        label = directory.boxes[link]?.label
        let end = directory.settings.zone.start(of: day.advanced(by: 1)) - .milliseconds(1)
        counters = directory.assignments.holding(of: link, at: end).first?.counters ?? []
        self.counts = Dictionary(counts.map { ($0.event.rawValue, $0.count) }) { $0 + $1 }
    }

    private var name: String {
        if port == LinkCounts.others { return "các cổng khác" }
        return label ?? device ?? port ?? "?"
    }

    /// The lines as a table for people: a column for each event that happened, a rule between days.
    static func table(_ lines: [LinkHistory]) -> String {
        let columns = LinkEvent.allCases.filter { event in
            event == .connected || event == .press || lines.contains { $0.counts[event.rawValue] != nil }
        }
        var grid = TextGrid(
            headings: ["Ngày", "Thiết bị", "Quầy"] + columns.map(\.vietnamese),
            alignments: [.left, .left, .left] + columns.map { _ in .right })
        var day: Day?
        for line in lines {
            if let day, day != line.day { grid.addRule() }
            grid.add(
                [line.day == day ? "" : line.day.vietnamese, line.name, line.counters.joined(separator: ", ")]
                    + columns.map { line.counts[$0.rawValue]?.vietnamese ?? "" })
            day = line.day
        }
        return grid.lines().map { $0 + "\n" }.joined()
    }
}

extension LinkEvent {
    /// As the table heads its column.
    fileprivate var vietnamese: String {
        switch self {
        case .connected: "Kết nối"
        case .hungUp: "Mất kết nối"
        case .removed: "Bị rút"
        case .silent: "Im lặng"
        case .missing: "Không có cổng"
        case .forbidden: "Không có quyền"
        case .held: "Bị chiếm cổng"
        case .noTTY: "Không phải cổng nối tiếp"
        case .openFailed: "Lỗi mở cổng"
        case .refused: "Bị từ chối"
        case .duplicate: "Trùng mã"
        case .warmReset: "Khởi động lại"
        case .coldStart: "Mất bộ nhớ"
        case .resend: "Gửi lại"
        case .badFrame: "Khung lỗi"
        case .press: "Đã nhận"
        case .repeated: "Đã có từ trước"
        case .conflict: "Xung đột"
        case .gap: "Thiếu"
        case .dropped: "Đầy bộ nhớ"
        case .suppressed: "Nhật ký lược bớt"
        }
    }
}
