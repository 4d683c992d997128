import Foundation
import Ratings
import Reports
import Store
import Upkeep

/// A copy of the ledger, and what putting it back would do, in words.
enum CopyOverview {
    /// What a copy holds.
    static func text(_ copy: LedgerCopy) -> String {
        let last = copy.lastPress.map { ", lượt cuối nhận lúc \(MomentText.format($0, in: copy.zone))" } ?? ""
        return "\(copy.presses.vietnamese) lượt bấm\(last); sổ gốc \(Int(copy.head.position).vietnamese) dòng, "
            + "mã cuối \(copy.head.hash); \(Int((copy.bytes + 1023) / 1024).vietnamese) KB."
    }

    /// How the service's own copies in one folder stand.
    static func text(_ state: BackupState, zone: Zone) -> String {
        let newest = state.newest.map { "bản gần nhất \(MomentText.format($0, in: zone))" } ?? "chưa có bản nào"
        let failure = state.failure.map { "; lỗi từ \(MomentText.format($0.since, in: zone)): \($0.reason)" }
        return "Sao lưu vào \(state.target): \(newest)\(failure ?? "")"
    }

    /// What a restore would put in the place of what.
    static func lines(_ restore: Restore, file: String, folder: String) -> [String] {
        var lines = ["Bản sao \(file): \(text(restore.copy))"]
        lines += restore.copy.verification.findings.filter(\.isOfItself).map { "Lưu ý về bản sao: \($0)" }
        switch restore.present {
        case .none: lines.append("Trong \(folder) chưa có sổ gốc.")
        case .unreadable(let reason): lines.append("Sổ gốc đang dùng không đọc được: \(reason).")
        case .readable(let present, let comparison):
            lines.append("Sổ gốc đang dùng: \(text(present))")
            if present.ledger != restore.copy.ledger {
                lines.append("CẢNH BÁO: bản sao là của một sổ gốc khác, không phải của sổ đang dùng.")
            }
            if !present.verification.findings.isEmpty {
                lines.append(
                    "Lưu ý: sổ đang dùng có \(present.verification.findings.count.vietnamese) điểm không khớp "
                        + "(xem 'hailong verify').")
            }
            lines.append(
                "Có trong cả hai: \(comparison.inBoth.vietnamese) lượt bấm. Chỉ có trong bản sao: "
                    + "\(comparison.onlyInCopy.vietnamese). Chỉ có trong sổ đang dùng, sẽ thiếu nếu thiết bị không còn "
                    + "giữ: \(comparison.onlyInPresent.vietnamese).")
        }
        return lines
    }
}

extension Verification.Finding {
    /// Whether it is about what the copy holds beside the rows, and not about its age.
    fileprivate var isOfItself: Bool {
        switch self {
        case .ratings, .tallies, .schema: true
        default: false
        }
    }
}
