import Foundation
import TestSupport
import Testing

@testable import Workbooks

@Suite struct WorkbookTests {
    @Test(
        "a workbook is read the same whether its texts are shared, as Excel writes it, or stand in the cells",
        arguments: ["excel", "inline"])
    func fixture(name: String) throws {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "xlsx"))
        let sheet = try #require(try Workbook(Data(contentsOf: url)).sheets.first)
        #expect(sheet.name == "Đơn vị")
        #expect(sheet.merged.map(\.description) == ["A1:E1"])
        #expect(sheet.rows.map(\.number) == [1, 3, 4, 5])
        #expect(sheet.rows[1].cells == ["STT", "Mã", "Tên", "Thứ tự", "Từ ngày"].map { .text($0) })
        #expect(
            sheet.rows[2].cells
                == [.number("1"), .text("SXD"), .text("Sở Xây dựng"), .number("14"), .date("2019-01-01")])
        #expect(sheet.rows[3].cells[4] == .date("2019-01-01 07:30"))
    }

    static let cells: [(xml: String, cell: Cell)] = [
        ("<c><v>4052</v></c>", .number("4052")), ("<c><v>4.0519999999999996</v></c>", .number("4.052")),
        ("<c><v>-3</v></c>", .number("-3")), ("<c><v>1.2E3</v></c>", .number("1200")),
        ("<c t=\"b\"><v>1</v></c>", .boolean(true)), ("<c t=\"b\"><v>0</v></c>", .boolean(false)),
        ("<c t=\"str\"><f>A1</f><v>4.052</v></c>", .text("4.052")), ("<c><f>1+1</f><v>2</v></c>", .number("2")),
        ("<c><f>1+1</f></c>", .fault(.formulaWithoutResult)),
        ("<c><f>1+1</f><v></v></c>", .fault(.formulaWithoutResult)),
        ("<c t=\"e\"><v>#REF!</v></c>", .fault(.error("#REF!"))),
        ("<c t=\"e\"><f>A1/0</f><v>#DIV/0!</v></c>", .fault(.error("#DIV/0!"))),
        ("<c><v>5.300000000000001E+15</v></c>", .fault(.tooManyDigits("5.300000000000001E+15"))),
        ("<c><v>0x10</v></c>", .fault(.unreadable("0x10"))), ("<c t=\"s\"><v>9</v></c>", .fault(.unreadable("9"))),
        ("<c t=\"s\"><v>0</v></c>", .text("hồ sơ")), ("<c t=\"s\"><v>1</v></c>", .text("một\nhai")),
        ("<c t=\"d\"><v>2020-06-15</v></c>", .date("2020-06-15")), ("<c s=\"1\"><v>43997</v></c>", .date("2020-06-15")),
        ("<c s=\"2\"><v>0.3125</v></c>", .date("07:30")),
        ("<c s=\"3\"><v>43997.999999999</v></c>", .date("2020-06-16")),
        ("<c s=\"4\"><v>7</v></c>", .text("007")), ("<c s=\"5\"><v>7</v></c>", .number("7")),
        ("<c s=\"6\"><v>43997</v></c>", .number("43997")), ("<c s=\"1\"><v>60</v></c>", .fault(.unreadable("60"))),
        ("<c t=\"neu\"><v>1</v></c>", .fault(.unreadable("1"))),
        ("<x:c xmlns:x=\"urn:x\"><x:v>5</x:v></x:c>", .number("5")),
    ]

    @Test("a cell is what its type and its number format make of it", arguments: cells)
    func cell(example: (xml: String, cell: Cell)) throws {
        let styles = """
            <numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="000"/>
            <numFmt numFmtId="166" formatCode="#,##0&quot; hồ sơ&quot;"/><numFmt numFmtId="167" formatCode="General\\d"/>
            </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>
            <xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>
            """
        let book = TestWorkbook(
            "<row r=\"7\">\(example.xml)</row>",
            strings: ["<r><t>hồ </t></r><rPh><t>ẩn</t></rPh><r><t>sơ</t></r>", "<t>một_x000A_hai</t>"], styles: styles)
        #expect(try Workbook(book.bytes).sheets.first?.rows == [Workbook.Row(number: 7, cells: [example.cell])])
    }

    @Test("days of a workbook that counts from 1904 are four years and a day later")
    func from1904() throws {
        var book = TestWorkbook(
            "<row><c s=\"0\"><v>42535</v></c></row>", styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>")
        book.properties = "date1904=\"1\""
        #expect(try Workbook(book.bytes).sheets.first?.rows.first?.cells == [.date("2020-06-15")])
    }

    @Test("hidden sheets, empty rows and empty cells are left out")
    func leftOut() throws {
        var book = TestWorkbook(
            "<row r=\"2\"><c r=\"C2\" s=\"0\"/></row><row r=\"5\"><c r=\"C5\"><v>1</v></c><c r=\"D5\"/></row>")
        #expect(
            try Workbook(book.bytes).sheets.first?.rows
                == [Workbook.Row(number: 5, cells: [.empty, .empty, .number("1")])])
        book.sheetAttributes = "state=\"hidden\""
        #expect(try Workbook(book.bytes).sheets.isEmpty)
    }

    @Test("a place in a sheet is read and written")
    func places() {
        #expect(CellRange("B7:B9") == CellRange(rows: 7...9, columns: 2...2))
        #expect(CellRange("$AA$10")?.description == "AA10:AA10")
        for text in ["", "7B", "B", "B0", "B9:B7", "A1:B2:C3", "XFE1", "A1048577", "A99999999999999999999", "é1"] {
            #expect(CellRange(text) == nil, "\(text)")
        }
        #expect(CellReference(row: 1, column: 16_384).description == "XFD1")
    }
}

@Suite struct BadWorkbookTests {
    private func why(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) -> String? {
        do {
            _ = try Workbook(bytes, limits: limits)
            return nil
        } catch {
            return error.why
        }
    }

    @Test("what is no workbook, cut off or damaged is refused")
    func damaged() throws {
        let good = TestWorkbook("<row><c><v>1</v></c></row>").bytes
        #expect(why(good) == nil)
        #expect(why([]) != nil)
        #expect(why(Array(good.prefix(good.count / 2))) == "a damaged or incomplete ZIP file")
        #expect(
            why(TestWorkbook.zip(["content.xml": Array("<a/>".utf8)])) == "a ZIP file that is no Excel workbook (.xlsx)"
        )
        var parts = TestWorkbook("<row><c><v>1</v></c></row>").parts
        parts["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData>"
        #expect(
            why(TestWorkbook.zip(parts.mapValues { Array($0.utf8) }))
                == "xl/worksheets/sheet1.xml inside is no readable XML")
        parts["xl/worksheets/sheet1.xml"] = nil
        #expect(why(TestWorkbook.zip(parts.mapValues { Array($0.utf8) })) == "the sheet 'Sheet1' is missing inside")
    }

    @Test("no byte of a workbook that is changed crashes the reader")
    func changedBytes() throws {
        let good = TestWorkbook("<row><c t=\"s\"><v>0</v></c></row>", strings: ["<t>a</t>"]).bytes
        var refused = 0
        for index in good.indices {
            var bytes = good
            bytes[index] ^= 0x55
            if why(bytes) != nil { refused += 1 }
        }
        #expect(refused > good.count / 4)
    }

    @Test("entities are refused: a document type can make a page of a line")
    func entities() {
        var book = TestWorkbook("<row><c t=\"inlineStr\"><is><t>&a;</t></is></c></row>")
        book.prologue = #"<!DOCTYPE x [<!ENTITY a "aaaa">]>"#
        #expect(why(book.bytes)?.hasSuffix("is no readable XML") == true)
    }

    @Test("a small file that unpacks to a huge one is refused as soon as it is too much")
    func bomb() {
        let blank = String(repeating: " ", count: 4 * 1024 * 1024)
        let bytes = TestWorkbook("<row><c><v>1</v></c></row>" + blank).bytes
        #expect(bytes.count < 100_000)
        var limits = WorkbookLimits()
        limits.unpackedBytes = 1024 * 1024
        #expect(why(bytes, limits: limits) == "too large when unpacked")
        #expect(why(bytes) == nil)
    }

    @Test("rows, columns, sheets, merged cells, files inside and long cells have limits")
    func limits() {
        var limits = WorkbookLimits()
        (limits.rows, limits.columns, limits.sheets, limits.merged) = (2, 2, 1, 1)
        limits.cellCharacters = 10
        let cell = "<c><v>1</v></c>"
        #expect(why(TestWorkbook("<row>\(cell)</row><row>\(cell)</row>").bytes, limits: limits) == nil)
        #expect(
            why(TestWorkbook(String(repeating: "<row>\(cell)</row>", count: 3)).bytes, limits: limits)
                == "more than 2 rows")
        #expect(why(TestWorkbook("<row>\(cell)\(cell)\(cell)</row>").bytes, limits: limits) == "more than 2 columns")
        let sheets = [(name: "a", body: ""), (name: "b", body: "")]
        #expect(why(TestWorkbook(sheets: sheets).bytes, limits: limits) == "more than 1 sheets")
        let merged = "<!--after--><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>"
        #expect(why(TestWorkbook("<row>\(cell)</row>" + merged).bytes, limits: limits) == "more than 1 merged cells")
        let long = "<c t=\"inlineStr\"><is><t>\(String(repeating: "a", count: 100))</t></is></c>"
        #expect(
            why(TestWorkbook("<row>\(long)</row>").bytes, limits: limits)
                == "a cell of more than 10 characters in row 1")
        limits.entries = 3
        #expect(why(TestWorkbook("").bytes, limits: limits) == "more than 3 files inside")
    }

    @Test("rows and cells without a place, or in places that are none, are refused")
    func places() {
        let rows = ["<row r=\"2\"/><row r=\"1\"/>", "<row r=\"1048577\"/>"]
        for body in rows { #expect(why(TestWorkbook(body).bytes) == "rows out of order") }
        #expect(why(TestWorkbook("<row><c r=\"1A\"/></row>").bytes) == "a cell without a place in row 1")
    }
}

@Suite struct PlainWorkbookTests {
    @Test("a workbook that is written comes back as it was")
    func roundTrip() throws {
        let book = PlainWorkbook(sheets: [
            PlainWorkbook.Sheet(
                name: "đơn vị", rows: [(.title, ["Đơn vị"]), (.note, ["007", "Sở Y tế"]), (.heading, ["mã", "tên"])]),
            PlainWorkbook.Sheet(name: "quầy", rows: [(.heading, ["mã"])]),
        ])
        let sheets = try Workbook(try book.bytes()).sheets
        #expect(sheets.map(\.name) == ["đơn vị", "quầy"])
        #expect(
            sheets[0].rows.map(\.cells) == [
                [.text("Đơn vị")], [.text("007"), .text("Sở Y tế")], [.text("mã"), .text("tên")],
            ])
        #expect(sheets[1].rows.map(\.cells) == [[.text("mã")]])
    }
}
