import Ratings

/// The notes under a table, in Vietnamese.
public enum NotesText {
    /// All that stands under `table`: its remarks, then its notes.
    public static func lines(of table: some ReportTable, zone: Zone) -> [String] {
        table.sheet.remarks + lines(table.notes, zone: zone)
    }

    /// One line a note; every table says how it stands with silent boxes and gaps.
    public static func lines(_ notes: TableNotes, zone: Zone) -> [String] {
        var lines: [String] = []
        if !notes.isPeriodOver {
            lines.append("Số liệu tính đến \(moment(notes.asOf, zone)).")
        }
        if notes.isEmpty { lines.append("Trong kỳ không có lượt đánh giá nào được tính.") }
        if notes.scalesDiffer {
            lines.append("Trong kỳ có nhiều thang đánh giá: bảng có cột của các thang, tỷ lệ tính trên tổng chung.")
        }
        if let months = notes.notIssued, !months.isEmpty {
            lines.append(
                "Tổng các báo cáo đã ban hành; chưa ban hành, lấy số liệu hiện có: "
                    + months.map { PeriodName($0)?.prose ?? $0 }.joined(separator: ", ") + ".")
        }
        if !notes.leftOut.isEmpty {
            lines.append("Các ngày không thuộc tháng nào của kỳ, không tính: \(text(notes.leftOut)).")
        }
        if !notes.overlaps.isEmpty {
            lines.append("Các ngày thuộc hai tháng của kỳ, chỉ tính một lần: \(text(notes.overlaps)).")
        }
        let since = notes.isPeriodOver ? "từ khi kết thúc kỳ" : "trong 24 giờ qua"
        if notes.silentBoxes.isEmpty {
            lines.append("Tất cả thiết bị đánh giá đã liên lạc \(since).")
        } else {
            lines.append("Thiết bị chưa liên lạc \(since) (có thể còn lượt bấm chưa gửi về):")
            lines += silent(notes.silentBoxes, zone)
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
        if let anchor = notes.anchor { lines.append(reference(to: anchor, zone: zone)) }
        return lines
    }

    /// One line for all boxes that were last heard in the same minute: mostly it was the same minute for all.
    private static func silent(_ boxes: [TableNotes.SilentBox], _ zone: Zone) -> [String] {
        var groups: [(heard: String, names: [String])] = []
        for box in boxes {
            let heard = box.heard.map { "lần cuối \(moment($0, zone))" } ?? "chưa từng liên lạc"
            let name = "\(box.label) (\(box.counters.joined(separator: ", ")))"
            if let index = groups.firstIndex(where: { $0.heard == heard }) {
                groups[index].names.append(name)
            } else {
                groups.append((heard, [name]))
            }
        }
        return groups.map { "  \($0.names.joined(separator: "; ")): \($0.heard)" }
    }

    /// What ties a paper to the ledger, as it is printed on each.
    static func reference(to anchor: TableNotes.Anchor, zone: Zone) -> String {
        "Mã đối chiếu với sổ: \(Int(anchor.ledger.rows).vietnamese) dòng, \(anchor.shortHash), "
            + "\(moment(anchor.at, zone))."
    }

    private static func moment(_ instant: Instant, _ zone: Zone) -> String {
        let minutes = zone.dayTime(of: instant).minutes
        return "\(minutes / 60) giờ \(minutes % 60) phút, ngày \(zone.day(of: instant).vietnamese)"
    }

    private static func text(_ ranges: [ClosedRange<Day>]) -> String {
        ranges.map { days in
            days.count == 1
                ? days.lowerBound.vietnamese : "\(days.lowerBound.vietnamese) đến \(days.upperBound.vietnamese)"
        }.joined(separator: "; ")
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
