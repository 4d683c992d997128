import Foundation
import Ratings
import Reports
import Testing

@testable import Documents

@Suite("XLSX")
struct XLSXWriterTests {
    @Test("every cell of the golden month is in the sheet: names as strings, counts as numbers")
    func goldenMonth() throws {
        let paper = try GoldenPaper.paper()
        let table = try #require(paper.parts[0].table)
        let sheet = try OpenSheet(try XLSXWriter.bytes(of: paper))
        let top = try #require(sheet.row(of: "STT"))
        #expect((0..<8).map { sheet[top, $0].text } == table.heading[0].map(\.text))
        for (index, row) in table.rows.enumerated() {
            for (column, cell) in row.cells.enumerated() {
                let written = sheet[top + 1 + index, column]
                switch cell.value {
                case .empty: #expect(written.text == "" && written.number == nil)
                case .text(let text): #expect(written.text == text)
                default: #expect(written.number == cell.value.number?.value)
                }
            }
        }
        #expect(sheet[top + 1, 1].text == "Sở Thông tin và Truyền thông")
    }

    @Test("sums and shares are formulas with the paper's figures cached")
    func formulas() throws {
        let sheet = try OpenSheet(try XLSXWriter.bytes(of: try GoldenPaper.paper()))
        let top = try #require(sheet.row(of: "STT"))
        let (first, last) = (top + 2, top + 18)
        #expect(sheet[top + 1, 7].formula == "SUM(C\(first):G\(first))")
        #expect(sheet[top + 18, 2].formula == "SUM(C\(first):C\(last))")
        #expect(sheet[top + 18, 2].number == 168)
        #expect(sheet[top + 18, 7].number == 995)
        let total = top + 19
        #expect(sheet[top + 19, 2].formula == "IF(H\(total)=0,\"\",ROUND(100*C\(total)/H\(total),2))")
        #expect(sheet[top + 19, 2].number == 16.88)
        #expect(sheet[top + 19, 3].number == 83.12)
        #expect(sheet[top + 19, 2].format == "[$-42A]#,##0.00")
        #expect(sheet[top + 1, 2].format == "[$-42A]#,##0")
        #expect(sheet[top + 1, 0].format == "0")
    }

    @Test("the page is A4 with the decree's margins, its heading repeated, its print area set")
    func page() throws {
        let sheet = try OpenSheet(try XLSXWriter.bytes(of: try GoldenPaper.paper()))
        let top = try #require(sheet.row(of: "STT")) + 1
        let names = sheet.workbook.all("definedName")
        #expect(names.map { $0["name"] } == ["_xlnm.Print_Area", "_xlnm.Print_Titles"])
        #expect(names[0].text.hasPrefix("'Phụ lục II'!$A$1:$H$"))
        #expect(names[1].text == "'Phụ lục II'!$\(top):$\(top)")
        let setup = try #require(sheet.sheet.first("pageSetup"))
        #expect(setup["paperSize"] == "9" && setup["orientation"] == "portrait")
        let margins = try #require(sheet.sheet.first("pageMargins"))
        #expect(
            ["left", "right", "top", "bottom"].compactMap { margins[$0].flatMap(Double.init) }
                .map { Int(($0 * 25.4).rounded()) } == [30, 15, 20, 20])
        let headers = try #require(sheet.sheet.first("headerFooter"))
        #expect(headers["differentFirst"] == "1")
        #expect(headers.first("oddHeader")?.text == "&C&\"Times New Roman,Regular\"&13&P")
        #expect(headers.first("firstHeader") == nil)
    }

    @Test("a sheet is as wide as a page, and as high where it nearly is; its font is that of its cells")
    func fit() throws {
        // One page is what a spreadsheet takes where nothing is written.
        for (name, high) in [("portrait", nil), ("landscape", nil), ("sixty-units", "0")] {
            let paper = try #require(try PaperSamples.all().first { $0.name == name }).paper
            let data = try XLSXWriter.bytes(of: paper)
            let sheet = try OpenSheet(data)
            #expect(sheet.sheet.all("pageSetUpPr").map { $0["fitToPage"] } == ["1"])
            #expect(sheet.sheet.first("pageSetup")?["fitToHeight"] == high, "\(name)")
            // 165 mm or 252 mm, in digits of 8 pixels.
            let widths = sheet.sheet.all("col").compactMap { $0["width"].flatMap(Double.init) }
            let width = (name == "landscape" ? 252 : 165) / 25.4 * 96 / 8
            #expect(widths.count == 8 && abs(widths.reduce(0, +) - width) < 0.5, "\(name)")
            let fonts = try OpenDocument(data).xml("xl/styles.xml").all("font")
            #expect(fonts.allSatisfy { $0.first("name")?["val"] == "Times New Roman" })
            #expect(fonts.first?.first("sz")?["val"] == "12")
        }
    }

    @Test("rows of a heading are as high together as a cell over both needs")
    func headingHeights() throws {
        let dossiers = try #require(try PaperSamples.all().first { $0.name == "dossiers" }).paper
        let sheet = try OpenSheet(try XLSXWriter.bytes(of: dossiers))
        let top = try #require(sheet.row(of: "STT")) + 1
        let heights = sheet.sheet.all("row").filter { [String(top), String(top + 1)].contains($0["r"]) }
            .compactMap { $0["ht"].flatMap(Double.init) }
        // "Hồ sơ nhận qua trực tuyến" is four or five lines in so narrow a column.
        #expect(heights.count == 2 && heights.reduce(0, +) >= 4 * 15.6)
    }

    @Test("differences, shares of parts, and sums of what is known are formulas too")
    func otherFormulas() throws {
        let cells: [PaperTable.Cell] = [
            .init(.count(5)), .init(.count(3)),
            .init(.number("+2", plain: 2, decimals: 0), from: .difference(of: 0, less: 1)),
        ]
        let share = PaperTable.Origin.share(rows: [0, 1], column: 0, ofRow: 2, ofColumn: 1)
        let table = PaperTable(
            columns: Array(repeating: .init(weight: 1, alignment: .right), count: 3),
            heading: [["a", "b", "c"].map { .init($0) }],
            rows: [
                .init(.entry, cells), .init(.entry, [.init(.count(1)), .init(.empty), .init(.empty)]),
                .init(
                    .total,
                    [
                        .init(.count(5), from: .sumOfRows(0..<2, knownIn: 1)),
                        .init(.count(3), from: .sumOfRows(0..<2)),
                        .init(.number("200,0", plain: 200, decimals: 1), from: share),
                    ]),
            ])
        let paper = Paper(
            title: "t", author: "a", made: try GoldenPaper.made(), state: .issued,
            parts: [Paper.Part(name: "p", blocks: [.table(table)])])
        let sheet = try OpenSheet(try XLSXWriter.bytes(of: paper))
        #expect(sheet[1, 2].formula == "ROUND(A2-B2,0)" && sheet[1, 2].number == 2)
        #expect(sheet[1, 2].format == "[$-42A]+#,##0;[$-42A]-#,##0;[$-42A]#,##0")
        #expect(sheet[3, 0].formula == "SUMIF(B2:B3,\">=0\",A2:A3)" && sheet[3, 0].number == 5)
        #expect(sheet[3, 2].formula == "IF(B4=0,\"\",ROUND(100*(A2+A3)/B4,1))" && sheet[3, 2].number == 200)
    }

    @Test("Phụ lục I with the notes that it may have is on one page")
    func fitWithNotes() throws {
        var paper = try #require(try PaperSamples.all().first { $0.name == "dossiers" }).paper
        paper.parts[0].blocks.append(
            .notes((1...6).map { "Ghi chú \($0) " + String(repeating: "của bảng ", count: 9) }))
        let sheet = try OpenSheet(try XLSXWriter.bytes(of: paper))
        #expect(sheet.sheet.first("pageSetup")?["fitToHeight"] == nil)
    }

    @Test("a draft is marked on every page")
    func draftMark() throws {
        var settings = GoldenPaper.settings
        settings.state = .draft
        let sheet = try OpenSheet(try XLSXWriter.bytes(of: try GoldenPaper.paper(settings)))
        let headers = try #require(sheet.sheet.first("headerFooter"))
        #expect(headers.children.map(\.name) == ["oddHeader", "firstHeader"])
        #expect(headers.children.allSatisfy { $0.text.hasSuffix("DỰ THẢO") })
    }

    @Test("a part is a sheet; a heading of two rows is merged, a heat map shaded by its numbers")
    func parts() throws {
        let data = try XLSXWriter.bytes(of: try SmallPapers.report())
        let sheet = try OpenSheet(data, number: 3)
        #expect(sheet.workbook.all("sheet").map { $0["name"] } == ["Báo cáo", "Phụ lục II", "Phụ lục I"])
        #expect(sheet.sheet.first("pageSetup")?["orientation"] == "landscape")
        let top = try #require(sheet.row(of: "STT")) + 1
        let merged = Set(sheet.sheet.all("mergeCell").compactMap { $0["ref"] })
        #expect(merged.isSuperset(of: ["A\(top):A\(top + 1)", "B\(top):B\(top + 1)", "C\(top):E\(top)"]))
        #expect(sheet[top + 1, 2].formula == "SUM(D\(top + 2):E\(top + 2))")
        #expect(sheet.sheet.all("colorScale").count == 1)
        let body = try OpenSheet(data, number: 1)
        #expect(body.row(of: "Có 995 ý kiến đánh giá./.") != nil)
        #expect(body.row(of: "Nơi nhận:") != nil)
    }

    @Test("the same paper is the same bytes, and the properties hold title, issuer and the given moment")
    func sameBytes() throws {
        let paper = try SmallPapers.report()
        let bytes = try XLSXWriter.bytes(of: paper)
        #expect(try XLSXWriter.bytes(of: paper) == bytes)
        let core = try OpenDocument(bytes).xml("docProps/core.xml")
        #expect(core.first("dc:title")?.text == paper.title)
        #expect(core.first("dc:creator")?.text == paper.author)
        #expect(core.first("dcterms:created")?.text == "2020-06-23T17:00:00Z")
    }

    @Test("names that begin like formulas are strings; control characters and markup do no harm")
    func hostileNames() throws {
        let sheet = try OpenSheet(try XLSXWriter.bytes(of: SmallPapers.hostile))
        let top = try #require(sheet.row(of: "Tên"))
        let names = (1...7).map { sheet[top + $0, 0] }
        #expect(names.allSatisfy { $0.formula == nil && $0.isString })
        #expect(names[0].text == "=HYPERLINK(\"http://example.org\")")
        #expect(names.map(\.text).prefix(4).dropFirst() == ["+1+1", "-2", "@SUM(A1)"])
        #expect(names[4].text == "<w:p>&amp; \"quoted\" ]]>")
        #expect(names[5].text == "bell and ")
        // A spreadsheet reads _x0041_ as an A unless its first sign is written so itself.
        #expect(names[6].text == "_x005F_x0041_")
    }

    @Test("a sheet's name that no spreadsheet takes is refused with the name")
    func badName() throws {
        var paper = try GoldenPaper.paper()
        paper.parts[0].name = "Phụ lục [II]"
        #expect {
            try XLSXWriter.bytes(of: paper)
        } throws: { error in
            "\(error)".contains("Phụ lục [II]")
        }
    }

    @Test("nothing of passage is left behind, and a folder that cannot be written to is an error")
    func noFilesLeft() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("xlsx-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try XLSXWriter.bytes(of: SmallPapers.hostile, passingThrough: folder)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        let missing = folder.appendingPathComponent("missing")
        #expect(throws: (any Error).self) { try XLSXWriter.bytes(of: SmallPapers.hostile, passingThrough: missing) }
    }
}
