import Foundation
import Ratings
import Store
import Testing

@testable import Office

@Suite struct FileReadingTests {
    @Test("a file as Excel writes it is read: BOM, CRLF, ';', NFD, no-break spaces, title rows, STT, empty edges")
    func excelFile() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            try await desk.ask(.importFiles([try fixture("don-vi.csv")]))
            let units = desk.store.directory.units
            #expect(units.all("SXD").first?.name == "Sở Xây dựng")
            #expect(units.all("SXD").first?.order == 14)
            #expect(units.all("SVHTTDL").first?.name == "Sở Văn hóa, Thể thao và Du lịch")
            #expect(units.all("SVHTTDL").first?.since == Desk.moment("2019-01-01T07:30"))
        }
    }

    @Test("tabs, lone carriage returns and UTF-16 are read")
    func unicodeText() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let text = "code\tname\torder\tsince\rSXD\tSở Xây dựng\t1\t01/01/2019\r"
            let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            try await desk.ask(.importFiles([ImportFile(name: "units.txt", bytes: Data([0xFF, 0xFE] + little))]))
            #expect(desk.store.directory.units.all("SXD").first?.name == "Sở Xây dựng")
            let again = try await desk.ask(
                .importFiles([ImportFile(name: "units.txt", bytes: Data([0xFE, 0xFF] + big))]))
            #expect(again.summary == ["đơn vị: thêm 0, đổi 0, giữ nguyên 1"])
        }
    }

    @Test("an .xls that is an HTML table is read, with a title cell over all columns")
    func htmlTable() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(.importFiles([try fixture("quay.xls")]))
            #expect(desk.store.directory.counters.all("Q01").first?.name == "Quầy số 1")
            #expect(desk.store.directory.counters.all("Q02").first?.name == "Quầy số 2 & 3")
        }
    }

    @Test("the character NUL is no text: UTF-16 with it is refused, and in HTML it becomes what HTML says")
    func nul() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let text = "code,name,order,since\nX,M\0ột,1,2019-01-01\n"
            let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            for bytes in [Data(wide), Data(text.utf8)] {
                let findings = try await desk.refusal(of: .importFiles([ImportFile(name: "units.csv", bytes: bytes)]))
                #expect(findings.map(\.why) == ["not a text file"])
            }
            let row = "<tr><td>X<td>M&#0;&#x0;t<td>1<td>2019-01-01"
            let page = "<table><tr><th>code<th>name<th>order<th>since\(row)</table>"
            try await desk.ask(.importFiles([ImportFile(name: "units.xls", bytes: Data(page.utf8))]))
            #expect(desk.store.directory.units.all("X").first?.name == "M\u{FFFD}\u{FFFD}t")
        }
    }

    @Test("a request with the character NUL is refused, in a preview too", arguments: [false, true])
    func nulInRequest(isPreview: Bool) async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let text = "code,name,order,since\nX,Một,1,2019-01-01\n"
            let units = ImportFile(name: "units\0.csv", bytes: Data(text.utf8))
            let requests: [OfficeRequest] = [
                .boxRegister(uid: "0102", label: "B\0", why: "thử"), .boxRegister(uid: "0102", note: "\0", why: "thử"),
                .boxRegister(uid: "0102", why: "th\0ử"), .importFiles([units]),
            ]
            for request in requests {
                let error = await #expect(throws: (any Error).self) {
                    try await desk.ask(request, isPreview: isPreview)
                }
                #expect(error is OfficeError || (error as? StoreError)?.isRefusal == true)
            }
        }
    }

    @Test("a merged cell in a data row is refused by cell")
    func mergedCell() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let findings = try await desk.refusal(
                of: .importFiles([ImportFile(name: "counters.xls", bytes: try fixture("counters-merged.xls").bytes)]))
            #expect(
                findings.first?.description
                    == "counters.xls:3: units 'SXD': merged cells C3:C4. Unmerge them and fill each cell in.")
        }
    }

    @Test("the kind is told by the headings where the name tells none")
    func kindByHeadings() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let reply = try await desk.take(["danh sach 2020.csv": "uid;label\n0a;B01\n"])
            #expect(reply.summary == ["thiết bị: thêm 1, đổi 0, giữ nguyên 0"])
        }
    }

    @Test(
        "old encodings, workbooks and binary files are refused with the way out",
        arguments: [
            (Data("code,name\n".utf8) + Data([0x53, 0xEB, 0x20]), "not UTF-8", 2),
            (Data([0xD0, 0xCF, 0x11, 0xE0, 1, 2]), "an old Excel workbook (.xls)", nil),
            (Data([0x50, 0x4B, 0x03, 0x04, 1, 2]), "a damaged or incomplete ZIP file", nil),
            (Data([0x61, 0, 0x62, 0]), "not a text file", nil),
        ] as [(Data, String, Int?)])
    func badBytes(bytes: Data, why: String, line: Int?) async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let findings = try await desk.refusal(of: .importFiles([ImportFile(name: "units.csv", bytes: bytes)]))
            #expect(findings.first?.why.hasPrefix(why) == true)
            #expect(findings.first?.line == line)
            #expect(findings.first?.remedy.contains("CSV UTF-8") == true)
        }
    }

    @Test("a file that is too large, too wide, too long or has a huge cell is refused")
    func limits() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let wide = String(repeating: "x,", count: 250) + "x\n"
            let huge = "uid,label\n0a,\(String(repeating: "x", count: 10_001))\n"
            let long = "uid,label\n" + String(repeating: "0a,b\n", count: FileLimits.rows)
            #expect(
                try await desk.refusal(of: ["boxes.csv": "uid,label\n" + wide]).first?.why == "more than 200 columns")
            #expect(
                try await desk.refusal(of: ["boxes.csv": huge]).first?.why == "a cell of more than 10000 characters")
            #expect(try await desk.refusal(of: ["boxes.csv": long]).first?.why == "more than 200000 rows")
            let large = ImportFile(name: "boxes.csv", bytes: Data(count: FileLimits.bytes + 1))
            #expect(try await desk.refusal(of: .importFiles([large])).first?.why == "larger than 10 MB")
            #expect(try await desk.refusal(of: .importFiles([])).first?.why == "no file was named")
        }
    }

    @Test("quotes that do not close, or close too early, name the line they open in")
    func quotes() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let open = try await desk.refusal(of: ["boxes.csv": "uid,label\n0a,b\n0b,\"c\n0c,d\n"])
            #expect(open.first?.line == 3 && open.first?.why == "a quotation mark that is never closed")
            let early = try await desk.refusal(of: ["boxes.csv": "uid,label,note\n0a,b,\"x\"y\n"])
            #expect(early.first?.line == 2 && early.first?.why == "text after a closing quotation mark")
        }
    }

    @Test("lines are counted through line breaks in quoted cells")
    func lineNumbers() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let text = "uid,label,note\r\n0a,B01,\"một\r\nhai\nba\"\r\n\r\nxyz,B02,\r\n"
            #expect(try await desk.refusal(of: ["boxes.csv": text]).first?.line == 6)
        }
    }

    @Test("wrong headings say what is missing, unknown or twice, and which columns there are")
    func headings() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let findings = try await desk.refusal(of: ["boxes.csv": "uid,lable,uid\n0a,B01,0b\n"])
            let text = findings.first?.description ?? ""
            #expect(text.contains("boxes.csv:1: wrong headings: missing label; unknown 'lable'; twice 'uid'"))
            #expect(text.contains("boxes.csv has the columns uid, label, [note]"))
            let none = try await desk.refusal(of: ["boxes.csv": "1,2,3\n"])
            #expect(none.first?.why == "no heading row was found")
            #expect(none.first?.remedy == "Write the headings uid, label, [note].")
            let unknown = try await desk.refusal(of: ["x.csv": "1,2,3\n"])
            #expect(unknown.first?.remedy.contains("units.csv") == true)
            #expect(try await desk.refusal(of: ["units.csv": ""]).first?.why == "no heading row was found")
        }
    }

    @Test("a cell outside the table is refused, as a comma without quotes makes one")
    func strayCell() async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let findings = try await desk.refusal(of: ["boxes.csv": "uid,label\n0a,B01,cạnh cửa\n"])
            #expect(findings.first?.line == 2 && findings.first?.value == "cạnh cửa")
        }
    }

    @Test(
        "days and moments are read in each way they are written",
        arguments: [
            ("2020-06-15", "2020-06-15T00:00"), ("15/06/2020", "2020-06-15T00:00"),
            ("5/6/2020 7:05", "2020-06-05T07:05"),
            ("15/06/2020 07:05:30", "2020-06-15T07:05:30"), ("2020-06-15T00:00:00Z", "2020-06-15T07:00"),
        ])
    func moments(text: String, expected: String) {
        #expect(MomentCell.instant(text, in: .vietnam) == Desk.moment(expected))
    }

    @Test(
        "what is no day is not guessed",
        arguments: ["06/15/2020", "31/02/2020", "15-06-2020", "15/6/20", "hôm nay", ""])
    func badMoments(text: String) {
        #expect(MomentCell.instant(text, in: .vietnam) == nil)
    }
}
