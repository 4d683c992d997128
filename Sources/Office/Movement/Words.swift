import Ratings
import Reports

/// The Vietnamese words of previews and replies, in one place.
enum Words {
    static let noMovement = "Không có số liệu nào thay đổi."

    /// What the rows of a file are.
    static func kind(_ kind: FileKind) -> String {
        switch kind {
        case .centre: "trung tâm"
        case .sites: "điểm tiếp nhận"
        case .units: "đơn vị"
        case .fields: "lĩnh vực"
        case .counters: "quầy"
        case .officers: "cán bộ"
        case .boxes: "thiết bị"
        case .assignments: "vị trí thiết bị"
        case .roster: "lịch phân công"
        case .scales: "thang đánh giá"
        case .settings: "cấu hình"
        case .calendar: "lịch làm việc"
        case .periods: "kỳ báo cáo"
        case .dossierColumns: "cột hồ sơ"
        }
    }

    /// `15/6/2020`, with the time of day where it is not midnight.
    static func moment(_ instant: Instant, in zone: Zone) -> String {
        let (day, time) = (zone.day(of: instant), zone.dayTime(of: instant))
        return zone.start(of: day) == instant ? day.vietnamese : "\(day.vietnamese) \(time)"
    }

    static func note(_ text: String) -> String { "Lưu ý: \(text)" }
}

// Import.
extension Words {
    static func imported(_ kind: FileKind, added: Int, changed: Int, kept: Int, closed: Int, withdrawn: Int) -> String {
        var parts = ["thêm \(added)", "đổi \(changed)", "giữ nguyên \(kept)"]
        if withdrawn > 0 { parts.append("điều chỉnh \(withdrawn)") }
        if closed > 0 { parts.append("kết thúc \(closed)") }
        return "\(self.kind(kind)): \(parts.joined(separator: ", "))"
    }

    static func template(required: [String]) -> String {
        "Ví dụ ở dưới; các dòng phía trên dòng tiêu đề không được nạp. Bắt buộc: \(required.joined(separator: ", "))."
    }

    static func closed(_ kind: FileKind, _ name: String, at moment: String) -> String {
        "\(self.kind(kind)) \(name): kết thúc từ \(moment) vì không có trong tệp"
    }

    static func replacedDuty(_ officer: String, counter: String, _ interval: String, rest: [String]) -> String {
        let start = "lịch phân công quầy \(counter), \(interval): tệp phân công lại, cán bộ \(officer) "
        return start + (rest.isEmpty ? "không còn lịch này" : "còn \(rest.joined(separator: ", "))")
    }

    static func counterServesEndedUnit(_ counter: String, unit: String, end: String) -> String {
        "quầy \(counter) vẫn phục vụ đơn vị \(unit) đã kết thúc từ \(end)"
    }

    static func severalScales(_ codes: [String]) -> String {
        "có \(codes.count) thang đánh giá (\(codes.joined(separator: ", "))) nhưng chưa có cấu hình 'scale' chọn thang nào: "
            + "lượt bấm chưa được tính cho đến khi chọn"
    }

    static func gap(from first: Day, to last: Day, between earlier: String, and later: String) -> String {
        first == last
            ? "ngày \(first.vietnamese) không thuộc kỳ nào (giữa kỳ \(earlier) và kỳ \(later))"
            : "từ \(first.vietnamese) đến \(last.vietnamese) không thuộc kỳ nào (giữa kỳ \(earlier) và kỳ \(later))"
    }
}

// Dossiers.
extension Words {
    static func dossiers(_ table: DossierTable, _ period: ReportPeriod, isNew: Bool, isSame: Bool) -> String {
        let rows = table.rowKind == .unit ? "đơn vị" : "lĩnh vực"
        let what = isSame ? "giữ nguyên" : isNew ? "thêm" : "thay bảng đã có"
        return "hồ sơ kỳ \(table.period) (từ \(period.first.vietnamese) đến \(period.last.vietnamese)) theo \(rows): "
            + "\(table.rows.count) dòng, \(table.columns.count) cột, \(what)"
    }

    static func dossierTotal(_ period: String, _ column: DossierColumn, _ count: Int) -> String {
        "kỳ \(period) · \(column.fullTitle): \(count.vietnamese) hồ sơ"
    }

    static func dossierCell(
        _ period: String, _ name: String, _ column: DossierColumn, from before: Int?, to after: Int?
    ) -> String {
        let (before, after) = (before?.vietnamese ?? "không có", after?.vietnamese ?? "không có")
        return "kỳ \(period) · \(name) · \(column.fullTitle): \(before) → \(after)"
    }

    static func moreCells(_ number: Int) -> String { "… và \(number.vietnamese) ô khác" }

    static func passedOver(_ text: String) -> String { "bỏ qua dòng “\(text)”: không có số liệu" }

    static func unitsWithoutDossiers(_ names: [String]) -> String {
        "đơn vị không có trong tệp: \(names.joined(separator: ", "))"
    }
}

// Boxes and duties.
extension Words {
    static func stands(_ box: String, at counters: [String], _ interval: String) -> String {
        "thiết bị \(box): đặt tại quầy \(counters.joined(separator: ", ")) \(interval)"
    }

    static func stoodAlready(_ box: String, at counters: [String], _ interval: String) -> String {
        "thiết bị \(box) đã ở quầy \(counters.joined(separator: ", ")) \(interval), không có gì thay đổi"
    }

    static func noLongerStands(_ box: String, at counters: [String], _ interval: String) -> String {
        "thiết bị \(box): bỏ vị trí quầy \(counters.joined(separator: ", ")) \(interval)"
    }

    static func interval(_ since: Instant, _ until: Instant?, in zone: Zone) -> String {
        "từ \(moment(since, in: zone))" + (until.map { " đến \(moment($0, in: zone))" } ?? "")
    }

    static func registered(_ box: Box) -> String { "thiết bị \(box.uid): khai báo với nhãn \(box.label)" }

    static func changed(_ box: Box) -> String {
        "thiết bị \(box.uid): nhãn \(box.label)" + (box.note.map { ", ghi chú “\($0)”" } ?? "")
    }

    static func test(_ box: String, isOn: Bool, _ moment: String) -> String {
        "thiết bị \(box): \(isOn ? "bắt đầu" : "kết thúc") bấm thử từ \(moment)"
    }

    static func settled(_ box: String, _ decision: DuplicateIdentity.Decision, from: Int64) -> String {
        let text =
            switch decision {
            case .countAll: "tính tất cả"
            case .countNone: "không tính lượt nào"
            case .countBoot(let boot): "chỉ tính lượt của lần khởi động \(String(boot, radix: 16))"
            }
        return "thiết bị \(box), trùng mã từ vị trí \(from): \(text)"
    }

    static func duty(_ duty: Duty, in directory: Directory) -> String {
        let zone = directory.settings.zone
        var text = "quầy \(duty.counter): "
        switch duty.source {
        case .standIn:
            let replaced = duty.replaces.map { officer($0, in: directory) } ?? "người đang trực"
            text += "\(officer(duty.officer, in: directory)) trực thay \(replaced)"
        case .signOn, .roster: text += "\(officer(duty.officer, in: directory)) trực"
        }
        if let unit = duty.unit { text += " cho \(directory.units.version(of: unit, at: duty.since)?.name ?? unit)" }
        return "\(text) \(interval(duty.since, duty.until, in: zone))"
    }

    static func dutyGone(_ duty: Duty, in directory: Directory) -> String {
        "bỏ: \(self.duty(duty, in: directory))"
    }

    static func replacesNobody(_ officer: String, in directory: Directory) -> String {
        "\(self.officer(officer, in: directory)) không có lịch trực ở quầy này trong thời gian đó"
    }

    static func several(_ officers: [String], at counter: String, in directory: Directory) -> String {
        "quầy \(counter) có \(officers.count) người cùng trực "
            + "(\(officers.map { officer($0, in: directory) }.joined(separator: ", "))): cán bộ của lượt đánh giá sẽ là "
            + "“\(RowKind.officer.unknown)”, trừ khi lời mời đánh giá nêu tên"
    }

    static func officer(_ code: String, in directory: Directory) -> String {
        directory.officers[code].map { "\($0.name) (\(code))" } ?? code
    }
}

// Invitations, decisions, settings.
extension Words {
    static func invited(_ invitation: Invitation, in zone: Zone) -> String {
        let seconds = (invitation.expires - invitation.opened).inMilliseconds / 1000
        return "quầy \(invitation.counter): lời mời đánh giá số \(invitation.id), trong \(seconds) giây"
    }

    static func closed(_ invitation: Invitation) -> String {
        "quầy \(invitation.counter): đóng lời mời đánh giá số \(invitation.id)"
    }

    static func decided(_ press: PressKey, isSetAside: Bool) -> String {
        "lượt bấm \(press): \(isSetAside ? "không tính" : "giữ")"
    }

    static func set(_ setting: Setting, from old: String?, in zone: Zone) -> String {
        let change = old.map { "\($0) → \(setting.value)" } ?? setting.value
        return "cấu hình \(setting.name.rawValue) (\(setting.scope)): \(change) từ \(moment(setting.since, in: zone))"
    }

    static func period(_ period: ReportPeriod, total: Int, before: Int?) -> String {
        let days = "từ \(period.first.vietnamese) đến \(period.last.vietnamese)"
        let numbers = before.map { "\($0.vietnamese) → \(total.vietnamese)" } ?? total.vietnamese
        return "kỳ \(period.name) (\(days)): \(numbers) lượt đánh giá"
    }

    static func erased(_ number: Int) -> String { "đã xóa \(number) nội dung cá nhân" }
    static let willErase = "sẽ xóa nội dung cá nhân của lượt bấm này"
    static let willEraseExpired = "sẽ xóa các nội dung cá nhân đã hết thời hạn lưu"
    static let reprojected = "tính lại toàn bộ số liệu từ sổ gốc"
    static let nothingToDo = "không có gì thay đổi"
}

// Movement.
extension Words {
    static let orderChanged = "thứ tự các dòng"

    static func printed(_ period: String, _ changes: [String]) -> String {
        "bảng in kỳ \(period): \(changes.joined(separator: "; "))"
    }

    static func rowGone(_ name: String) -> String { "không còn dòng \(name)" }

    static func decimals(_ before: Int, _ after: Int) -> String { "số chữ số thập phân \(before) → \(after)" }

    static func place(period: String?, day: Day) -> String {
        period.map { "kỳ \($0)" } ?? "ngày \(day.vietnamese)"
    }

    static func cell(_ place: String, _ unit: String, _ column: Column, from before: Int, to after: Int) -> String {
        "\(place) · \(unit) · \(column.heading): \(before.vietnamese) → \(after.vietnamese)"
    }

    static func transfer(_ place: String, _ what: String, from: String, to: String, _ number: Int) -> String {
        "\(place) · \(what) \(from) → \(to): \(number.vietnamese) lượt"
    }

    static func shifts(_ place: String, _ what: String, _ parts: [String]) -> String {
        "\(place) · \(what): \(parts.joined(separator: "; "))"
    }

    static func shift(_ name: String, _ delta: Int) -> String {
        "\(name) \(delta > 0 ? "+" : "−")\(Int(clamping: delta.magnitude).vietnamese)"
    }

    static func onlyFine(_ place: String, _ number: Int) -> String {
        "\(place) · chỉ đổi giờ, ngày hoặc lựa chọn: \(number.vietnamese) lượt"
    }

    static func verdictsOnly(_ number: Int) -> String {
        "\(number.vietnamese) lượt bấm đổi kết quả xét nhưng không đổi số liệu trong bảng"
    }
}
