import Foundation
import Ratings
import Reports
import Testing

/// Small papers of whose parts a test can name each.
enum SmallPapers {
    /// A report in three parts: body, Phụ lục II, and a landscape annex with a heading of two rows and a heat map.
    static func report() throws -> Paper {
        let settings = GoldenPaper.settings
        let body = Paper.Part(
            name: "Báo cáo",
            blocks: [
                .letterhead(settings.letterhead()), .title("BÁO CÁO", .kind),
                .title("Kết quả giải quyết thủ tục hành chính tháng 6 năm 2020", .subject), .title("", .rule),
                .heading("I. KẾT QUẢ", level: 1), .heading("1. Đánh giá mức độ hài lòng", level: 2),
                .heading("a) Tại Trung tâm", level: 3), .paragraph("Có 995 ý kiến đánh giá./."),
                .closing(settings.closing),
            ])
        let annex = Annex(try GoldenPaper.table(), settings: settings, zone: .vietnam).part
        let wide = Paper.Part(
            name: "Phụ lục I", orientation: .landscape,
            blocks: [.title("Phụ lục I", .kind), .table(twoRowHeading), .heatMap(heatMap), .notes(["Một", "  hai"])])
        return Paper(
            title: "Báo cáo tháng 6 năm 2020", author: settings.issuer, made: try GoldenPaper.made(), state: .issued,
            parts: [body, annex, wide])
    }

    static var twoRowHeading: PaperTable {
        let count = PaperTable.Column(weight: 2, alignment: .right)
        let entry: [PaperTable.Cell] = [
            .init(.ordinal(1)), .init(.text("Sở Y tế")), .init(.count(12_746), from: .sumOfColumns([3, 4])),
            .init(.count(746)), .init(.count(12_000)),
        ]
        let sums = [12_746, 746, 12_000].map { PaperTable.Cell(.count($0), from: .sumOfRows(0..<1)) }
        return PaperTable(
            columns: [.init(weight: 1, alignment: .centre), .init(weight: 4, alignment: .left), count, count, count],
            heading: [
                [.init("STT", rows: 2), .init("Đơn vị", rows: 2), .init("Số hồ sơ nhận giải quyết", columns: 3)],
                [.init("Tổng số"), .init("Kỳ trước"), .init("Mới")],
            ],
            rows: [
                PaperTable.Row(.entry, entry),
                PaperTable.Row(.total, [.init(.empty), .init(.text("Tổng cộng"))] + sums),
            ])
    }

    static let heatMap = HeatMap(
        caption: "Giờ", columns: ["Thứ Hai", "Thứ Ba"], rows: ["8 giờ", "9 giờ"], counts: [[0, 5], [10, 0]])

    /// A table whose names are made to do harm.
    static var hostile: Paper {
        let names = [
            "=HYPERLINK(\"http://example.org\")", "+1+1", "-2", "@SUM(A1)", "<w:p>&amp; \"quoted\" ]]>",
            "bell\u{7} and \u{FFFF}", "_x0041_",
        ]
        let table = PaperTable(
            columns: [.init(weight: 3, alignment: .left), .init(weight: 1, alignment: .right)],
            heading: [[.init("Tên"), .init("Số")]],
            rows: names.map { PaperTable.Row(.entry, [.init(.text($0)), .init(.count(1))]) })
        return Paper(
            title: names[4], author: names[5], made: Instant(milliseconds: 0), state: .draft,
            parts: [Paper.Part(name: "Phụ lục & <1>", blocks: [.table(table)])])
    }
}
