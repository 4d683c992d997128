import Foundation
import Ratings
import Reports
import Testing

@testable import Documents

@Suite("PDF")
struct PDFWriterTests {
    private func pdf(_ paper: Paper) throws -> Poppler { Poppler(try PaperWriter.bytes(of: paper, as: .pdf)) }

    @Test("the golden month holds every cell, its total and its shares, in words that can be searched")
    func golden() throws {
        let text = try pdf(GoldenPaper.paper()).text()
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for title in [
            "Phụ lục II", "THỐNG KÊ SỐ HỒ SƠ ĐÁNH GIÁ MỨC ĐỘ HÀI LÒNG", "THÁNG 6 NĂM 2020 (TỪ 16/5/2020 ĐẾN 15/6/2020)",
            "(Kèm theo Báo cáo số 07/BC-TTHC ngày 24 tháng 6 năm 2020 của Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng)",
            "Không có lượt bấm nào bị thiếu.",
        ] {
            #expect(words.contains(title), "\(title)")
        }
        // A row's figures stand in one line of the text, behind its number or its name.
        let lines = text.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        let published = try GoldenPaper.published()
        #expect(published.count == 17)
        for (index, row) in published.enumerated() {
            let figures = (row.counts + [row.counts.reduce(0, +)]).map(String.init)
            #expect(
                lines.contains { $0.first == String(index + 1) && Array($0.suffix(6)) == figures },
                "\(row.name) \(figures)")
        }
        #expect(lines.contains(["Tổng", "cộng", "168", "827", "0", "0", "0", "995"]))
        #expect(lines.contains(["Tỷ", "lệ", "%", "16,88", "83,12", "0,00", "0,00", "0,00", "100,00"]))
        #expect(text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars))
    }

    @Test("a page is A4 as it lies; title, author and date are the paper's")
    func properties() throws {
        let info = try pdf(GoldenPaper.paper()).info()
        #expect(info["Page size"] == "595.276 x 841.89 pts (A4)")
        #expect(info["Title"]?.hasPrefix("Phụ lục II - THỐNG KÊ SỐ HỒ SƠ ĐÁNH GIÁ MỨC ĐỘ HÀI LÒNG VÀ Ý KIẾN") == true)
        #expect(info["Author"] == "Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng")
        #expect(info["CreationDate"] == "2020-06-23T17:00:00Z")
        #expect(info["Tagged"] == "yes")
        var settings = GoldenPaper.settings
        settings.orientation = .landscape
        #expect(try pdf(GoldenPaper.paper(settings)).info()["Page size"] == "841.89 x 595.276 pts (A4)")
    }

    @Test("every font is embedded, and has the widths of Times New Roman")
    func fonts() throws {
        for (name, paper) in try PaperSamples.all() {
            let fonts = try pdf(paper).fonts()
            #expect(!fonts.isEmpty)
            #expect(fonts.allSatisfy { $0.isEmbedded && $0.name.contains("+Tinos") }, "\(name): \(fonts)")
        }
    }

    @Test("tags tell a document of headings, paragraphs and one table, also where it goes over pages")
    func structure() throws {
        let sixty = try #require(try PaperSamples.all().first { $0.name == "sixty-units" })
        let lines = try pdf(sixty.paper).structure()
        let tags = lines.map { $0.trimmingCharacters(in: .whitespaces).split(separator: " ").first ?? "" }
        #expect(lines.first == "Document")
        #expect(tags.filter { $0 == "Table" }.count == 1)
        #expect(tags.filter { $0 == "TR" }.count == 63)
        #expect(tags.filter { $0 == "TH" }.count == 8)
        #expect(tags.filter { $0 == "TD" }.count == 62 * 8)
        #expect(tags.filter { $0 == "H1" }.count == 1)
        #expect(tags.filter { $0 == "H2" }.count == 1)
    }

    @Test("a long table repeats its heading, keeps its last rows with an entry, and hides the first number")
    func pageBreaks() throws {
        let sixty = try #require(try PaperSamples.all().first { $0.name == "sixty-units" })
        let pdf = try pdf(sixty.paper)
        let count = try #require(Int(try pdf.info()["Pages"] ?? ""))
        #expect(count == 3)
        let pages = try (1...count).map { try pdf.words(page: $0) }
        for page in pages { #expect(page.contains("Tên đơn vị") && page.contains("DỰ THẢO")) }
        #expect(pages[0].hasPrefix("DỰ THẢO Phụ lục II"))
        #expect(pages[1].hasPrefix("2 DỰ THẢO") && pages[2].hasPrefix("3 DỰ THẢO"))
        #expect(pages[2].contains("PTNT 60") || pages[2].contains(" 60 "))
        #expect(pages[2].contains("Tổng cộng 560 2.820 0 0 0 3.380 Tỷ lệ %"))
        #expect(!pages[1].contains("Tỷ lệ"))
    }

    @Test("what misses one page by little is set closer, and stands on one")
    func onePage() throws {
        for (name, count) in [
            ("portrait", "1"), ("landscape", "1"), ("zeros", "1"), ("dossiers", "1"), ("hours", "1"),
            ("sixty-units", "3"),
        ] {
            let paper = try #require(try PaperSamples.all().first { $0.name == name }).paper
            #expect(try pdf(paper).info()["Pages"] == count, "\(name)")
        }
        var settings = GoldenPaper.settings
        settings.orientation = .landscape
        var annex = Annex(try GoldenPaper.table(), settings: settings, zone: .vietnam)
        annex.table.notes.missing = 3
        annex.table.notes.anchor = TableNotes.Anchor(
            ledger: LedgerPosition(rows: 995, hash: String(repeating: "a", count: 64)), at: try GoldenPaper.made())
        #expect(try pdf(annex.paper(made: try GoldenPaper.made())).info()["Pages"] == "1")
    }

    @Test("each part is numbered from 1 with the first number hidden, and lies as it should")
    func parts() throws {
        var report = try PaperSamples.report()
        let long = try #require(try PaperSamples.all().first { $0.name == "sixty-units" }).paper
        report.parts[1].blocks = long.parts[0].blocks
        let pdf = try pdf(report)
        let count = try #require(Int(try pdf.info()["Pages"] ?? ""))
        let pages = try (1...count).map { try pdf.words(page: $0) }
        #expect(pages[0].contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
        #expect(pages[0].contains("Số: 07/BC-TTHC Sóc Trăng, ngày 24 tháng 6 năm 2020"))
        #expect(pages[1].hasPrefix("2 "))
        let annex = try #require(pages.firstIndex { $0.hasPrefix("Phụ lục II ") })
        #expect(pages[annex - 1].hasSuffix("Nguyễn Thị Hồng Phượng"))
        #expect(pages[annex + 1].hasPrefix("2 "))
    }

    @Test("only a draft is marked, and only an issued paper has number and date")
    func states() throws {
        for (name, paper) in try PaperSamples.all() where ["draft", "for-signature", "portrait"].contains(name) {
            let words = try pdf(paper).words(page: 1)
            #expect(words.contains("DỰ THẢO") == (name == "draft"))
            #expect(words.contains("ngày 24 tháng 6 năm 2020") == (name == "portrait"))
        }
    }

    @Test("a period without a rating is a valid table of zeros without shares, and says so")
    func zeros() throws {
        let zeros = try #require(try PaperSamples.all().first { $0.name == "zeros" })
        let words = try pdf(zeros.paper).words(page: 1)
        #expect(words.contains("Tổng cộng 0 0 0 0 0 0 Tỷ lệ % Trong kỳ không có lượt đánh giá nào được tính."))
    }

    @Test("the same paper is the same bytes")
    func sameBytes() throws {
        for (name, paper) in try PaperSamples.all() where name != "six-hundred-units" {
            let bytes = try PaperWriter.bytes(of: paper, as: .pdf)
            #expect(try PaperWriter.bytes(of: paper, as: .pdf) == bytes, "\(name)")
        }
    }

    @Test("a character for which there is no glyph is refused, not printed as a box")
    func unprintable() throws {
        var table = try GoldenPaper.table()
        table.rows[0].name = "Sở \u{F0001}"
        let paper = Annex(table, settings: GoldenPaper.settings, zone: .vietnam).paper(made: try GoldenPaper.made())
        #expect(throws: PaperError.unprintable(text: "Sở \u{F0001}")) { try PaperWriter.bytes(of: paper, as: .pdf) }
    }

    @Test("a table of rows, or a heading, that do not fit its columns is refused with its words")
    func unevenTable() throws {
        let columns = [1.0, 1].map { PaperTable.Column(weight: $0, alignment: .left) }
        func cells(_ count: Int) -> PaperTable.Row { .init(.entry, (0..<count).map { .init(.text("ô \($0)")) }) }
        for table in [
            PaperTable(columns: columns, heading: [], rows: [cells(2), cells(1)]),
            PaperTable(columns: columns, heading: [], rows: [cells(2), cells(3)]),
            PaperTable(columns: columns, heading: [[.init("ô 0", columns: 5)]], rows: []),
            PaperTable(columns: columns, heading: [[.init("ô 0", columns: .max), .init("b")]], rows: []),
        ] {
            let paper = Paper(
                title: "", author: "", made: Instant(milliseconds: 0), state: .issued,
                parts: [.init(name: "a", blocks: [.table(table)])])
            #expect(throws: PaperError.unevenTable(text: "ô 0")) { try PaperWriter.bytes(of: paper, as: .pdf) }
        }
    }

    @Test("a row higher than a page is refused")
    func rowTooHigh() throws {
        var table = try GoldenPaper.table()
        table.rows[0].name = String(repeating: "Sở Nội vụ ", count: 600)
        let paper = Annex(table, settings: GoldenPaper.settings, zone: .vietnam).paper(made: try GoldenPaper.made())
        #expect(throws: PaperError.self) { try PaperWriter.bytes(of: paper, as: .pdf) }
    }

    @Test("an end without names takes no room; one without a signer none for a signature")
    func noEnd() throws {
        let canvas = PDFCanvas(Sheet(.portrait))
        let setter = try TypeSetter(for: canvas)
        func pieces(_ closing: Closing) throws -> [PDFPiece] {
            try PDFPart(
                Paper.Part(name: "x", blocks: [.paragraph("Hết./."), .closing(closing)]), with: setter
            ).pieces
        }
        let none = try pieces(Closing(recipients: [], authority: [], signer: nil))
        #expect(none.count == 1 && none.allSatisfy { !$0.flow.staysWithNext })
        let recipients = try pieces(Closing(recipients: ["- Lưu: VT."], authority: [], signer: nil))
        let signer = try pieces(Closing(recipients: [], authority: [], signer: "Lê An"))
        #expect(try #require(recipients.last).flow.height < 40)
        #expect(try #require(signer.last).flow.height > 75)
        _ = try canvas.finish()
    }

    @Test("a word wider than the page is broken, the numbers beside it are not")
    func wideWord() throws {
        let count = PaperTable.Column(weight: 1, alignment: .right)
        let share = try #require(Share(8_312, of: 10_000))
        let table = PaperTable(
            columns: [.init(weight: 3, alignment: .left)] + Array(repeating: count, count: 8),
            heading: [[.init("Tên")] + (1...8).map { .init("Cột \($0)") }],
            rows: [
                PaperTable.Row(
                    .entry,
                    [.init(.text(String(repeating: "wm", count: 200)))]
                        + Array(repeating: .init(.share(share, decimals: 2)), count: 8))
            ])
        let paper = Paper(
            title: "x", author: "x", made: try GoldenPaper.made(), state: .issued,
            parts: [Paper.Part(name: "x", blocks: [.table(table)])])
        let words = try pdf(paper).text().split(whereSeparator: \.isWhitespace)
        #expect(words.filter { $0 == "83,12" }.count == 8)
        let widths = table.widths(of: 468, perPoint: 1)
        #expect(widths.reduce(0, +) == 468)
        #expect(widths.dropFirst().allSatisfy { Double($0) >= TimesWidth.ems("83,12") * 12 })
    }

    @Test("a machine without a fitting face says what to install")
    func noTypeface() throws {
        let canvas = PDFCanvas(Sheet(.portrait))
        let setter = try TypeSetter(for: canvas)
        #expect(setter.face.family == "Tinos")
        let error = #expect(throws: PaperError.self) {
            try Typeface(among: ["No Such Face", "Symbol"], for: setter.context)
        }
        #expect(error == .noTypeface(tried: ["No Such Face", "Symbol"]))
        #expect(error?.description.contains("sudo apt install fonts-croscore") == true)
        _ = try canvas.finish()
    }

    @Test("letters that came apart are written together")
    func composes() throws {
        var table = try GoldenPaper.table()
        table.rows[0].name = "Sở Thông tin".decomposedStringWithCanonicalMapping
        let paper = Annex(table, settings: GoldenPaper.settings, zone: .vietnam).paper(made: try GoldenPaper.made())
        let text = try pdf(paper).text()
        #expect(text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars))
    }
}
