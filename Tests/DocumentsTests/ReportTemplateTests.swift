import Foundation
import Ratings
import Reports
import Testing

@testable import Documents

@Suite("Templates of reports")
struct ReportTemplateTests {
    @Test("a field that Word split into several runs is filled, and looks as its first letter did")
    func splitField() throws {
        let body = try filled(
            """
            <w:p><w:r><w:t>Có </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{</w:t></w:r><w:proofErr w:type="spellStart"/>\
            <w:r><w:t>{tong_</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>luot}</w:t></w:r><w:r><w:t>} ý kiến</w:t></w:r></w:p>
            """, ["tong_luot": .text("995")])
        #expect(body.text == "Có 995 ý kiến")
        let bold = body.all("w:r").filter { $0.first("w:rPr")?.first("w:b") != nil }
        #expect(bold.map(\.text) == ["995"])
        #expect(body.all("w:r").count == 3)
    }

    @Test("capitals, accents and spaces in a field's name do no harm")
    func names() throws {
        let body = try filled(
            paragraph("{{ Tổng lượt }}, {{TONG_LUOT}}, {{đã_nhận}}"),
            [
                "tong_luot": .text("9"), "da_nhan": .text("8"),
            ])
        #expect(body.text == "9, 9, 8")
    }

    @Test("a value is words: markup, fields and control characters in it are not read again")
    func hostileValues() throws {
        let body = try filled(paragraph("{{a}}|"), ["a": .text("<w:p/>&{{b}}\u{7}"), "b": .text("no")])
        #expect(body.text == "<w:p/>&{{b}}|")
        #expect(body.all("w:p").count == 1)
    }

    @Test("an unknown field names its paragraph and what it may have meant; every fault is told at once")
    func unknownField() throws {
        let faults = try faults(
            paragraph("Có {{tong_lot}} ý kiến") + paragraph("Chiếm {{tong_luot %") + paragraph("x }} {{}}"),
            ["tong_luot": .text("1"), "hai_long": .text("2")])
        #expect(
            faults == [
                .init(field: "tong_lot", paragraph: "Có {{tong_lot}} ý kiến", reason: .unknown(near: ["tong_luot"])),
                .init(field: "{{tong_luot %", paragraph: "Chiếm {{tong_luot %", reason: .broken),
                .init(field: "x }}", paragraph: "x }} {{}}", reason: .broken),
                .init(field: "{{}}", paragraph: "x }} {{}}", reason: .broken),
            ])
        #expect(
            faults[0].description
                == "Đoạn \"Có {{tong_lot}} ý kiến\": không có trường {{tong_lot}}. Có phải {{tong_luot}}?")
    }

    @Test("a field does not go over a line break, and an inner one is told as broken too")
    func brokenOverBreak() throws {
        let text = "<w:p><w:r><w:t>{{tong</w:t><w:br/><w:t>_luot}}</w:t></w:r></w:p>"
        let faults = try faults(text + paragraph("{{a {{b}}"), ["tong_luot": .text("1"), "b": .text("1")])
        #expect(faults.map(\.field) == ["{{tong", "_luot}}", "{{a"])
        #expect(faults.allSatisfy { $0.reason == .broken })
    }

    @Test("very many faults are told by the first ones of each kind, each with how its paragraph begins")
    func manyFaults() throws {
        let long = String(repeating: "{{x ", count: 20_000)
        let unknown = (0..<2_000).map { "{{la_\($0)}} " }.joined()
        let error = try #require(throws: TemplateError.self) {
            try open(
                paragraph(long) + paragraph(unknown) + paragraph("{{a}} {{a}} và {{b}}"),
                [
                    "a": .open(prompt: "[A]"), "b": .open(prompt: "[B]"),
                ])
        }
        #expect(error.faults.count == TemplateFaults.most + 3)
        #expect(error.faults.suffix(3).map(\.field) == ["la_0", "a", "b"])
        #expect(error.faults.allSatisfy { $0.paragraph.count <= 81 })
        #expect(error.hasMore && error.description.hasSuffix("\n… và còn nhiều chỗ khác."))
        #expect(error.faults[0].paragraph == long.prefix(80) + "…")
    }

    @Test("what a person must write stays open and marked in a draft, and is refused for signature")
    func openFields() throws {
        let text =
            "<w:p><w:r><w:rPr><w:sz w:val=\"26\"/><w:lang w:val=\"vi-VN\"/></w:rPr>"
            + "<w:t>Do {{nguyen_nhan}} nên</w:t></w:r></w:p>"
        let fields = ["nguyen_nhan": ReportTemplate.Value.open(prompt: "[Nêu nguyên nhân]")]
        let body = try filled(text, fields, state: .draft)
        let runs = body.all("w:r")
        #expect(runs.map(\.text).suffix(3) == ["Do ", "[Nêu nguyên nhân]", " nên"])
        #expect(runs.suffix(3).map { $0.all("w:highlight").count } == [0, 1, 0])
        #expect(WordOrder.faults(in: body) == [])
        for state in [Paper.State.forSignature, .issued] {
            #expect(
                try faults(text, fields, state: state) == [
                    .init(
                        field: "nguyen_nhan", paragraph: "Do {{nguyen_nhan}} nên",
                        reason: .open(prompt: "[Nêu nguyên nhân]"))
                ])
        }
    }

    @Test("a value of several lines becomes paragraphs where it stands alone, lines where it does not")
    func lines() throws {
        let body = try filled(
            "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:t>{{a}}</w:t></w:r></w:p>" + paragraph("- {{a}}"),
            ["a": .text("một\nhai")])
        let paragraphs = body.all("w:p")
        #expect(paragraphs.map(\.text) == ["một", "hai", "- mộthai"])
        #expect(paragraphs.map { $0.all("w:jc").count } == [1, 1, 0])
        #expect(paragraphs[2].all("w:br").count == 1)
    }

    @Test("an empty field that stands alone takes its paragraph with it, but a cell keeps one")
    func emptyField() throws {
        let cell = "<w:tbl><w:tr><w:tc>\(paragraph("{{a}}"))</w:tc></w:tr></w:tbl>"
        let body = try filled(paragraph("{{a}}") + cell + paragraph("x"), ["a": .text("")])
        #expect(body.children.map(\.name) == ["w:tbl", "w:p", "w:sectPr"])
        #expect(body.all("w:tc").map { $0.children.map(\.name) } == [["w:p"]])
    }

    @Test("an annex is a section of its own between those of the template; nothing empty is left")
    func annexes() throws {
        let parts = try parts()
        let body = try filled(
            paragraph("Nội dung") + paragraph("{{phu_luc_i}}") + paragraph("") + paragraph("{{phu_luc_ii}}"), [:],
            parts: parts, section: "<w:sectPr><w:pgSz w:w=\"11000\" w:h=\"16000\"/></w:sectPr>")
        let sections = body.all("w:sectPr")
        #expect(sections.map { $0.first("w:pgSz")?["w:w"] } == ["11000", "16838", "11906"])
        #expect(sections.map { $0.first("w:pgNumType")?["w:start"] } == [nil, "1", "1"])
        #expect(body.all("w:tbl").count == 3)
        #expect(body.children.filter { $0.name == "w:p" && $0.text.isEmpty && $0.all("w:pStyle").isEmpty }.isEmpty)
        #expect(WordOrder.faults(in: body) == [])
    }

    @Test("text behind an annex goes on in the template's own section")
    func textBehindAnnex() throws {
        let body = try filled(
            paragraph("{{phu_luc_i}}") + paragraph("Sau"), [:], parts: try parts(),
            section: "<w:sectPr><w:pgSz w:w=\"11000\" w:h=\"16000\"/></w:sectPr>")
        #expect(body.all("w:sectPr").map { $0.first("w:pgSz")?["w:w"] } == ["16838", "11000"])
    }

    @Test("an annex within a sentence, a table or a header is refused")
    func annexNotAlone() throws {
        let cell = "<w:tbl><w:tr><w:tc>\(paragraph("{{phu_luc_i}}"))</w:tc></w:tr></w:tbl>"
        let faults = try faults(paragraph("Xem {{phu_luc_i}}") + cell + paragraph(""), [:], parts: try parts())
        #expect(faults.map(\.reason) == [.notAlone, .notAlone])
    }

    @Test("an annex twice is an error that names the paragraph and the one before it")
    func annexTwice() throws {
        let faults = try faults(
            paragraph("{{phu_luc_i}}") + paragraph("Bảng kèm theo") + paragraph("") + paragraph("{{phu_luc_i}}"), [:],
            parts: try parts())
        #expect(faults.map(\.reason) == [.twice(behind: "Bảng kèm theo")])
        #expect(faults[0].description.hasPrefix("Đoạn \"{{phu_luc_i}}\" sau đoạn \"Bảng kèm theo\": mẫu đã có"))
    }

    @Test("an annex may stand alone in a content control, also in one within another")
    func annexInContentControl() throws {
        func control(_ content: String) -> String {
            "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
        }
        let body = try filled(
            paragraph("Nội dung") + control(control(paragraph("{{phu_luc_i}}"))) + control(paragraph("Sau")), [:],
            parts: try parts())
        #expect(body.all("w:tbl").count == 2)
        #expect(body.all("w:sectPr").count == 3)
        #expect(body.all("w:sdt").map(\.text) == ["Sau"])
    }

    @Test("the annexes that a template lacks are told, wherever the others stand in it")
    func missingAnnexes() throws {
        func missing(_ content: String) throws -> [ReportField] {
            let document = "<w:document xmlns:w=\"\(DOCXPackage.main)\"><w:body>\(content)</w:body></w:document>"
            let archive = ZipArchive([.init("word/document.xml", Data(document.utf8))])
            return try ReportTemplate(try archive.bytes()).missingAnnexes
        }
        #expect(try missing(paragraph("x")) == [.annexI, .annexII])
        #expect(try missing("<w:sdt><w:sdtContent>\(paragraph("{{Phụ lục II}}"))</w:sdtContent></w:sdt>") == [.annexI])
        #expect(try missing(paragraph("{{phu_luc_i}}") + paragraph("{{phu_luc_ii}}")) == [])
        #expect(try ReportTemplate(ReportTemplate.standard(GoldenPaper.settings)).missingAnnexes == [])
    }

    @Test("an annex brings the headers and styles that the template lacks, under the names that it has")
    func annexStyles() throws {
        let styles = "<w:style w:type=\"paragraph\" w:styleId=\"a5\"><w:name w:val=\"Title\"/></w:style>"
        let document = try open(paragraph("{{phu_luc_ii}}"), [:], parts: try parts(), styles: styles)
        let body = try document.xml("word/document.xml")
        let sheet = try document.xml("word/styles.xml")
        let ids = sheet.all("w:style").compactMap { $0["w:styleId"] }
        #expect(Set(ids).count == ids.count)
        #expect(!ids.contains("Title"))
        #expect(body.all("w:pStyle").first?["w:val"] == "a5")
        let used = (body.all("w:pStyle") + body.all("w:tblStyle")).compactMap { $0["w:val"] }
        #expect(Set(used).isSubset(of: ids))
        let links = try document.xml("word/_rels/document.xml.rels").children
        for header in DOCXHeader.allCases {
            #expect(links.contains { $0["Id"] == header.id && $0["Target"] == header.file })
            #expect(try document.text("[Content_Types].xml").contains("/word/\(header.file)"))
            let used = try document.xml("word/\(header.file)").all("w:pStyle").compactMap { $0["w:val"] }
            #expect(!used.isEmpty && Set(used).isSubset(of: ids))
        }
    }

    @Test("a draft is marked where the template has the place, else on top; other states are not")
    func draftMark() throws {
        #expect(try filled(paragraph("x"), [:], state: .draft).text == "DỰ THẢOx")
        #expect(try filled(paragraph("x {{du_thao}}"), [:], state: .draft).text == "x DỰ THẢO")
        #expect(try filled(paragraph("x {{du_thao}}"), [:], state: .issued).text == "x ")
    }

    @Test("what is no document of Word is refused, with what to do")
    func notADocument() throws {
        #expect(throws: DocumentError.self) { try ReportTemplate(Data("hello".utf8)) }
        let workbook = try XLSXWriter.bytes(of: try GoldenPaper.paper())
        #expect {
            try ReportTemplate(workbook)
        } throws: { error in
            "\(error)".contains("lưu lại dạng .docx")
        }
        #expect {
            try ReportTemplate(workbook, limit: 1000)
        } throws: { error in
            "\(error)".contains("giải nén ra hơn") && !"\(error)".contains("không phải")
        }
        let bomb = "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document/>"
        let archive = ZipArchive([.init("word/document.xml", Data(bomb.utf8))])
        #expect(throws: DocumentError.self) { try ReportTemplate(try archive.bytes()) }
    }

    // MARK: Support

    private func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    private func parts() throws -> [String: Paper.Part] {
        let paper = try SmallPapers.report()
        return ["phu_luc_ii": paper.parts[1], "phu_luc_i": paper.parts[2]]
    }

    private func open(
        _ content: String, _ fields: [String: ReportTemplate.Value], parts: [String: Paper.Part] = [:],
        state: Paper.State = .issued, section: String = "<w:sectPr/>", styles: String = ""
    ) throws -> OpenDocument {
        let space = "xmlns:w=\"\(DOCXPackage.main)\""
        var template = try ZipArchive(
            reading: try DOCXWriter.bytes(
                of: Paper(title: "", author: "", made: Instant(milliseconds: 0), state: .issued, parts: [])))
        template["word/document.xml"] = Data(
            "<w:document \(space)><w:body>\(content)\(section)</w:body></w:document>".utf8)
        template["word/styles.xml"] = Data("<w:styles \(space)>\(styles)</w:styles>".utf8)
        template["word/_rels/document.xml.rels"] = Data(
            "<Relationships xmlns=\"\(DOCXPackage.linkList)\"/>".utf8)
        for header in DOCXHeader.allCases { template["word/\(header.file)"] = nil }
        let filled = try ReportTemplate(try template.bytes()).fill(
            fields, parts: parts,
            as: .init(title: "Báo cáo", author: "TT", made: Instant(milliseconds: 0), state: state))
        return try OpenDocument(filled)
    }

    private func filled(
        _ content: String, _ fields: [String: ReportTemplate.Value], parts: [String: Paper.Part] = [:],
        state: Paper.State = .issued, section: String = "<w:sectPr/>"
    ) throws -> Element {
        let document = try open(content, fields, parts: parts, state: state, section: section)
        return try #require(try document.xml("word/document.xml").first("w:body"))
    }

    private func faults(
        _ content: String, _ fields: [String: ReportTemplate.Value], parts: [String: Paper.Part] = [:],
        state: Paper.State = .issued
    ) throws -> [TemplateError.Fault] {
        let error = try #require(throws: TemplateError.self) {
            _ = try open(content, fields, parts: parts, state: state)
        }
        return error.faults
    }
}
