import Foundation
import Ratings
import TestSupport
import Testing
import Workbooks

@testable import Office

/// Directory and roster from .xlsx, as from CSV.
@Suite struct WorkbookImportTests {
    private func file(_ book: TestWorkbook, _ name: String = "danh-muc.xlsx") -> ImportFile {
        ImportFile(name: name, bytes: Data(book.bytes))
    }

    @Test("a workbook with a sheet for each kind is imported whole, with the preview of CSV")
    func severalSheets() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            var book = TestWorkbook(rows: [
                ["DANH SÁCH"], ["Mã", "Tên", "Thứ tự", "Từ ngày"], ["SXD", "Sở Xây dựng", "1", "01/01/2019"],
            ])
            book.sheets[0].name = "Đơn vị"
            book.sheets +=
                TestWorkbook(
                    rows: [["code", "name", "units", "since"], ["Q01", "Quầy 1", "SXD", "2019-01-01"]], name: "counters"
                ).sheets
            book.sheets += TestWorkbook(rows: [["Liên hệ phòng kỹ thuật khi cần."]], name: "Ghi chú").sheets
            let reply = try await desk.ask(.importFiles([file(book)]), isPreview: true)
            #expect(reply.summary == ["đơn vị: thêm 1, đổi 0, giữ nguyên 0", "quầy: thêm 1, đổi 0, giữ nguyên 0"])
            #expect(desk.store.directory.units.codes.isEmpty)
            try await desk.ask(.importFiles([file(book)]))
            #expect(desk.store.directory.counters.all("Q01").first?.units == ["SXD"])
            let again = try await desk.ask(.importFiles([file(book)]))
            #expect(again.summary == ["đơn vị: thêm 0, đổi 0, giữ nguyên 1", "quầy: thêm 0, đổi 0, giữ nguyên 1"])
        }
    }

    @Test("a roster from a workbook has its days as days of the spreadsheet")
    func roster() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let text = { (text: String) in "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
            let heading = ["Ngày", "Buổi", "Quầy", "Cán bộ"].map(text).joined()
            let row = "<c s=\"1\"><v>43997</v></c>" + ["sáng", "Q01", "A"].map(text).joined()
            let book = TestWorkbook(
                "<row>\(heading)</row><row>\(row)</row>",
                styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")
            try await desk.ask(.importFiles([file(book, "lich-phan-cong.xlsx")]))
            #expect(desk.duties(at: "Q01") == ["A roster 07:00 – 11:00"])
        }
    }

    @Test("everything that is wrong is told at once, with sheet, row and cell")
    func findings() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let texts = { (texts: [String]) in texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() }
            let heading = "<row>" + texts(["code", "name", "order", "since"]) + "</row>"
            let rows = [
                texts(["A", "Một"]) + "<c><f>1+1</f></c>" + texts(["2019-01-01"]),
                texts(["B", "Hai"]) + "<c t=\"e\"><v>#REF!</v></c>" + texts(["2019-01-01"]),
                texts(["C", "Ba", "4.052", "2019-01-01"]),
                texts(["D", "Bốn"]) + "<c><v>4.052</v></c>" + texts(["2019-01-01"]),
                texts(["E", "Năm", "5", "2019-01-01"]),
                "<c><v>1234567890123456</v></c>" + texts(["Sáu", "6", "2019-01-01"]),
            ].map { "<row>\($0)</row>" }.joined()
            let merged = "<!--after--><mergeCells><mergeCell ref=\"B6:B7\"/></mergeCells>"
            let book = TestWorkbook(sheets: [
                ("units", heading + rows + merged), ("Ghi chú", "<row>\(texts(["…"]))</row>"),
            ])
            let findings = try await desk.refusal(of: .importFiles([file(book)]))
            #expect(
                findings.map { "\($0.file ?? ""):\($0.line ?? 0) \($0.field ?? ""): \($0.why)" } == [
                    "danh-muc.xlsx [units]:2 order: a formula without its result in C2",
                    "danh-muc.xlsx [units]:3 order: an error of the spreadsheet in C3",
                    "danh-muc.xlsx [units]:4 order: may mean different numbers",
                    "danh-muc.xlsx [units]:5 order: no whole number",
                    "danh-muc.xlsx [units]:6 name: merged cells B6:B7",
                    "danh-muc.xlsx [units]:7 code: a number of more than 15 digits in A7, of which spreadsheets lose the last ones",
                ])
        }
    }

    @Test("merged titles and headings are accepted")
    func mergedTitle() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let book = TestWorkbook(
                rows: [["DANH SÁCH"], ["uid", "label"], ["0a", "TB01"]],
                after: "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"B2:C2\"/></mergeCells>")
            try await desk.ask(.importFiles([file(book, "boxes.xlsx")]))
            #expect(desk.store.directory.boxes["0a"]?.label == "TB01")
        }
    }

    @Test("a workbook without a table says how to begin one")
    func noTable() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            var book = TestWorkbook(rows: [["a"]])
            book.sheets += TestWorkbook(rows: [["b"]], name: "Hai").sheets
            let finding = try #require(try await desk.refusal(of: .importFiles([file(book)])).first)
            #expect(finding.why == "no sheet has a heading row")
            #expect(finding.remedy.contains("--template"))
            let empty = TestWorkbook(rows: [])
            #expect(try await desk.refusal(of: .importFiles([file(empty)])).first?.why == "no sheet has anything in it")
        }
    }

    @Test("the template has a sheet for each kind, is empty to an import, and its examples are a directory")
    func template() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let bytes = try Template.workbook()
            let reply = try await desk.ask(.importFiles([ImportFile(name: "mau.xlsx", bytes: bytes)]))
            #expect(reply.summary.count == FileKind.allCases.count && reply.records == 0)
            let filled = PlainWorkbook(
                sheets: FileKind.allCases.map { kind in
                    PlainWorkbook.Sheet(
                        name: kind.rawValue,
                        rows: [(.heading, kind.format.fields.map(\.title))]
                            + Template.examples(of: kind).map { (.note, $0) })
                })
            let taken = try await desk.ask(.importFiles([ImportFile(name: "mau.xlsx", bytes: try filled.bytes())]))
            #expect(taken.records == FileKind.allCases.count && taken.notes.isEmpty)
        }
    }
}

@Suite struct LegacyEncodingTests {
    static let text = "STT,Tên đơn vị,Hồ sơ đã giải quyết đúng hạn\n1,Sở Xây dựng,Ưu tiên\n2,Công an tỉnh,kỹ thuật\n"

    /// The bytes of `text`, letter by letter as the tables of each encoding have it.
    static func bytes(_ encoding: LegacyEncoding) -> Data {
        var bytes = Data()
        for character in text {
            guard let scalar = character.unicodeScalars.first, !scalar.isASCII || character.unicodeScalars.count > 1
            else {
                bytes += Array(String(character).utf8)
                continue
            }
            bytes += letters[encoding]?[character] ?? []
        }
        return bytes
    }

    private static let letters: [LegacyEncoding: [Character: [UInt8]]] = [
        .tcvn3: [
            "ê": [0xAA], "đ": [0xAE], "ơ": [0xAC], "ị": [0xDE], "ồ": [0xE5], "ã": [0xB7], "ả": [0xB6], "ế": [0xD5],
            "ú": [0xF3], "ạ": [0xB9], "ở": [0xEB], "â": [0xA9], "ự": [0xF9], "Ư": [0xA6], "ô": [0xAB], "ỉ": [0xD8],
            "ỹ": [0xFC], "ậ": [0xCB],
        ],
        .vni: [
            "ê": Array("e".utf8) + [0xE2], "đ": [0xF1], "ơ": [0xF4], "ị": [0xF2], "ồ": Array("o".utf8) + [0xE0],
            "ã": Array("a".utf8) + [0xF5], "ả": Array("a".utf8) + [0xFB], "ế": Array("e".utf8) + [0xE1],
            "ú": Array("u".utf8) + [0xF9], "ạ": Array("a".utf8) + [0xEF], "ở": [0xF4, 0xFB],
            "â": Array("a".utf8) + [0xE2], "ự": [0xF6, 0xEF], "Ư": [0xD6], "ô": Array("o".utf8) + [0xE2], "ỉ": [0xE6],
            "ỹ": Array("y".utf8) + [0xF5], "ậ": Array("a".utf8) + [0xE4],
        ],
        .windows1258: [
            "ê": [0xEA], "đ": [0xF0], "ơ": [0xF5], "ị": Array("i".utf8) + [0xF2], "ồ": [0xF4, 0xCC],
            "ã": Array("a".utf8) + [0xDE], "ả": Array("a".utf8) + [0xD2], "ế": [0xEA, 0xEC], "ú": [0xFA],
            "ạ": Array("a".utf8) + [0xF2], "ở": [0xF5, 0xD2], "â": [0xE2], "ự": [0xFD, 0xF2], "Ư": [0xDD], "ô": [0xF4],
            "ỉ": Array("i".utf8) + [0xD2], "ỹ": Array("y".utf8) + [0xDE], "ậ": [0xE2, 0xF2],
        ],
    ]

    @Test(
        "each old encoding is decoded into composed Vietnamese, and told from the others",
        arguments: LegacyEncoding.allCases)
    func decoded(encoding: LegacyEncoding) throws {
        let bytes = Self.bytes(encoding)
        let text = try #require(encoding.decode(bytes))
        #expect(text == Self.text)
        #expect(text.unicodeScalars.elementsEqual(Self.text.unicodeScalars))
        #expect(LegacyEncoding.detected(in: bytes) == encoding)
    }

    @Test(
        "a file in an old encoding is refused by its name with the option, and read with it",
        arguments: LegacyEncoding.allCases)
    func option(encoding: LegacyEncoding) async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let rows = Self.bytes(encoding).split(separator: 0x0A)
            let name = rows[1].split(separator: UInt8(ascii: ","))[1]
            let bytes = Data("code,name,order,since\nSXD,".utf8) + name + Data(",1,2019-01-01\n".utf8)
            let finding = try #require(
                try await desk.refusal(of: .importFiles([ImportFile(name: "units.csv", bytes: bytes)])).first)
            #expect(finding.why == "not UTF-8: it looks like \(encoding.title)")
            #expect(finding.remedy.hasPrefix("Add --encoding \(encoding.rawValue)."))
            try await desk.ask(.importFiles([ImportFile(name: "units.csv", bytes: bytes, encoding: encoding)]))
            #expect(desk.store.directory.units.all("SXD").first?.name == "Sở Xây dựng")
        }
    }

    @Test("bytes of no encoding are not given a name")
    func unknown() {
        #expect(LegacyEncoding.detected(in: [0x80, 0x99, 0xFF, 0x41]) == nil)
        #expect(LegacyEncoding.detected(in: Array("plain".utf8)) == nil)
    }

    @Test(
        "every letter of VNI has one way to be written",
        arguments: ["ă", "ắ", "ằ", "ẳ", "ẵ", "ặ", "ấ", "ẩ", "ẫ", "ỗ", "ổ", "ộ", "ứ", "ừ"])
    func vni(letter: String) {
        // The names of the marks' bytes in the tables of VNI, by the letter that Windows shows for them.
        let written: [String: String] = [
            "ă": "aê", "ắ": "aé", "ằ": "aè", "ẳ": "aú", "ẵ": "aü", "ặ": "aë", "ấ": "aá", "ẩ": "aå", "ẫ": "aã",
            "ỗ": "oã", "ổ": "oå", "ộ": "oä", "ứ": "öù", "ừ": "öø",
        ]
        let bytes = (written[letter] ?? "").unicodeScalars.map { UInt8($0.value) }
        #expect(VNI.decode(bytes).precomposedStringWithCanonicalMapping == letter)
        let capital = bytes.map { $0 < 0x80 || $0 >= 0xC0 ? $0 & ~0x20 : $0 }
        #expect(VNI.decode(capital).precomposedStringWithCanonicalMapping == letter.uppercased())
    }
}
