import Foundation
import Ratings
import Reports
import Testing

@testable import Documents

@Suite("The template that centres start from")
struct StandardTemplateTests {
    let properties = ReportTemplate.Properties(
        title: "Báo cáo tháng 6", author: "Trung tâm", made: Instant(milliseconds: 1_592_931_600_000), state: .draft)

    func values(written: [ReportField: String] = [:]) throws -> [String: ReportTemplate.Value] {
        let table = try GoldenPaper.table()
        var known = ReportField.values(of: table, sentence: .neutral)
        known.merge(ReportField.values(of: GoldenPaper.settings, table: table)) { first, _ in first }
        known[.ratingsSentence] = "Có 995 ý kiến đánh giá."
        known[.intakeSentence] = "Trung tâm đã nhận 12.746 hồ sơ."
        return ReportTemplate.values(known, written: written, last: [:])
    }

    func annexes() throws -> [String: Paper.Part] {
        let paper = try SmallPapers.report()
        return [ReportField.annexII.rawValue: paper.parts[1], ReportField.annexI.rawValue: paper.parts[2]]
    }

    @Test("it has every field of a person and both annexes, and the same settings are the same bytes")
    func fields() throws {
        let bytes = try ReportTemplate.standard(GoldenPaper.settings)
        #expect(try ReportTemplate.standard(GoldenPaper.settings) == bytes)
        let text = try ReportTemplate(bytes).body.text
        for field in ReportField.allCases where [.person, .lastMonth, .annex].contains(field.source) {
            #expect(text.contains("{{\(field.rawValue)}}"), "\(field)")
        }
    }

    @Test("filled, it holds the counts, three sections, and prompts for what only a person knows")
    func draft() throws {
        let template = try ReportTemplate(try ReportTemplate.standard(GoldenPaper.settings))
        let data = try template.fill(try values(), parts: try annexes(), as: properties)
        #expect(try template.fill(try values(), parts: try annexes(), as: properties) == data)
        let document = try OpenDocument(data)
        let body = try document.xml("word/document.xml")
        #expect(body.text.contains("Trung tâm đã nhận 12.746 hồ sơ."))
        #expect(body.text.contains("Số: 07/BC-TTHC"))
        #expect(body.text.contains("[Nêu nguyên nhân hồ sơ quá hạn]"))
        #expect(!body.text.contains("{{"))
        #expect(body.all("w:sectPr").map { $0.first("w:pgSz")?["w:orient"] } == [nil, "landscape", nil])
        for header in DOCXHeader.allCases {
            #expect(try document.xml("word/\(header.file)").text.contains("DỰ THẢO"))
        }
        for name in document.archive.entries.map(\.name) where name.hasPrefix("word/") && name.hasSuffix(".xml") {
            #expect(WordOrder.faults(in: try document.xml(name)) == [], "\(name)")
        }
    }

    @Test("for signature it is refused as long as a person's word is missing, then nothing is marked")
    func forSignature() throws {
        let template = try ReportTemplate(try ReportTemplate.standard(GoldenPaper.settings))
        var final = properties
        final.state = .forSignature
        let error = try #require(throws: TemplateError.self) {
            _ = try template.fill(try values(), parts: try annexes(), as: final)
        }
        #expect(error.faults.contains { $0.field == "nguyen_nhan_qua_han" })
        var all = try values()
        for field in ReportField.allCases where field.source != .annex && all[field.rawValue]?.isOpen == true {
            all[field.rawValue] = .text("Không có.")
        }
        let document = try OpenDocument(try template.fill(all, parts: try annexes(), as: final))
        for name in document.archive.entries.map(\.name) where name.hasSuffix(".xml") && name.hasPrefix("word/") {
            let text = try document.xml(name).text
            #expect(!text.contains("DỰ THẢO") && !text.contains("[Nêu") && !text.contains("{{"), "\(name)")
        }
    }

    @Test("the next report starts from what persons wrote in this one; causes and prompts are not taken over")
    func lastTexts() throws {
        let template = try ReportTemplate(try ReportTemplate.standard(GoldenPaper.settings))
        let written: [ReportField: String] = [
            .difficulties: "Đường truyền chậm.\nThiếu người.", .lateCauses: "Do phần mềm.",
        ]
        let data = try template.fill(try values(written: written), parts: try annexes(), as: properties)
        #expect(try ReportTemplate.lastTexts(in: data) == [.difficulties: "Đường truyền chậm.\nThiếu người."])
    }
}

extension StandardTemplateTests {
    @Test("as a paper it says the same: head, headings, text and end from the template, the annexes as they are")
    func paper() throws {
        let template = try ReportTemplate(try ReportTemplate.standard(GoldenPaper.settings))
        let paper = try template.paper(try values(), parts: try annexes(), as: properties)
        #expect(paper.parts.map(\.name) == ["Báo cáo", "Phụ lục I", "Phụ lục II"])
        #expect(paper.parts[1] == (try annexes())["phu_luc_i"])
        let blocks = paper.parts[0].blocks
        #expect(blocks.first == .letterhead(GoldenPaper.settings.letterhead()))
        #expect(blocks.last == .closing(GoldenPaper.settings.closing))
        #expect(
            blocks.dropFirst().prefix(5) == [
                .title("BÁO CÁO", .kind),
                .title("Kết quả tiếp nhận, giải quyết thủ tục hành chính tháng 6 năm 2020", .subject),
                .title("", .rule), .heading("I. KẾT QUẢ THỰC HIỆN", level: 1),
                .heading("1. Tiếp nhận và giải quyết hồ sơ", level: 2),
            ])
        #expect(blocks.contains(.paragraph("Có 995 ý kiến đánh giá.")))
        #expect(blocks.contains(.paragraph("[Nêu nguyên nhân hồ sơ quá hạn]")))
        #expect(!(try PaperWriter.bytes(of: paper, as: .pdf)).isEmpty)
    }

    @Test("a table that a centre wrote is read with its heading's spans; what only Word can set is refused")
    func ownTables() throws {
        let blocks = DOCXBlocks(orientation: .portrait).elements([.table(SmallPapers.twoRowHeading)])
        let styles = TemplateStyles(Element("w:styles", [:], [DOCXStyle.totalCell.element]))
        var reader = TemplateReader(styles: styles, isDraft: false)
        guard case .table(let table)? = reader.blocks(blocks).first else {
            Issue.record("no table")
            return
        }
        #expect(table.heading == SmallPapers.twoRowHeading.heading)
        #expect(table.texts == SmallPapers.twoRowHeading.texts)
        #expect(table.columns.map(\.alignment) == SmallPapers.twoRowHeading.columns.map(\.alignment))
        #expect(table.rows.map(\.role) == [.entry, .total])
        let numbered = Element(
            "w:p", [:], [Element("w:pPr", [:], [Element("w:numPr")]), .run([.text("Một"), Element("w:drawing")])])
        _ = reader.blocks([numbered])
        #expect(reader.faults.faults.map(\.field) == ["hình hoặc hộp văn bản", "số thứ tự tự động"])
        #expect(reader.faults.faults.allSatisfy { $0.paragraph == "Một" && $0.reason == .onlyInWord })
    }
}

extension ReportTemplate.Value {
    fileprivate var isOpen: Bool {
        if case .open = self { true } else { false }
    }
}
