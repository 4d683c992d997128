/// The named fields of a whole report's template; the raw value is what people write between the brackets.
public enum ReportField: String, Hashable, Sendable, CaseIterable {
    case period = "ky"
    case from = "tu_ngay"
    case through = "den_ngay"
    case number = "so_ky_hieu"
    case placeAndDate = "dia_danh_ngay"
    case signer = "nguoi_ky"
    case replacement = "thay_the"

    case ratingsSentence = "cau_danh_gia"
    case ratings = "tong_luot"
    case satisfied = "hai_long"
    case satisfiedShare = "hai_long_ty_le"
    case dissatisfied = "khong_hai_long"
    case dissatisfiedShare = "khong_hai_long_ty_le"
    case comments = "gop_y"
    case commentsShare = "gop_y_ty_le"

    case intakeSentence = "cau_tiep_nhan"
    case resolvedSentence = "cau_giai_quyet"
    case inProgressSentence = "cau_dang_giai_quyet"
    case received = "nhan_tong"
    case carriedOver = "nhan_ky_truoc"
    case receivedNew = "nhan_moi"
    case online = "nhan_truc_tuyen"
    case onlineShare = "nhan_truc_tuyen_ty_le"
    case resolved = "giai_quyet_tong"
    case resolvedShare = "giai_quyet_ty_le"
    case resolvedInTime = "giai_quyet_dung_va_truoc_han"
    case resolvedInTimeShare = "giai_quyet_dung_va_truoc_han_ty_le"
    case resolvedLate = "giai_quyet_qua_han"
    case resolvedLateShare = "giai_quyet_qua_han_ty_le"
    case inProgress = "dang_giai_quyet"
    case inProgressShare = "dang_giai_quyet_ty_le"
    case inProgressInTime = "dang_giai_quyet_con_han"
    case inProgressInTimeShare = "dang_giai_quyet_con_han_ty_le"
    case overdue = "dang_giai_quyet_qua_han"
    case overdueShare = "dang_giai_quyet_qua_han_ty_le"
    case returned = "tra_lai"
    case returnedShare = "tra_lai_ty_le"

    case lateCauses = "nguyen_nhan_qua_han"
    case dissatisfactionCauses = "nguyen_nhan_khong_hai_long"
    case difficulties = "kho_khan"
    case proposals = "kien_nghi"
    case plans = "phuong_huong"

    case annexI = "phu_luc_i"
    case annexII = "phu_luc_ii"
}

extension ReportField {
    /// Where a field's value comes from.
    public enum Source: Hashable, Sendable {
        /// The centre's settings and the period.
        case settings
        /// The ratings of the period.
        case ratings
        /// The dossier counts of the period.
        case dossiers
        /// A person, every month anew: a cause is never guessed.
        case person
        /// A person, who starts from last month's text.
        case lastMonth
        /// A whole annex, which stands alone in a paragraph.
        case annex
    }

    /// Where the value comes from.
    public var source: Source {
        switch self {
        case .period, .from, .through, .number, .placeAndDate, .signer, .replacement: .settings
        case .ratingsSentence, .ratings, .satisfied, .satisfiedShare, .dissatisfied, .dissatisfiedShare, .comments,
            .commentsShare:
            .ratings
        case .lateCauses, .dissatisfactionCauses: .person
        case .difficulties, .proposals, .plans: .lastMonth
        case .annexI, .annexII: .annex
        default: .dossiers
        }
    }

    /// Whether a person writes it.
    public var isWritten: Bool { source == .person || source == .lastMonth }

    /// What a draft shows where nobody has given a value yet.
    public var prompt: String {
        switch self {
        case .lateCauses: "[Nêu nguyên nhân hồ sơ quá hạn]"
        case .dissatisfactionCauses: "[Nêu nguyên nhân đánh giá không hài lòng, hoặc ghi \"Chưa xác định\"]"
        case .difficulties: "[Nêu khó khăn, vướng mắc]"
        case .proposals: "[Nêu đề xuất, kiến nghị]"
        case .plans: "[Nêu phương hướng, nhiệm vụ kỳ tới]"
        case .annexI: "[Phụ lục I: chưa có số liệu hồ sơ của kỳ]"
        default: "[\(meaning)]"
        }
    }

    /// What the field holds, for people who write templates.
    public var meaning: String {
        switch self {
        case .period: "Tên kỳ báo cáo: tháng 6 năm 2020"
        case .from: "Ngày đầu kỳ: 16/5/2020"
        case .through: "Ngày cuối kỳ: 15/6/2020"
        case .number: "Số, ký hiệu: 07/BC-TTHC"
        case .placeAndDate: "Địa danh, ngày tháng năm"
        case .signer: "Họ tên người ký"
        case .replacement: "(Thay thế Báo cáo số …), chỉ có ở báo cáo thay thế"
        case .ratingsSentence: "Câu về kết quả đánh giá mức độ hài lòng"
        case .ratings: "Tổng số lượt đánh giá"
        case .satisfied: "Số lượt hài lòng"
        case .satisfiedShare: "Tỷ lệ % lượt hài lòng"
        case .dissatisfied: "Số lượt không hài lòng"
        case .dissatisfiedShare: "Tỷ lệ % lượt không hài lòng"
        case .comments: "Số lượt góp ý"
        case .commentsShare: "Tỷ lệ % lượt góp ý"
        case .intakeSentence: "Câu về số hồ sơ đã nhận"
        case .resolvedSentence: "Câu về số hồ sơ đã giải quyết"
        case .inProgressSentence: "Câu về số hồ sơ đang giải quyết và bị trả lại"
        case .received: "Tổng số hồ sơ đã nhận"
        case .carriedOver: "Số hồ sơ kỳ trước chuyển sang"
        case .receivedNew: "Số hồ sơ mới tiếp nhận"
        case .online: "Số hồ sơ nhận trực tuyến"
        case .onlineShare: "Tỷ lệ % hồ sơ nhận trực tuyến trên tổng số đã nhận"
        case .resolved: "Số hồ sơ đã giải quyết"
        case .resolvedShare: "Tỷ lệ % đã giải quyết trên tổng số đã nhận"
        case .resolvedInTime: "Số hồ sơ giải quyết trước hạn và đúng hạn"
        case .resolvedInTimeShare: "Tỷ lệ % giải quyết trước hạn và đúng hạn"
        case .resolvedLate: "Số hồ sơ giải quyết quá hạn"
        case .resolvedLateShare: "Tỷ lệ % giải quyết quá hạn"
        case .inProgress: "Số hồ sơ đang giải quyết"
        case .inProgressShare: "Tỷ lệ % đang giải quyết trên tổng số đã nhận"
        case .inProgressInTime: "Số hồ sơ đang giải quyết còn hạn"
        case .inProgressInTimeShare: "Tỷ lệ % đang giải quyết còn hạn"
        case .overdue: "Số hồ sơ đang giải quyết quá hạn"
        case .overdueShare: "Tỷ lệ % đang giải quyết quá hạn"
        case .returned: "Số hồ sơ bị trả lại"
        case .returnedShare: "Tỷ lệ % hồ sơ bị trả lại"
        case .lateCauses: "Nguyên nhân hồ sơ quá hạn"
        case .dissatisfactionCauses: "Nguyên nhân đánh giá không hài lòng"
        case .difficulties: "Khó khăn, vướng mắc"
        case .proposals: "Đề xuất, kiến nghị"
        case .plans: "Phương hướng, nhiệm vụ kỳ tới"
        case .annexI: "Phụ lục I, đứng một mình trong một đoạn"
        case .annexII: "Phụ lục II, đứng một mình trong một đoạn"
        }
    }
}
