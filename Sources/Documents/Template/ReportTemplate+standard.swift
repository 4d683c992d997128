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
        return [
            .letterhead(head), .title("BÁO CÁO", .kind),
            .title("Kết quả tiếp nhận, giải quyết thủ tục hành chính \(field(.period))", .subject), .title("", .rule),
            .title(field(.replacement), .attachment),
            .heading("I. KẾT QUẢ THỰC HIỆN", level: 1),
            .heading("1. Tiếp nhận và giải quyết hồ sơ", level: 2),
            .paragraph(field(.intakeSentence)), .paragraph(field(.resolvedSentence)),
            .paragraph(field(.inProgressSentence)), .paragraph(field(.lateCauses)),
            .paragraph("(Chi tiết tại Phụ lục I kèm theo)."),
            .heading("2. Đánh giá mức độ hài lòng của tổ chức, cá nhân", level: 2),
            .paragraph(field(.ratingsSentence)), .paragraph(field(.dissatisfactionCauses)),
            .paragraph("(Chi tiết tại Phụ lục II kèm theo)."),
            .heading("II. KHÓ KHĂN, VƯỚNG MẮC", level: 1), .paragraph(field(.difficulties)),
            .heading("III. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TỚI", level: 1), .paragraph(field(.plans)),
            .heading("IV. ĐỀ XUẤT, KIẾN NGHỊ", level: 1), .paragraph(field(.proposals)),
            .paragraph("Trên đây là báo cáo \(field(.period)) của \(settings.issuer)./."),
            .closing(closing), .paragraph(field(.annexI)), .paragraph(field(.annexII)),
        ]
    }

    private static func field(_ field: ReportField) -> String { "{{\(field.rawValue)}}" }

    /// What takes the places of the fields: `known` values as they are, what persons have `written` kept for the next report,
    /// and a prompt wherever nothing is known. What the `last` report said is a prompt too: somebody has to look at it.
    static func values(
        _ known: [ReportField: String], written: [ReportField: String], last: [ReportField: String]
    ) -> [String: Value] {
        var values: [String: Value] = [:]
        for field in ReportField.allCases where field.source != .annex {
            values[field.rawValue] =
                if field.isWritten, let text = written[field] {
                    .kept(text)
                } else if let text = known[field] {
                    .text(text)
                } else if field.source == .lastMonth, let text = last[field] {
                    .open(prompt: "[Kỳ trước, cần xem lại: \(text)]")
                } else {
                    .open(prompt: field.prompt)
                }
        }
        return values
    }
}
