import Ratings

/// The notes under a table, in Vietnamese.
public enum NotesText {
    /// One line a note; every table says how it stands with silent boxes and gaps.
    public static func lines(_ notes: TableNotes, zone: Zone) -> [String] {
        var lines: [String] = []
        if !notes.isPeriodOver {
            let day = zone.day(of: notes.asOf)
            let time = zone.dayTime(of: notes.asOf).minutes
            lines.append("Số liệu tính đến \(time / 60) giờ \(time % 60) phút, ngày \(day.vietnamese).")
        }
        let since = notes.isPeriodOver ? "từ khi kết thúc kỳ" : "trong 24 giờ qua"
        if notes.silentBoxes.isEmpty {
            lines.append("Tất cả thiết bị đánh giá đã liên lạc \(since).")
        } else {
            lines.append("Thiết bị chưa liên lạc \(since) (có thể còn lượt bấm chưa gửi về):")
            for box in notes.silentBoxes {
                let heard = box.heard.map { "lần cuối \(MomentText.format($0, in: zone))" } ?? "chưa từng liên lạc"
                lines.append("  \(box.label) (\(box.counters.joined(separator: ", "))): \(heard)")
            }
        }
        lines.append(
            notes.missing == 0
                ? "Không có lượt bấm nào bị thiếu."
                : "Số lượt bấm bị thiếu (không thể nhận lại): \(notes.missing.vietnamese).")
        for count in notes.gaps {
            lines.append(
                "  \(count.gap.device): \(count.missing.vietnamese) lượt, \(count.gap.cause.vietnamese)")
        }
        for verdict in TableSource.waitingVerdicts {
            guard let count = notes.waiting[verdict] else { continue }
            lines.append("Số lượt bấm chưa được tính, chờ xử lý (\(verdict.vietnamese)): \(count.vietnamese).")
        }
        if notes.dropped > 0 {
            lines.append("Số lượt bấm thiết bị không lưu được do bộ nhớ đầy: \(notes.dropped.vietnamese).")
        }
        if notes.edgeCrossings > 0 {
            lines.append("Số lượt có thời điểm chưa chắc chắn ở ranh giới của kỳ: \(notes.edgeCrossings.vietnamese).")
        }
        for unit in notes.merged {
            lines.append(
                "\(unit.from): \(unit.count.vietnamese) lượt được tính vào \(unit.into) (từ ngày \(unit.since.vietnamese))."
            )
        }
        return lines
    }
}

extension Gap.Cause {
    /// Shown to people.
    public var vietnamese: String {
        switch self {
        case .restored: "do khôi phục bản sao lưu cũ"
        case .otherLedger: "có thể đã được máy chủ khác ghi nhận"
        case .coldStart: "thiết bị mất bộ nhớ khi mất điện"
        }
    }
}
