import Reports

/// The styles of a paper: who edits it changes a style, not a hundred paragraphs. The raw value is the style's id.
enum DOCXStyle: String, CaseIterable {
    case normal = "Normal"
    case bodyText = "BodyText"
    case title = "Title"
    case subtitle = "Subtitle"
    case heading1 = "Heading1"
    case heading2 = "Heading2"
    case heading3 = "Heading3"
    case header = "Header"
    case attachment = "KemTheo"
    case regarding = "VeViec"
    case addressee = "KinhGui"
    case rule = "DuongKe"
    case nation = "QuocHieu"
    case motto = "TieuNgu"
    case parentBody = "CoQuanChuQuan"
    case issuer = "CoQuanBanHanh"
    case number = "SoKyHieu"
    case placeAndDate = "DiaDanhNgayThang"
    case authority = "ThamQuyenKy"
    case recipientsHeading = "NoiNhan"
    case recipients = "DanhSachNoiNhan"
    case headingCell = "DauBang"
    case cell = "OBang"
    case totalCell = "OTong"
    case smallHeadingCell = "DauBangNho"
    case smallCell = "OBangNho"
    case smallTotalCell = "OTongNho"
    case note = "GhiChu"
    case draftMark = "DuThao"
    case gap = "KhoangTrong"
    case table = "BangSoLieu"
    case defaultTable = "TableNormal"

    static let face = "Times New Roman"

    init(_ title: TitleStyle) {
        self =
            switch title {
            case .kind: .title
            case .subject: .subtitle
            case .attachment: .attachment
            case .addressee: .addressee
            case .rule: .rule
            }
    }

    init(headingLevel level: Int) {
        self =
            switch level {
            case ...1: .heading1
            case 2: .heading2
            default: .heading3
            }
    }

    /// What Word's list of styles shows; Word knows its own by these names and translates them.
    var name: String {
        switch self {
        case .normal: "Normal"
        case .bodyText: "Body Text"
        case .title: "Title"
        case .subtitle: "Subtitle"
        case .heading1: "heading 1"
        case .heading2: "heading 2"
        case .heading3: "heading 3"
        case .header: "header"
        case .attachment: "Kèm theo"
        case .regarding: "Về việc"
        case .addressee: "Kính gửi"
        case .rule: "Đường kẻ"
        case .nation: "Quốc hiệu"
        case .motto: "Tiêu ngữ"
        case .parentBody: "Cơ quan chủ quản"
        case .issuer: "Cơ quan ban hành"
        case .number: "Số, ký hiệu"
        case .placeAndDate: "Địa danh, ngày tháng"
        case .authority: "Thẩm quyền ký"
        case .recipientsHeading: "Nơi nhận"
        case .recipients: "Danh sách nơi nhận"
        case .headingCell: "Đầu bảng"
        case .cell: "Ô bảng"
        case .totalCell: "Ô tổng"
        case .smallHeadingCell: "Đầu bảng nhỏ"
        case .smallCell: "Ô bảng nhỏ"
        case .smallTotalCell: "Ô tổng nhỏ"
        case .note: "Ghi chú"
        case .draftMark: "Dự thảo"
        case .gap: "Khoảng trống"
        case .table: "Bảng số liệu"
        case .defaultTable: "Normal Table"
        }
    }

    /// The font's size in points, as the decree gives it.
    var size: Double {
        switch self {
        case .nation, .parentBody, .issuer, .regarding, .recipientsHeading, .headingCell, .cell, .totalCell: 12
        case .motto, .number, .placeAndDate, .subtitle, .attachment, .header, .draftMark: 13
        case .recipients, .smallHeadingCell, .smallCell, .smallTotalCell: 11
        case .note: 10
        case .rule, .gap: 2
        default: 14
        }
    }

    var isBold: Bool {
        switch self {
        case .title, .subtitle, .heading1, .heading2, .nation, .motto, .issuer, .authority, .recipientsHeading,
            .headingCell, .totalCell, .smallHeadingCell, .smallTotalCell, .draftMark:
            true
        default: false
        }
    }

    var isItalic: Bool { self == .attachment || self == .placeAndDate || self == .recipientsHeading }
}
