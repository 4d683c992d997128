import Ratings
import Reports

// The life of a report.
extension Words {
    static let noRatings = "kỳ này không có lượt đánh giá nào: bảng toàn số 0"
    static let nothingToCorrect = "số liệu hôm nay không khác bản đã ban hành"

    static func unchecked(_ items: [MonthCheck.Item], _ period: String) -> String {
        let wrong = items.count { $0.finding.grade == .wrong }
        return "rà soát thấy \(wrong) điểm sai, \(items.count - wrong) điểm cần xem lại chưa chấp nhận: "
            + "hailong check --month \(period)"
    }

    static func accepted(_ item: MonthCheck.Item, why: String) -> String {
        "chấp nhận [\(item.mark)] \(item.finding.line): \(why)"
    }

    static func state(_ state: ReportEdition.State?) -> String {
        switch state {
        case nil: "dự thảo"
        case .forSignature: "trình ký"
        case .issued: "đã ban hành"
        case .withdrawn: "đã rút lại"
        }
    }

    /// "Báo cáo số 07/BC-TTHC ngày 24/6/2020"; nil for one that was not issued.
    static func report(_ edition: ReportEdition) -> String? {
        guard let issue = edition.issue, let number = edition.numberAndSign else { return nil }
        return "Báo cáo số \(number) ngày \(issue.date.vietnamese)"
    }

    static func submitted(_ period: String, _ frozen: FrozenReport, replaces: ReportEdition?) -> String {
        let (table, annexes) = (frozen.table, frozen.figures.dossiers)
        let days = "từ \(table.days.lowerBound.vietnamese) đến \(table.days.upperBound.vietnamese)"
        let dossiers = annexes.isEmpty ? ", không có số liệu hồ sơ (Phụ lục I)" : ", kèm Phụ lục I"
        let replaced = replaces.flatMap(report).map { ", thay thế \($0)" } ?? ""
        return "kỳ \(period) (\(days)): chốt số liệu, trình ký bản \(frozen.edition), "
            + "\(table.total.total.vietnamese) lượt đánh giá\(dossiers)\(replaced)"
    }

    /// What is told of the whole report where it is not kept with an edition, or not in every form.
    static func unkept(_ made: MadeDocuments) -> [String] {
        var lines: [String] = []
        if !made.open.isEmpty {
            let fields = made.open.map { "\($0.rawValue) \($0.prompt)" }.joined(separator: "; ")
            lines.append(
                "chưa lưu được báo cáo (lời văn kèm phụ lục) trong bản này, còn chỗ để trống: \(fields). Muốn lưu thì trước "
                    + "khi ban hành: rút lại (hailong report issue withdraw), viết (hailong report loi-van), nạp số liệu "
                    + "hồ sơ (hailong dossiers import), rồi trình ký lại")
        }
        if !made.onlyInWord.isEmpty {
            lines.append(
                "báo cáo chỉ lưu dạng DOCX: trong tệp mẫu có \(made.onlyInWord.joined(separator: ", ")), chỉ Word thể "
                    + "hiện được")
        }
        return lines
    }

    static func periodRuns(_ last: Day) -> String {
        "kỳ chưa kết thúc (hết ngày \(last.vietnamese)): bảng ghi rõ số liệu tính đến thời điểm chốt"
    }

    static func published(_ edition: ReportEdition) -> String {
        let signed = edition.issue?.signed == nil ? "" : ", kèm tệp đã ký"
        return "kỳ \(edition.period), bản \(edition.number): đã ban hành, \(report(edition) ?? ""), "
            + "người ký \(edition.issue?.signer ?? "")\(signed)"
    }

    static func attached(_ edition: ReportEdition) -> String {
        let earlier = edition.issue?.earlierSigned?.last.map { ", thay cho \($0.name), tệp trước vẫn được lưu" } ?? ""
        return "kỳ \(edition.period), bản \(edition.number): lưu tệp đã ký của \(report(edition) ?? "")\(earlier)"
    }

    static func withdrawn(_ edition: ReportEdition) -> String {
        "kỳ \(edition.period): rút lại bản \(edition.number) đang trình ký"
    }
}

// What persons write into a report.
extension Words {
    /// What becomes of a field's text; nil where it stays, or there is none.
    static func written(_ field: ReportField, from old: [String: String], to new: [String: String]) -> String? {
        let (before, after) = (old[field.rawValue], new[field.rawValue])
        guard before != after else { return nil }
        guard let after else { return "\(field.meaning): bỏ trống" }
        return "\(field.meaning): \(before == nil ? "ghi" : "đổi thành") “\(shortened(after))”"
    }

    private static func shortened(_ text: String) -> String {
        let line = text.replacing("\n", with: " / ")
        return line.count > 100 ? line.prefix(100) + "…" : line
    }
}

// Cases of dissatisfied ratings.
extension Words {
    static func closed(_ item: ClosedCase, _ directory: Directory) -> String {
        let officer = item.officer.map { " (\(directory.officers[$0]?.name ?? $0))" } ?? ""
        return "phản hồi \(item.press): đã xử lý, \(item.cause.vietnamese)\(officer)"
    }

    static func reopened(_ press: PressKey) -> String { "phản hồi \(press): xem xét lại" }
}
