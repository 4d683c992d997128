import Foundation
import Ratings
import Reports
import Testing

@testable import Documents

@Suite("The month's whole report")
struct WholeReportTests {
    @Test("as PDF it holds the golden month's prose and both annexes, each with pages of its own")
    func pdf() throws {
        let paper = try GoldenReport.report().paper(from: try GoldenReport.template())
        #expect(paper.parts.map(\.orientation) == [.portrait, .landscape, .portrait])
        let pdf = Poppler(try PaperWriter.bytes(of: paper, as: .pdf))
        let text = try pdf.text().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for words in [
            "Số: 07/BC-TTHC", "Sóc Trăng, ngày 24 tháng 6 năm 2020", "thủ tục hành chính tháng 6 năm 2020",
            "đã nhận 12.746 hồ sơ", "chiếm 84,25%", "99,91%; quá hạn 09 hồ sơ, chiếm 0,09%.", "Trung tâm ghi nhận 995",
            "chiếm 100%; không có lượt đánh giá không hài lòng.", "Đường truyền tại một số quầy còn chậm.", "./.",
            "KT. GIÁM ĐỐC", "Phụ lục I ", "Phụ lục II ", "15,75", "Văn hóa, Thể thao",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("DỰ THẢO") && !text.contains("{{") && !text.contains("["))
    }

    @Test("as DOCX it says the same, with a section each, the annexes on the pages that they need")
    func docx() throws {
        let document = try OpenDocument(try GoldenReport.report().docx(from: try GoldenReport.template()))
        let body = try document.xml("word/document.xml")
        #expect(body.all("w:sectPr").map { $0.first("w:pgSz")?["w:orient"] } == [nil, "landscape", nil])
        for words in ["quá hạn 09 hồ sơ, chiếm 0,09%.", "Không có.", "12.746", "Tỷ lệ %"] {
            #expect(body.text.contains(words), "\(words)")
        }
        #expect(WordOrder.faults(in: body) == [])
    }

    @Test("what a person has not written is prompted in a draft, begins with the last report, and bars a signature")
    func openTexts() throws {
        let template = try GoldenReport.template()
        let last: [ReportField: String] = [.difficulties: "Thiếu người.", .lateCauses: "Do phần mềm."]
        let draft = try GoldenReport.report(.draft, written: [:], last: last).paper(from: template)
        let text = try Poppler(try PaperWriter.bytes(of: draft, as: .pdf)).text()
        #expect(text.contains("[Kỳ trước, cần xem lại: Thiếu người.]"))
        #expect(text.contains("[Nêu nguyên nhân hồ sơ quá hạn]"))
        // Nobody was dissatisfied; what was a cause last month is none of this one.
        #expect(!text.contains("[Nêu nguyên nhân đánh giá") && !text.contains("Do phần mềm"))
        let error = try #require(throws: TemplateError.self) {
            _ = try GoldenReport.report(.forSignature, written: [:], last: last).docx(from: template)
        }
        #expect(
            error.faults.map(\.field) == ["nguyen_nhan_qua_han", "kho_khan", "phuong_huong", "kien_nghi"])
        _ = try GoldenReport.report(.forSignature).docx(from: template)
    }

    @Test("a report that replaces another names it below its title")
    func replacement() throws {
        var report = try GoldenReport.report(.draft)
        report.settings.replaces = "Báo cáo số 07/BC-TTHC ngày 24/6/2020"
        let blocks = try report.paper(from: try GoldenReport.template()).parts[0].blocks
        #expect(blocks.contains(.title("(Thay thế Báo cáo số 07/BC-TTHC ngày 24/6/2020)", .attachment)))
    }

    @Test("without dossiers a draft says where they are missing, and a signature is barred; a template may do without")
    func noDossiers() throws {
        let template = try GoldenReport.template()
        let draft = try GoldenReport.report(.draft, dossiers: false)
        let text = try Poppler(try PaperWriter.bytes(of: try draft.paper(from: template), as: .pdf)).text()
        #expect(
            text.contains("[Câu về số hồ sơ đã nhận]") && text.contains("[Phụ lục I: chưa có số liệu hồ sơ của kỳ]"))
        let final = try GoldenReport.report(.forSignature, dossiers: false)
        let error = try #require(throws: TemplateError.self) { _ = try final.docx(from: template) }
        #expect(error.faults.map(\.field).contains("phu_luc_i"))
        let blocks: [Block] = [.paragraph("{{cau_danh_gia}}"), .paragraph("{{phu_luc_ii}}")]
        let own = Paper(
            title: "", author: "", made: try GoldenPaper.made(), state: .issued,
            parts: [.init(name: "a", blocks: blocks)])
        #expect(!(try final.docx(from: try ReportTemplate(try DOCXWriter.bytes(of: own))).isEmpty))
    }

    @Test("what goes to be signed is one ZIP of report and annexes, under plain names, the same bytes each time")
    func bundle() throws {
        let (report, template) = (try GoldenReport.report(.forSignature), try GoldenReport.template())
        let bytes = try report.bundle(from: template)
        #expect(try report.bundle(from: try GoldenReport.template()) == bytes)
        let archive = try ZipArchive(reading: bytes)
        #expect(
            archive.entries.map(\.name) == ["bao-cao-2020-06.docx", "bao-cao-2020-06.pdf", "phu-luc-2020-06.xlsx"])
        #expect(archive["bao-cao-2020-06.docx"] == (try report.docx(from: template)))
        #expect(archive["bao-cao-2020-06.pdf"]?.starts(with: Data("%PDF-".utf8)) == true)
        let workbook = try #require(archive["phu-luc-2020-06.xlsx"])
        let totals: [(sheet: Int, total: Double)] = [(1, 12_746), (2, 995)]
        for (number, total) in totals {
            let sheet = try OpenSheet(workbook, number: number)
            let shares = try #require(sheet.row(of: "Tỷ lệ %"))
            #expect((2...13).contains { sheet[shares - 1, $0].number == total }, "sheet \(number)")
        }
    }

    @Test("of frozen figures all forms are kept, the bytes that they are live; what is open is named, and none is kept")
    func kept() throws {
        let template = try GoldenReport.template()
        var frozen = try frozen()
        let report = try #require(WholeReport(frozen))
        let kept = try report.kept(from: template)
        #expect(kept.open == [] && kept.onlyInWord == [])
        #expect(Set(kept.report.keys) == [.docx, .pdf, .html])
        #expect(try kept.report[.docx] == report.docx(from: template))
        let bundle = try WholeReport.bundle(
            of: "2020-06", docx: try #require(kept.report[.docx]), pdf: try #require(kept.report[.pdf]),
            workbook: try #require(kept.workbook))
        #expect(try bundle == report.bundle(from: template))
        #expect(try #require(WholeReport(frozen)).kept(from: template).report == kept.report)

        frozen.written?[ReportField.difficulties.rawValue] = nil
        (frozen.dossiers, frozen.last) = (nil, ["kho_khan": "Thiếu người."])
        let open = try #require(WholeReport(frozen)).kept(from: template)
        #expect(open.report.isEmpty && open.workbook == nil)
        #expect(
            open.open == [.intakeSentence, .resolvedSentence, .inProgressSentence, .difficulties, .annexI])
        frozen.written = nil
        #expect(WholeReport(frozen) == nil, "it was frozen without texts")
    }

    @Test("of a template with what only Word can set DOCX is kept; one with a broken field is refused")
    func ownTemplates() throws {
        func template(_ old: String, _ new: String) throws -> ReportTemplate {
            var archive = try ZipArchive(reading: try ReportTemplate.standard(GoldenPaper.settings))
            let xml = String(decoding: try #require(archive["word/document.xml"]), as: UTF8.self)
            archive["word/document.xml"] = Data(xml.replacing(old, with: new, maxReplacements: 1).utf8)
            return try ReportTemplate(try archive.bytes())
        }
        let report = try #require(WholeReport(try frozen()))
        let pictured = try report.kept(from: try template("THỰC HIỆN</w:t>", "THỰC HIỆN</w:t><w:drawing/>"))
        #expect(pictured.report.keys.map(\.rawValue) == ["docx"] && pictured.workbook != nil)
        #expect(pictured.onlyInWord == ["hình hoặc hộp văn bản"])
        #expect(throws: TemplateError.self) {
            try report.kept(from: try template("{{kho_khan}}", "{{kho_khann}}"))
        }
    }

    /// The golden month as it goes to be signed.
    private func frozen() throws -> FrozenReport {
        let report = try GoldenReport.report(.forSignature)
        let written = Dictionary(uniqueKeysWithValues: GoldenReport.written.map { ($0.key.rawValue, $0.value) })
        return FrozenReport(
            edition: 1, frozen: try GoldenPaper.made(), ledger: LedgerPosition(rows: 995, hash: "ab"), zone: .vietnam,
            figures: PeriodFigures(table: report.table, dossiers: [try GoldenReport.dossiers()]), written: written,
            last: [:], paper: report.settings)
    }
}

@Suite("The notice to a unit as a công văn")
struct NoticePaperTests {
    @Test("it has the head of a công văn, the unit, the table, what is under review, and goes to nobody else")
    func pdf() throws {
        let paper = try GoldenReport.notice()
        let text = try Poppler(try PaperWriter.bytes(of: paper, as: .pdf)).text()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for words in [
            "Số: 07/TTHC", "V/v thông báo", "Kính gửi: Sở Tư pháp", "Có 02 lượt đánh giá không hài lòng; 01 lượt có",
            "Thời điểm", "Có 06 hồ sơ đã giải quyết quá hạn; 17 hồ sơ đang",
            "đến Trung tâm./.", "- Như trên;", "- Lưu: VT.",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        let rows = try #require(paper.parts[0].table).texts
        #expect(rows.map(\.last) == ["đang xem xét", "do cán bộ (Lê Thị An)", ""])
        #expect(rows[0][4].hasSuffix("Gọi [số đã được ẩn]."))
        #expect(!text.contains("BÁO CÁO") && !text.contains("0912345678") && !text.contains("NV."))
    }

    @Test("as DOCX it is in the order of the standard; as HTML it has an addressee")
    func otherForms() throws {
        let paper = try GoldenReport.notice()
        let document = try OpenDocument(try PaperWriter.bytes(of: paper, as: .docx))
        for name in document.archive.entries.map(\.name) where name.hasPrefix("word/") && name.hasSuffix(".xml") {
            #expect(WordOrder.faults(in: try document.xml(name)) == [], "\(name)")
        }
        #expect(HTMLWriter.text(of: paper).contains("<p class=\"addressee\">Kính gửi: Sở Tư pháp</p>"))
    }
}
