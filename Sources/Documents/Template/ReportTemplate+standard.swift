import Foundation
import Ratings
import Reports

extension ReportTemplate {
    /// The template that a centre starts from, with its own head and signature block: a DOCX to edit in Word or
    /// LibreOffice. The same settings are the same bytes.
    /// - Throws: `DocumentError` where it cannot be packed.
    public static func standard(_ settings: PaperSettings) throws -> Data {
        let paper = Paper(
            title: "Mẫu báo cáo", author: settings.issuer, made: Instant(milliseconds: 0), state: .draft,
            parts: [Paper.Part(name: "Báo cáo", blocks: blocks(settings))])
        return try DOCXWriter.bytes(of: paper, mark: "{{\(draftField)}}")
    }

    private static func blocks(_ settings: PaperSettings) -> [Block] {
        var head = settings.letterhead()
        head.number = field(.number)
        head.placeAndDate = field(.placeAndDate)
        var closing = settings.closing
        closing.signer = field(.signer)
        let issuer = settings.issuer
        return [
            .letterhead(head), .title("BÁO CÁO", .kind),
            .title("Kết quả tiếp nhận, giải quyết thủ tục hành chính \(field(.period))", .subject), .title("", .rule),
            .heading("I. KẾT QUẢ THỰC HIỆN", level: 1),
            .heading("1. Tiếp nhận và giải quyết hồ sơ", level: 2),
            .paragraph(
                "Trong kỳ (từ ngày \(field(.from)) đến hết ngày \(field(.through))), \(issuer) đã nhận "
                    + "\(field(.received)) hồ sơ thủ tục hành chính; trong đó, kỳ trước chuyển sang "
                    + "\(field(.carriedOver)) hồ sơ, tiếp nhận mới \(field(.receivedNew)) hồ sơ; tiếp nhận qua hình "
                    + "thức trực tuyến \(field(.online)) hồ sơ, chiếm \(field(.onlineShare))%."),
            .paragraph(
                "Đã giải quyết \(field(.resolved)) hồ sơ, chiếm \(field(.resolvedShare))%; trong đó, trước hạn và "
                    + "đúng hạn \(field(.resolvedInTime)) hồ sơ, chiếm \(field(.resolvedInTimeShare))%; quá hạn "
                    + "\(field(.resolvedLate)) hồ sơ, chiếm \(field(.resolvedLateShare))%."),
            .paragraph(field(.lateCauses)),
            .paragraph(
                "Đang giải quyết \(field(.inProgress)) hồ sơ, chiếm \(field(.inProgressShare))%; trong đó, còn hạn "
                    + "\(field(.inProgressInTime)) hồ sơ, chiếm \(field(.inProgressInTimeShare))%; quá hạn "
                    + "\(field(.overdue)) hồ sơ, chiếm \(field(.overdueShare))%. Hồ sơ bị trả lại "
                    + "\(field(.returned)) hồ sơ, chiếm \(field(.returnedShare))%."),
            .paragraph("(Chi tiết tại Phụ lục I kèm theo)."),
            .heading("2. Đánh giá mức độ hài lòng của tổ chức, cá nhân", level: 2),
            .paragraph(field(.ratingsSentence)), .paragraph(field(.dissatisfactionCauses)),
            .paragraph("(Chi tiết tại Phụ lục II kèm theo)."),
            .heading("II. KHÓ KHĂN, VƯỚNG MẮC", level: 1), .paragraph(field(.difficulties)),
            .heading("III. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TỚI", level: 1), .paragraph(field(.plans)),
            .heading("IV. ĐỀ XUẤT, KIẾN NGHỊ", level: 1), .paragraph(field(.proposals)),
            .paragraph("Trên đây là báo cáo \(field(.period)) của \(issuer)./."),
            .closing(closing), .paragraph(field(.annexI)), .paragraph(field(.annexII)),
        ]
    }

    private static func field(_ field: ReportField) -> String { "{{\(field.rawValue)}}" }

    /// What takes the places of the fields: `known` values as they are, what a person writes kept for the next report, and
    /// a prompt wherever nothing is known.
    public static func values(
        _ known: [ReportField: String], written: [ReportField: String] = [:]
    ) -> [String: Value] {
        var values: [String: Value] = [:]
        for field in ReportField.allCases where field.source != .annex {
            let isPersons = field.source == .person || field.source == .lastMonth
            values[field.rawValue] =
                if isPersons {
                    written[field].map { .kept($0) } ?? .open(prompt: field.prompt)
                } else {
                    known[field].map { .text($0) } ?? .open(prompt: field.prompt)
                }
        }
        return values
    }
}
