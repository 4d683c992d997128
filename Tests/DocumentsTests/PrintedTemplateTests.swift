import Foundation
import Ratings
import Reports
import Testing

@testable import Documents

@Suite("What of a template is printed")
struct PrintedTemplateTests {
    // MARK: Words

    @Test("what Word and LibreOffice save around words changes none of them; what was deleted or moved away is gone")
    func knownMarkup() throws {
        let blocks = try blocks(
            """
            <w:bookmarkStart w:id="0" w:name="a"/><w:sdt><w:sdtPr/><w:sdtContent><w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>\
            <w:r><w:rPr><w:b/><w:vanish w:val="false"/></w:rPr><w:lastRenderedPageBreak/><w:t>Giai đoạn 2020</w:t>\
            <w:noBreakHyphen/><w:t>2025</w:t></w:r><w:proofErr w:type="spellStart"/>\
            <w:ins><w:r><w:t>, xã</w:t><w:tab/></w:r></w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>\
            <w:moveFrom><w:r><w:t>đi</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>về</w:t><w:br/></w:r></w:moveTo>\
            <w:hyperlink><w:r><w:t>tra cứu</w:t><w:softHyphen/></w:r></w:hyperlink><w:smartTag><w:smartTagPr/>\
            <w:r><w:t>, hết</w:t></w:r></w:smartTag><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>\
            </w:p></w:sdtContent></w:sdt><w:bookmarkEnd w:id="0"/>
            """)
        #expect(blocks == [.paragraph("Giai đoạn 2020\u{2011}2025, xã về tra cứu, hết")])
        let paper = Paper(
            title: "", author: "", made: Instant(milliseconds: 0), state: .issued,
            parts: [.init(name: "a", blocks: blocks)])
        let text = try Poppler(try PaperWriter.bytes(of: paper, as: .pdf)).text()
        #expect(text.contains("2020\u{2011}2025") || text.contains("2020-2025") || text.contains("2020\u{2010}2025"))
    }

    @Test("a field of Word that shows what it came to is its words")
    func knownFields() throws {
        func field(_ code: String) -> String {
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> \(code)</w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>cổng</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
        }
        #expect(try blocks(field("HYPERLINK \"http://example.org\"")) == [.paragraph("cổng")])
        #expect(try faults(field("DATE \\@ \"d/M/yyyy\"")).map(\.field) == ["trường của Word (DATE)"])
    }

    @Test(
        "what is not known to print as its words is told, with its paragraph",
        arguments: [
            ("<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/>", "ký hiệu chèn từ phông chữ"),
            ("<w:footnoteReference w:id=\"2\"/>", "chú thích cuối trang"),
            ("<mc:AlternateContent><w:drawing/></mc:AlternateContent>", "hình hoặc hộp văn bản"),
            ("<w:pgNum/>", "thành phần w:pgNum"), ("<m:oMath><m:t>x</m:t></m:oMath>", "công thức"),
            ("<w:t>y</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t>", "chữ ẩn"),
            ("</w:r><w:r><w:rPr><w:rStyle w:val=\"An\"/></w:rPr><w:t>ẩn</w:t>", "chữ ẩn"),
            ("</w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>bỏ</w:t>", "chữ gạch ngang"),
            (
                "</w:r><w:fldSimple w:instr=\" NUMPAGES \"><w:r><w:t>3</w:t></w:r></w:fldSimple><w:r>",
                "trường của Word (NUMPAGES)"
            ),
        ])
    func unknownMarkup(markup: String, what: String) throws {
        let faults = try faults(paragraph("Trước") + "<w:p><w:r><w:t>Đoạn</w:t>\(markup)</w:r></w:p>")
        #expect(faults.map(\.field) == [what])
        #expect(faults.allSatisfy { $0.reason == .onlyInWord && $0.paragraph.hasPrefix("Đoạn") })
    }

    @Test("a block that holds no words is told with the paragraph before it")
    func unknownBlock() throws {
        let faults = try faults(paragraph("Trước") + "<w:altChunk/>")
        #expect(faults == [.init(field: "nội dung của tệp khác", paragraph: "(sau) Trước", reason: .onlyInWord)])
    }

    @Test("numbers of a style are told as those of a paragraph are; those that show nothing are none")
    func numbering() throws {
        func numbered(_ properties: String) throws -> [String] {
            try faults("<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>Mục</w:t></w:r></w:p>").map(\.field)
        }
        #expect(try numbered("<w:pStyle w:val=\"MucSo\"/>") == ["số thứ tự tự động"])
        #expect(try numbered("<w:numPr><w:numId w:val=\"1\"/></w:numPr>") == ["số thứ tự tự động"])
        #expect(try numbered("<w:pStyle w:val=\"MucSo\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") == [])
        #expect(try numbered("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>") == [])
        #expect(try numbered("<w:rPr><w:del/></w:rPr>") == ["thay đổi đang theo dõi (Track Changes)"])
    }

    // MARK: Tables

    @Test("a table through content controls is read whole; a deleted row is gone")
    func controls() throws {
        let control = ("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>")
        let rows =
            row(cell("a") + control.0 + cell("b") + control.1) + control.0 + row(cell("c") + cell("d")) + control.1
            + row("<w:trPr><w:del/></w:trPr>" + cell("x") + cell("y"))
        guard case .table(let read)? = try blocks(table(grid(100, 200), rows)).first else {
            Issue.record("no table")
            return
        }
        #expect(read.texts == [["a", "b"], ["c", "d"]])
        #expect(read.columns.map(\.weight) == [100, 200])
    }

    @Test(
        "a table whose columns are none, or too few for its cells, is told by its words and never printed",
        arguments: [
            "", "<w:tblGrid/>", grid(0, 0), grid("nan", "1"), grid("inf", "1"), grid("1e300", "1e300"), grid(-100, 50),
            grid("x", "1"), grid(100),
            "<w:tblGrid>" + String(repeating: "<w:gridCol w:w=\"9\"/>", count: 64) + "</w:tblGrid>",
        ])
    func brokenGrids(grid: String) throws {
        let heading = row("<w:trPr><w:tblHeader/></w:trPr>" + cell("Tên") + cell("Số"))
        let faults = try faults(table(grid, heading + row(cell("Một") + cell("1"))))
        #expect(faults == [.init(field: "bảng hỏng lưới cột", paragraph: "Tên Số Một 1", reason: .onlyInWord)])
    }

    @Test(
        "cells beyond the columns, and cells that are joined as no heading's are, are told",
        arguments: [
            ("<w:tc><w:tcPr><w:gridSpan w:val=\"5\"/></w:tcPr><w:p/></w:tc>", "bảng hỏng lưới cột"),
            (
                "<w:tc><w:tcPr><w:gridSpan w:val=\"9223372036854775807\"/></w:tcPr><w:p/></w:tc>",
                "bảng hỏng lưới cột"
            ),
            (cell("a") + cell("b") + cell("c"), "bảng hỏng lưới cột"),
            ("<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + cell("a"), "ô gộp trong bảng"),
            ("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" + cell("b"), "ô gộp trong bảng"),
            ("<w:tc>\(table(grid(1), row(cell("trong"))))<w:p/></w:tc>" + cell("b"), "bảng trong ô của bảng"),
        ])
    func brokenCells(cells: String, what: String) throws {
        for isHeading in [true, false] {
            let mark = isHeading ? "<w:trPr><w:tblHeader/></w:trPr>" : ""
            // Two properties of a row are one in a file.
            let first = row((mark + cells).replacing("</w:trPr><w:trPr>", with: ""))
            let faults = try faults(table(grid(100, 100), first + row(cell("Một") + cell("1"))))
            #expect(faults.map(\.field) == [what])
        }
    }

    @Test("a heading cell that goes on below a wider one is told, and no cell is pushed out of the table")
    func unevenHeading() throws {
        let mark = "<w:trPr><w:tblHeader/></w:trPr>"
        let heading =
            row(mark + "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p/></w:tc>")
            + row(mark + "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" + cell("b"))
        #expect(try faults(table(grid(1, 1), heading)).map(\.field) == ["ô gộp trong bảng"])
    }

    @Test("a line that somebody adds to the head or to the signatures is told where the PDF has no place for it")
    func addedLines() throws {
        let standard = try document(try ReportTemplate.standard(GoldenPaper.settings))
        let added = paragraph("PHÒNG HÀNH CHÍNH")
        var lines = standard.components(separatedBy: "</w:p></w:tc>")
        #expect(lines.count > 3)
        lines[0] += "</w:p>" + added.dropLast("</w:p>".count)
        lines[lines.count - 2] += "</w:p>" + added.dropLast("</w:p>".count)
        let template = try with("word/document.xml", lines.joined(separator: "</w:p></w:tc>"))
        let error = try #require(throws: TemplateError.self) { try GoldenReport.report().paper(from: template) }
        #expect(error.faults.map(\.field) == ["dòng lạ trong phần đầu báo cáo", "dòng lạ trong phần ký"])
        #expect(error.faults.allSatisfy { $0.paragraph == "PHÒNG HÀNH CHÍNH" })
        let motto = try with("word/document.xml", standard.replacing("Độc lập", with: "Tự lập"))
        #expect(throws: TemplateError.self) { try GoldenReport.report().paper(from: motto) }
        let dashes = try with("word/document.xml", standard.replacing("lập - Tự do - H", with: "lập – Tự do – h"))
        _ = try GoldenReport.report().paper(from: dashes)
    }

    // MARK: Headers and footers

    @Test("a header with more than the page's number and the draft's mark is told; DOCX goes on as before")
    func margins() throws {
        let name = "word/\(DOCXHeader.page.file)"
        let standard = try ZipArchive(reading: try ReportTemplate.standard(GoldenPaper.settings))
        let header = String(decoding: try #require(standard[name]), as: UTF8.self)
        let report = try GoldenReport.report()
        for state in [Paper.State.draft, .issued] {
            _ = try GoldenReport.report(state).paper(from: try GoldenReport.template())
        }
        for (added, what) in [
            (paragraph("Mẫu {{ky}}"), "chữ ở đầu trang"), ("<w:p><w:r><w:pict/></w:r></w:p>", "hình hoặc hộp văn bản"),
            (
                "<w:p><w:fldSimple w:instr=\"FILENAME\"><w:r><w:t/></w:r></w:fldSimple></w:p>",
                "trường của Word (FILENAME)"
            ),
        ] {
            let template = try with(name, header.replacing("</w:hdr>", with: added + "</w:hdr>"))
            let error = try #require(throws: TemplateError.self) { try report.paper(from: template) }
            #expect(error.faults.map(\.field) == [what])
            #expect(error.faults.allSatisfy { $0.reason == .onlyInWord })
            _ = try report.docx(from: template)
        }
        // No section uses it.
        let unused = try with("word/footer9.xml", "<w:ftr xmlns:w=\"\(DOCXPackage.main)\">\(paragraph("x"))</w:ftr>")
        _ = try report.paper(from: unused)
    }

    @Test("the template as LibreOffice saves it is printed with the same words")
    func libreOffice() throws {
        let url = try #require(
            Bundle.module.url(forResource: "mau-libreoffice", withExtension: "docx", subdirectory: "Fixtures"))
        let report = try GoldenReport.report(.draft)
        let saved = try report.paper(from: try ReportTemplate(try Data(contentsOf: url)))
        let own = try report.paper(from: try GoldenReport.template())
        #expect(saved.parts.map(\.name) == own.parts.map(\.name))
        let (blocks, ours) = (saved.parts[0].blocks, own.parts[0].blocks)
        #expect(blocks.dropFirst().dropLast() == ours.dropFirst().dropLast())
        #expect(blocks.first == ours.first)
    }

    // MARK: Support

    private func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    private func document(_ template: Data) throws -> String { try OpenDocument(template).text("word/document.xml") }

    /// The template that centres start from, with another file.
    private func with(_ name: String, _ text: String) throws -> ReportTemplate {
        var archive = try ZipArchive(reading: try ReportTemplate.standard(GoldenPaper.settings))
        archive[name] = Data(text.utf8)
        return try ReportTemplate(try archive.bytes())
    }

    private func blocks(_ content: String) throws -> [Block] { try paper(content).parts[0].blocks }

    private func faults(_ content: String) throws -> [TemplateError.Fault] {
        do {
            let paper = try paper(content)
            _ = try PaperWriter.bytes(of: paper, as: .pdf)
            return []
        } catch let error as TemplateError {
            return error.faults
        }
    }

    private func paper(_ content: String) throws -> Paper {
        let space =
            "xmlns:w=\"\(DOCXPackage.main)\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
            + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
        let styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"So\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
            + "</w:style><w:style w:type=\"paragraph\" w:styleId=\"MucSo\"><w:basedOn w:val=\"So\"/></w:style>"
            + "<w:style w:type=\"character\" w:styleId=\"An\"><w:rPr><w:vanish/></w:rPr></w:style>"
        let lists = [(1, "%1."), (2, "")].map { id, text in
            "<w:abstractNum w:abstractNumId=\"\(id)\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"\(text)\"/></w:lvl>"
                + "</w:abstractNum><w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(id)\"/></w:num>"
        }
        let archive = ZipArchive([
            .init("word/document.xml", Data("<w:document \(space)><w:body>\(content)</w:body></w:document>".utf8)),
            .init("word/styles.xml", Data("<w:styles \(space)>\(styles)</w:styles>".utf8)),
            .init("word/numbering.xml", Data("<w:numbering \(space)>\(lists.joined())</w:numbering>".utf8)),
        ])
        return try ReportTemplate(try archive.bytes()).paper(
            [:], as: .init(title: "", author: "", made: Instant(milliseconds: 0), state: .issued))
    }
}

// MARK: Tables in XML

private func grid(_ widths: Any...) -> String {
    "<w:tblGrid>" + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
}

private func table(_ grid: String, _ rows: String) -> String { "<w:tbl><w:tblPr/>\(grid)\(rows)</w:tbl>" }

private func row(_ cells: String) -> String { "<w:tr>\(cells)</w:tr>" }

private func cell(_ text: String) -> String { "<w:tc><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>" }
