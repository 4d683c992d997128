import Ratings
import Reports

/// One line in Vietnamese on how the service fares, for `systemctl status`.
public struct StatusLine {
    /// Names told at most for one trouble.
    static let mostNames = 3

    /// All ports with what is behind them.
    public var links: [LinkState]
    /// Where boxes stand, and how they are called.
    public var directory: Directory
    /// Presses of today, and when the last of them was made.
    public var presses: PressesOfDay
    /// What keeps the store from its work.
    public var trouble: StoreTrouble
    /// The present.
    public var now: Instant

    /// A line from what is known now.
    public init(
        links: [LinkState], directory: Directory, presses: PressesOfDay, trouble: StoreTrouble = StoreTrouble(),
        now: Instant
    ) {
        self.links = links
        self.directory = directory
        self.presses = presses
        self.trouble = trouble
        self.now = now
    }

    /// `31/32 thiết bị kết nối, 1 im lặng (Q07), 1.204 lượt hôm nay, lượt cuối 10:42`.
    public var text: String {
        let connected = Set(links.filter { $0.phase == .connected }.compactMap(\.device))
        let present = Set(links.compactMap(\.device))
        let expected = Set(directory.assignments.owners.filter { !counters(of: $0).isEmpty }).union(present)
        var parts: [String] = []
        if let cause = trouble.writing?.cause {
            parts.append("KHÔNG GHI ĐƯỢC DỮ LIỆU (\(Self.words(cause))), thiết bị đang giữ lượt bấm")
        }
        if let cause = trouble.copying?.cause {
            parts.append("CHƯA CHÉP ĐƯỢC TỆP -wal VÀO SỔ (\(Self.words(cause))), tệp đang lớn dần")
        }
        parts.append("\(connected.count.vietnamese)/\(expected.count.vietnamese) thiết bị kết nối")
        parts += [
            trouble("im lặng", at: .silent), trouble("bị từ chối", at: .refused), trouble("trùng mã", at: .duplicate),
            trouble("không mở được cổng", at: .unavailable),
            told("không cắm", expected.subtracting(present).map(name(of:))),
            told("kẹt nút", links.filter { $0.health?.stuckButtons.isEmpty == false }.map(name(of:))),
        ].compactMap(\.self)
        parts.append("\(presses.count.vietnamese) lượt hôm nay")
        if let last = presses.last { parts.append("lượt cuối \(directory.settings.zone.dayTime(of: last))") }
        return parts.joined(separator: ", ")
    }

    private static func words(_ cause: StoreTrouble.Cause) -> String {
        switch cause {
        case .full: "ổ đầy"
        case .readOnly: "ổ chỉ đọc"
        case .medium: "ổ lỗi đọc, ghi"
        case .damaged: "tệp sổ hỏng"
        case .other: "xem nhật ký"
        }
    }

    private func trouble(_ word: String, at phase: LinkState.Phase) -> String? {
        told(word, links.filter { $0.phase == phase }.map(name(of:)))
    }

    private func told(_ word: String, _ all: [String]) -> String? {
        let names = Set(all).sorted()
        guard !names.isEmpty else { return nil }
        let first = names.prefix(Self.mostNames).joined(separator: ", ")
        return "\(names.count.vietnamese) \(word) (\(first)\(names.count > Self.mostNames ? ", …" : ""))"
    }

    private func name(of link: LinkState) -> String { link.device.map(name(of:)) ?? link.port }

    private func name(of device: String) -> String {
        counters(of: device).first ?? directory.boxes[device]?.label ?? device
    }

    private func counters(of device: String) -> [String] {
        directory.assignments.holding(of: device, at: now).first?.counters ?? []
    }
}
