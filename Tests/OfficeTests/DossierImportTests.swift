import Foundation
import Ratings
import TestSupport
import Testing

@testable import Office

/// The dossier statistics of a period, from files as one-stop systems export them.
@Suite struct DossierImportTests {
    /// A desk with the units of the golden month.
    private func opened(_ body: (Desk) async throws -> Void) async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appendingPathComponent("config/soc-trang")
            let files = try ["units.csv", "settings.csv"].map {
                ImportFile(name: $0, bytes: try Data(contentsOf: folder.appendingPathComponent($0)))
            }
            try await desk.ask(.importFiles(files))
            try await body(desk)
        }
    }

    private func request(_ text: String, columns: String? = nil) -> OfficeRequest {
        .importDossiers(ImportFile(name: "hs.csv", bytes: Data(text.utf8)), period: "2020-06", columns: columns)
    }

    private static let heading =
        "stt,unit,received_total,carried_over,received_new,resolved_total,resolved_early,resolved_on_time,resolved_late,"
        + "in_progress_total,in_progress_on_time,in_progress_overdue,returned,online\n"
    private static let row = "12,4,8,11,11,0,0,1,1,0,0,7"

    private func table(_ desk: Desk) -> DossierTable? { desk.store.directory.dossiers["2020-06/unit"] }

    @Test("the golden month comes in whole from CSV and from a workbook, as the same table")
    func goldenMonth() async throws {
        try await opened { (desk: Desk) async throws in
            let reply = try await desk.ask(.importDossiers(try fixture("phu-luc-i.csv"), period: "2020-06"))
            #expect(
                reply.lines == [
                    "hồ sơ kỳ 2020-06 (từ 16/5/2020 đến 15/6/2020) theo đơn vị: 17 dòng, 12 cột, thêm",
                    "kỳ 2020-06 · Số hồ sơ nhận giải quyết - Tổng số: 12.746 hồ sơ",
                ])
            let fromCSV = try #require(table(desk))
            #expect(fromCSV.total == [12746, 2008, 10738, 10170, 9991, 170, 9, 2576, 2559, 17, 6, 1198])
            #expect(fromCSV.rows.first?.code == "STTTT" && fromCSV.statedTotal == nil)
            let book = try await desk.ask(.importDossiers(try fixture("phu-luc-i.xlsx"), period: "2020-06"))
            #expect(book.notes == ["bỏ qua dòng “Người lập biểu Giám đốc”: không có số liệu"])
            #expect(book.movement.isEmpty)
            let fromBook = try #require(table(desk))
            #expect(fromBook.rows == fromCSV.rows)
            #expect(fromBook.statedTotal == fromCSV.total)
            #expect(fromBook.statedShares?[11] == "9,40")
        }
    }

    @Test("the same file changes nothing; another one replaces the table whole, cell by cell in the preview")
    func replaced() async throws {
        try await opened { (desk: Desk) async throws in
            let file = Self.heading + "1,SXD,\(Self.row)\n2,Sở Y tế,\(Self.row)\n"
            try await desk.ask(request(file))
            let changes = try desk.store.changes().count
            let same = try await desk.ask(request(file))
            #expect(same.records == 0 && same.summary.first?.hasSuffix("giữ nguyên") == true)
            #expect(try desk.store.changes().count == changes)
            let other = request(Self.heading + "1,sở xây dựng,13,5,8,11,11,0,0,2,2,0,0,7\n")
            let preview = try await desk.ask(other, isPreview: true)
            #expect(preview.movement.contains("kỳ 2020-06 · Sở Xây dựng · Số hồ sơ nhận giải quyết - Tổng số: 12 → 13"))
            #expect(
                preview.movement.contains("kỳ 2020-06 · Sở Y tế · Số hồ sơ nhận giải quyết - Tổng số: 12 → không có"))
            #expect(table(desk)?.rows.count == 2)
            try await desk.ask(other)
            #expect(
                table(desk)?.rows == [DossierTable.Row(code: "SXD", counts: [13, 5, 8, 11, 11, 0, 0, 2, 2, 0, 0, 7])])
            #expect(try desk.store.changes().count == changes + 1)
        }
    }

    @Test("everything that cannot be read is told by cell in one go, and nothing is taken in")
    func refused() async throws {
        try await opened { (desk: Desk) async throws in
            let rows = [
                "1,Sở Không có,\(Self.row)", "2,SXD,-12,4,8,11,11,0,0,1,1,0,0,7", "3,SYT,12,4.5,8,11,11,0,0,1,1,0,0,7",
                "4,STP,4.052,4,8,11,11,0,0,1,1,0,0,", "5,SCT,\(Self.row)", "6,Sở Công Thương,\(Self.row)",
                "7,,\(Self.row)",
                "8,STC,\(Self.row),9",
            ]
            let findings = try await desk.refusal(of: request(Self.heading + rows.map { $0 + "\n" }.joined()))
            #expect(
                findings.map { "\($0.line ?? 0) \($0.field ?? "") '\($0.value ?? "")': \($0.why)" } == [
                    "2 unit 'Sở Không có': unknown unit",
                    "3 Số hồ sơ nhận giải quyết > Tổng số '-12': a negative count",
                    "4 Số hồ sơ nhận giải quyết > Kỳ trước '4.5': no whole number",
                    "5 Số hồ sơ nhận giải quyết > Tổng số '4.052': may mean 4052 or 4,052",
                    "5 Hồ sơ nhận qua trực tuyến '': empty",
                    "7 unit 'Sở Công Thương': the same row stands in line 6 already",
                    "8 unit '': empty",
                    "9  '9': a cell without a heading above it (column 15)",
                ])
            #expect(table(desk) == nil)
        }
    }

    @Test("what does not agree is taken in and told, with both numbers and what is left")
    func disagrees() async throws {
        try await opened { (desk: Desk) async throws in
            let file =
                Self.heading
                + "1,SXD,100,40,60,64,64,0,0,0,0,0,0,7\n,Tổng cộng,100,40,61,64,64,0,0,0,0,0,0,7\n,Tỷ lệ %,,\"40,1\",,,,,,,,,,\n"
            let reply = try await desk.ask(request(file))
            #expect(table(desk)?.total.first == 100)
            #expect(
                reply.notes.contains {
                    $0.hasPrefix("Phụ lục I · Sở Xây dựng:") && $0.hasSuffix("là 64: còn 36 hồ sơ chưa phân loại")
                })
            #expect(
                reply.notes.contains(
                    "Phụ lục I · Tổng cộng: “Số hồ sơ nhận giải quyết - Số mới tiếp nhận” là 61, cộng các dòng là 60"))
            #expect(
                reply.notes.contains(
                    "Phụ lục I · Tỷ lệ %: “Số hồ sơ nhận giải quyết - Kỳ trước” ghi 40,1, 40/100 là 40,0"))
            #expect(reply.notes.contains { $0.hasPrefix("đơn vị không có trong tệp: Sở Thông tin và Truyền thông, ") })
        }
    }

    private static let map = """
        map,since,heading,column,role,of,split,title,digits
        mot-cua,2019-01-01,Cơ quan,unit,,,,,
        mot-cua,2019-01-01,Tiếp nhận > Tổng,received_total,,,,,4.052
        mot-cua,2019-01-01,Tiếp nhận > Trực tuyến,received_online,phần,received_total,kênh,Qua trực tuyến,
        mot-cua,2019-01-01,Tiếp nhận > Trực tiếp,received_counter,phần,received_total,kênh,,
        mot-cua,2019-01-01,Rút hồ sơ,withdrawn,trong đó,received_total,,,
        mot-cua,2019-01-01,Ghi chú,-,,,,,

        """
    private static let export = """
        BÁO CÁO TÌNH HÌNH,,,,,
        Cơ quan;Tiếp nhận;;;Rút hồ sơ;Ghi chú
        ;Tổng;Trực tuyến;Trực tiếp;;
        A;(1);(2);(3);(4);
        CẤP TỈNH;;;;;
        Sở Xây dựng;4.052;52;4000;3;tạm
        Tổng;4.052;52;4000;3;

        """

    @Test("a column map tells headings, parts, sub-counts, columns to read over, and how numbers are written")
    func columnMap() async throws {
        try await opened { (desk: Desk) async throws in
            try await desk.take(["dossier_columns.csv": Self.map])
            let reply = try await desk.ask(request(Self.export))
            let table = try #require(self.table(desk))
            #expect(table.rows == [DossierTable.Row(code: "SXD", counts: [4052, 52, 4000, 3])])
            #expect(table.statedTotal == [4052, 52, 4000, 3])
            #expect(table.columns.map(\.title)[1] == "Qua trực tuyến")
            let figures = table.figures(in: desk.store.directory)
            #expect(figures.rules.count == 2 && figures.findings.isEmpty)
            #expect(reply.notes.first == "bỏ qua dòng “CẤP TỈNH”: không có số liệu")
            let exported = desk.office.export(.dossierColumns)
            let again = try await desk.take(["dossier_columns.csv": exported])
            #expect(again.summary == ["cột hồ sơ: thêm 0, đổi 0, giữ nguyên 1"])
        }
    }

    @Test("a channel split that sums to another total is told")
    func channelSplit() async throws {
        try await opened { (desk: Desk) async throws in
            try await desk.take(["dossier_columns.csv": Self.map])
            let reply = try await desk.ask(
                request(
                    "Cơ quan;Tiếp nhận > Tổng;Tiếp nhận > Trực tuyến;Tiếp nhận > Trực tiếp;Rút hồ sơ\nSXD;10;4;5;0\n"))
            #expect(
                reply.notes.first
                    == "Phụ lục I · Sở Xây dựng: “Số hồ sơ nhận giải quyết - Tổng số” là 10, “Qua trực tuyến” + “Tiếp nhận - Trực tiếp” là 9: còn 1 hồ sơ chưa phân loại"
            )
        }
    }

    @Test("of several column maps one must be named; a later one of the same code holds from its date")
    func severalMaps() async throws {
        try await opened { (desk: Desk) async throws in
            let other = Self.map.replacing("mot-cua", with: "khac")
            try await desk.take([
                "dossier_columns.csv": Self.map + other.split(separator: "\n").dropFirst().joined(separator: "\n")
                    + "\n"
            ])
            #expect(
                try await desk.refusal(of: request(Self.export)).first?.why
                    == "there are several column maps: khac, mot-cua")
            #expect(try await desk.refusal(of: request(Self.export, columns: "sai")).first?.why == "unknown code")
            try await desk.ask(request(Self.export, columns: "khac"))
            try await desk.take([
                "dossier_columns.csv": Self.map.replacing("2019-01-01", with: "2020-07-01").replacing(
                    "Cơ quan", with: "Đơn vị")
            ])
            try await desk.ask(request(Self.export, columns: "mot-cua"))
            let standard = Self.heading + "1,SXD,\(Self.row)\n"
            try await desk.ask(request(standard, columns: "phu-luc-i"))
            #expect(table(desk)?.columns.count == 12)
        }
    }

    @Test(
        "a column map that hangs in the air is refused",
        arguments: [
            (
                "X,2019-01-01,A,unit,,,,\nX,2019-01-01,B,b,phần,c,,",
                "b needs a column of the same map that it belongs to"
            ),
            (
                "X,2019-01-01,A,unit,,,,\nX,2019-01-01,B,b,phần,,,",
                "b needs a column of the same map that it belongs to"
            ),
            ("X,2019-01-01,A,unit,,,,\nX,2019-01-01,B,b,phần,c,,\nX,2019-01-01,C,c,phần,b,,", "b belongs to itself"),
            ("X,2019-01-01,A,unit,,,,\nX,2019-01-01,B,b,tổng số,,,\nX,2019-01-01,C,b,tổng số,,,", "twice in the map X"),
            ("X,2019-01-01,A,unit,,,,", "no column has counts"),
            ("X,2019-01-01,B,b,tổng số,,,", "no column tells the rows"),
            ("X,2019-01-01,A,unit,,,,\nX,2019-01-01,B,b,,,,", "empty"),
            ("X,2019-01-01,A,unit,,,,\nX,2019-01-01,B,b,tổng số,b,,", "b is a total and belongs to no other column"),
        ])
    func badMap(rows: String, why: String) async throws {
        try await Desk.empty { (desk: Desk) async throws in
            let text = "map,since,heading,column,role,of,split,title\n\(rows)\n"
            #expect(try await desk.refusal(of: ["dossier_columns.csv": text]).first?.why == why)
        }
    }

    @Test("wrong headings say what is missing and what is unknown, and how to map it")
    func headings() async throws {
        try await opened { (desk: Desk) async throws in
            let finding = try #require(
                try await desk.refusal(of: request("unit,received_total,lạ\nSXD,1,2\n")).first)
            #expect(finding.line == 1 && finding.why.contains("missing 'Số hồ sơ nhận giải quyết > Kỳ trước'"))
            #expect(finding.why.hasSuffix("unknown 'lạ'") && finding.remedy.contains("dossier_columns.csv"))
            let none = try await desk.refusal(of: request("1,2\n3,4\n")).first
            #expect(none?.why == "no heading of the column map phu-luc-i was found")
            #expect(try await desk.refusal(of: request(Self.heading)).first?.why == "no rows below the headings")
            let both = request("lĩnh vực," + Self.heading)
            #expect(try await desk.refusal(of: both).first?.why.contains("several columns tell the rows") == true)
            let month = OfficeRequest.importDossiers(try fixture("phu-luc-i.csv"), period: "tháng 6")
            #expect(try await desk.refusal(of: month).first?.why == "no period")
        }
    }

    @Test("rows by field become a table of their own")
    func fields() async throws {
        try await opened { (desk: Desk) async throws in
            try await desk.take(["fields.csv": "code,name,order\nHT,Hộ tịch,1\n"])
            try await desk.ask(request(Self.heading.replacing("unit", with: "Lĩnh vực") + "1,hộ tịch,\(Self.row)\n"))
            #expect(desk.store.directory.dossiers["2020-06/field"]?.rows.first?.code == "HT")
            #expect(table(desk) == nil)
            let wrong = request(Self.heading.replacing("unit", with: "Lĩnh vực") + "1,SXD,\(Self.row)\n")
            #expect(try await desk.refusal(of: wrong).first?.why == "unknown field")
        }
    }

    @Test("merged cells and cells without a value are refused in data rows, by their place")
    func mergedData() async throws {
        try await opened { (desk: Desk) async throws in
            var rows = [String(Self.heading.dropLast()).split(separator: ",").map(String.init)]
            for unit in ["SXD", "SYT"] { rows.append(["1", unit] + Self.row.split(separator: ",").map(String.init)) }
            rows.append(["Tổng cộng", ""] + (0..<12).map { _ in "0" })
            var book = TestWorkbook(
                rows: rows,
                after: "<mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"A4:B4\"/></mergeCells>")
            book.sheets[0].body = book.sheets[0].body.replacing("<c><v>7</v></c>", with: "<c><f>1+6</f></c>")
            let file = ImportFile(name: "hs.xlsx", bytes: Data(book.bytes))
            let findings = try await desk.refusal(of: .importDossiers(file, period: "2020-06"))
            #expect(
                findings.map(\.why) == [
                    "merged cells B2:B3", "a formula without its result in N2", "a formula without its result in N3",
                ])
        }
    }

    @Test("of several sheets with the headings one must be named")
    func sheets() async throws {
        try await opened { (desk: Desk) async throws in
            let heading = String(Self.heading.dropLast()).split(separator: ",").map(String.init)
            let rows = [heading, ["1", "SXD"] + Self.row.split(separator: ",").map(String.init)]
            var book = TestWorkbook(rows: rows, name: "Tháng 6")
            book.sheets += TestWorkbook(rows: rows, name: "Lũy kế").sheets
            let file = ImportFile(name: "hs.xlsx", bytes: Data(book.bytes))
            let finding = try await desk.refusal(of: .importDossiers(file, period: "2020-06")).first
            #expect(finding?.why == "several sheets have the headings: hs.xlsx [Tháng 6], hs.xlsx [Lũy kế]")
            try await desk.ask(.importDossiers(file, period: "2020-06", sheet: "tháng 6"))
            #expect(table(desk)?.rows.count == 1)
            let none = try await desk.refusal(of: .importDossiers(file, period: "2020-06", sheet: "Tháng 7")).first
            #expect(none?.why == "hs.xlsx has no such sheet")
        }
    }

    @Test("two units of one name are told apart by their codes alone")
    func namesakes() async throws {
        try await opened { (desk: Desk) async throws in
            try await desk.take(["units.csv": "code,name,order,since\nSXD2,Sở  xây dựng,20,2021-01-01\n"])
            let findings = try await desk.refusal(of: request(Self.heading + "1,Sở Xây dựng,\(Self.row)\n"))
            #expect(findings.first?.why == "the name of several: SXD, SXD2")
            try await desk.ask(request(Self.heading + "1,SXD,\(Self.row)\n"))
            #expect(table(desk)?.rows.first?.code == "SXD")
        }
    }

    @Test("rows with numbers below the totals, and a second row of totals, are refused")
    func belowTotals() async throws {
        try await opened { (desk: Desk) async throws in
            let rows = "1,SXD,\(Self.row)\n,Tổng cộng,\(Self.row)\n2,SYT,\(Self.row)\n,Tổng số,\(Self.row)\n"
            let findings = try await desk.refusal(of: request(Self.heading + rows))
            #expect(findings.map(\.why) == ["a number below the totals", "a second row of totals"])
        }
    }
}

@Suite struct CountCellTests {
    private func count(_ text: String, _ digits: DossierColumn.Digits = .plain, isNumber: Bool = false) -> Int? {
        try? CountCell.count(text, isNumber: isNumber, digits).get()
    }

    @Test("digits alone are a count; separators are read where the column decides")
    func counts() {
        #expect(count("0") == 0 && count("4052") == 4052 && count("0012") == 12)
        #expect(count("4.052") == nil && count("4,052") == nil)
        #expect(count("4.052", .dots) == 4052 && count("4,052", .commas) == 4052)
        #expect(count("4,052", .dots) == nil && count("4.052", .commas) == nil)
        #expect(count("1.234.567") == 1_234_567 && count("1,234,567") == 1_234_567)
        #expect(count("1.234.567", .commas) == nil)
        #expect(count("4.052", .dots, isNumber: true) == nil)
        #expect(count("1000000000") == 1_000_000_000)
    }

    @Test(
        "what is no count is refused with its reason",
        arguments: [
            ("", "empty"), ("-1", "a negative count"), ("(5)", "a negative count"), ("−5", "a negative count"),
            ("1.5", "no whole number"), ("1,50", "no whole number"), ("12.34.567", "no whole number"),
            ("0.052", "no whole number"), ("4.052", "may mean 4052 or 4,052"), ("4,052", "may mean 4052 or 4,052"),
            ("1.234,567", "no whole number"), ("không", "no whole number"), ("٣", "no whole number"),
            ("1e3", "no whole number"), (".", "no whole number"), ("9999999999", "more than 1000000000"),
            ("99999999999999999999", "more than 1000000000"),
        ])
    func refused(text: String, why: String) {
        guard case .failure(let problem) = CountCell.count(text, isNumber: false, .plain) else {
            Issue.record("\(text) is read")
            return
        }
        #expect(problem.why == why && !problem.remedy.isEmpty)
    }
}
