import Foundation
import Reports
import TestSupport
import Testing

@testable import Office

@Suite("Printed tables as files") struct FigureFileTests {
    private func table(_ text: String, unit: String = "hồ sơ", rules: [FigureRule] = []) throws -> FigureTable {
        try #require(
            try FigureFile.tables(
                in: [ImportFile(name: "bang.csv", bytes: Data(text.utf8))], unit: unit, rules: rules
            ).first)
    }

    @Test("Phụ lục II as we write it is read, with totals and shares, and agrees")
    func ours() throws {
        let table = try table(
            """
            stt,unit,satisfied_service,satisfied_attitude,dissatisfied_competence,dissatisfied_time,comments,total
            1,"Sở Văn hóa, Thể thao và Du lịch",168,827,0,0,0,995
            ,Tổng cộng,168,827,0,0,0,995
            ,Tỷ lệ %,"16,88","83,12","0,00","0,00","0,00","100,00"

            """)
        #expect(table.rows.map(\.name) == ["Sở Văn hóa, Thể thao và Du lịch"])
        #expect(table.total?.last == 995 && table.shares?.first == "16,88")
        #expect(table.rules.count == 1 && table.findings.isEmpty, "\(table.findings)")
        #expect(table.columns.count == 6, "a row of shares is no heading")
    }

    @Test("a table from Excel: semicolons, a title above, dots in figures, đồng, dashes, the row that numbers columns")
    func excel() throws {
        let text = """
            \u{FEFF}THỐNG KÊ PHÍ, LỆ PHÍ;;;
            STT;Đơn vị;Tổng số;Phí;Lệ phí
            (1);(2);(3);(4);(5)
            1;Sở A;5.811.000 đồng;3.000.000;2.810.000
            2;Sở B;0;-;
            Tổng cộng;;5.811.000;3.000.000;2.810.000

            """
        let rule = try #require(FigureRule("Tổng số = Phí + Lệ phí"))
        let table = try table(text, unit: "đồng", rules: [rule])
        #expect(table.rows.map(\.figures) == [[5_811_000, 3_000_000, 2_810_000], [0, 0, 0]])
        #expect(table.findings.map(\.place) == ["bang.csv · Sở A", "bang.csv · Tổng cộng"])
    }

    @Test("a column of shares is read and held against its count, row by row, and so is the row of shares")
    func shares() throws {
        let found = try table(
            """
            STT,Đơn vị,Tổng số,Đúng hạn,Tỷ lệ %,Quá hạn
            1,Sở A,1.000,820,"82,1",180
            2,Sở B,10,5,"50,0",5
            ,Tổng cộng,1.010,825,"81,7",185
            ,Tỷ lệ %,100,"81,8",,"18,3"
            """
        ).findings
        #expect(found.map(\.stated) == ["81,8", "82,1"] && found.map(\.expected) == ["81,7", "82,0"])
        #expect(found.allSatisfy { $0.rule == .shares && $0.grade == .wrong })
    }

    @Test(
        "parts with the usual headings add up, without a rule",
        arguments: [
            ("Tổng số,Quá hạn,Đúng hạn", [1000, 180, 819], 1), ("Tổng số,Quá hạn,Đúng hạn", [1000, 180, 820], 0),
            ("Tổng số hồ sơ,Trực tiếp,Nộp trực tuyến", [1000, 180, 819], 1), ("Phí,Lệ phí,Tổng cộng", [3, 4, 8], 1),
            ("Tổng số,Đã giải quyết,Đúng hạn,Quá hạn,Đang giải quyết", [10, 8, 7, 1, 2], 0),
            ("Tổng số,Đã giải quyết,Đang giải quyết,Trả lại", [10, 7, 2, 1], 0), ("Tổng số,Trực tuyến", [5, 6], 1),
            ("Tổng số,Nam,Nữ", [10, 3, 4], 0),
            ("Số hồ sơ tiếp nhận,Số hồ sơ đã giải quyết,Số hồ sơ đang giải quyết", [100, 60, 39], 1),
            ("Số hồ sơ tiếp nhận,Số hồ sơ đã giải quyết,Số hồ sơ đang giải quyết", [100, 60, 40], 0),
            ("Tổng số hồ sơ tiếp nhận,Tổng số hồ sơ đã giải quyết,Tổng số hồ sơ đang giải quyết", [100, 60, 39], 1),
            ("Tổng số hồ sơ tiếp nhận,Tổng số hồ sơ đã giải quyết,Tổng số hồ sơ đang giải quyết", [100, 60, 40], 0),
            ("Số hồ sơ nhận giải quyết,Đã giải quyết,Trước hạn,Quá hạn,Đang giải quyết", [100, 60, 50, 10, 39], 1),
            ("Tồn kỳ trước,Tiếp nhận,Đã giải quyết,Đang giải quyết", [20, 100, 60, 60], 0),
            ("Tổng số,Tồn kỳ trước,Tiếp nhận,Đã giải quyết,Đang giải quyết", [120, 20, 100, 60, 59], 1),
            ("Tiếp nhận,Đã giải quyết", [100, 110], 0), ("Tiếp nhận,Đã giải quyết,Chưa giải quyết", [100, 60, 30], 0),
        ])
    func usual(headings: String, figures: [Int], count: Int) throws {
        let row = figures.map { String($0) }.joined(separator: ",")
        let found = try table("Đơn vị,\(headings)\nSở A,\(row)\n").findings
        #expect(found.count == count, "\(found.map(\.text))")
    }

    @Test("totals of the groups of a heading with two rows are parts of what was received")
    func groupTotals() throws {
        func found(_ inProgress: Int) throws -> [CheckFinding] {
            try table(
                """
                STT,Đơn vị,Tiếp nhận,,,Đã giải quyết,,,Đang giải quyết
                ,,Tổng số,Kỳ trước,Mới,Tổng số,Trước hạn,Quá hạn,
                1,Sở A,100,40,60,60,50,10,\(inProgress)
                """
            ).findings
        }
        #expect(try found(40).isEmpty)
        #expect(
            try found(39).map(\.text) == [
                "“Tiếp nhận - Tổng số” là 100, “Đã giải quyết - Tổng số” + “Đang giải quyết” là 99: "
                    + "còn 1 hồ sơ chưa phân loại"
            ])
    }

    @Test("a total that is no total of all is not its own base: 60 of 100 received is 60,00")
    func ownBase() throws {
        func found(_ columns: String, _ figures: String, _ shares: String) throws -> [CheckFinding] {
            try table("STT,Đơn vị,\(columns)\n1,Sở A,\(figures)\n,Tỷ lệ %,\(shares)\n").findings
        }
        let columns = "Số hồ sơ tiếp nhận,Số hồ sơ đã giải quyết,Trước hạn,Quá hạn"
        let right = "\"100,00\",\"60,00\",\"75,00\",\"25,00\""
        #expect(try found(columns, "100,60,45,15", right).isEmpty)
        #expect(try found(columns + ",Số hồ sơ đang giải quyết", "100,60,45,15,40", right + ",\"40,00\"").isEmpty)
        let wrong = try found(columns + ",Số hồ sơ đang giải quyết", "100,60,45,15,40", right + ",\"41,00\"")
        #expect(wrong.map(\.expected) == ["40,00"])
        #expect(try found("Tổng số,Trực tiếp,Trực tuyến", "10,5,5", "\"99\",50,50").map(\.expected) == ["100"])
    }

    @Test("a row that stands for a group is no addend, but its own parts add up")
    func groups() throws {
        let table = try table(
            """
            STT,Đơn vị,Tổng số,Trực tiếp,Trực tuyến
            I,Khối sở,30,20,9
            1,Sở A,10,5,5
            2,Sở B,20,15,5
            ,Tổng cộng,30,20,10
            """)
        #expect(table.rows.map(\.name) == ["Sở A", "Sở B"])
        #expect(table.findings.map(\.place) == ["bang.csv · Khối sở"])
    }

    @Test("what is no figure, no table or no heading is refused by cell")
    func refused() throws {
        func finding(_ text: String, _ rules: [FigureRule] = []) -> Finding? {
            do {
                _ = try table(text, rules: rules)
                return nil
            } catch {
                return (error as? OfficeError)?.findings.first
            }
        }
        #expect(finding("Đơn vị,Tổng số\nSở A,1.2\n")?.value == "1.2")
        #expect(finding("Đơn vị,Tổng số\nSở A,mười\n")?.line == 2)
        #expect(finding("1,2\n")?.why == "no row of headings")
        #expect(finding("")?.why == "no row of headings")
        #expect(finding("Đơn vị,Tổng số\nSở A,1\n", [.within("Phí", of: "Tổng số")])?.value == "Phí")
    }

    @Test("a workbook with Phụ lục I below a heading of two rows, and who signed it, is read and checked")
    func workbook() throws {
        func findings(online: String) throws -> [CheckFinding] {
            let rows = [
                ["ỦY BAN NHÂN DÂN TỈNH", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["PHỤ LỤC I"],
                [
                    "STT", "Đơn vị", "Số hồ sơ nhận giải quyết", "", "", "Số hồ sơ đã giải quyết", "", "", "",
                    "Số hồ sơ đang giải quyết", "", "", "Số hồ sơ bị trả lại", "Hồ sơ nhận qua trực tuyến",
                ],
                [
                    "", "", "Tổng số", "Kỳ trước", "Số mới tiếp nhận", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn",
                    "Tổng số", "Còn hạn", "Quá hạn",
                ], ["(1)", "(2)", "(3)"], ["", "CẤP TỈNH"],
                ["1", "Sở A", "100", "40", "60", "64", "60", "3", "1", "0", "0", "0", "0", online],
                ["", "Tổng cộng", "100", "40", "60", "64", "60", "3", "1", "0", "0", "0", "0", online],
                ["", "Tỷ lệ %", "100,00", "40,00", "60,00", "64,00", "93,75", "4,69", "1,56", "0,00", "", "", "0,00"],
                ["", "", "", "NGƯỜI LẬP BIỂU", "", "GIÁM ĐỐC"],
            ]
            let file = ImportFile(name: "phu-luc-i.xlsx", bytes: Data(TestWorkbook(rows: rows).bytes))
            return try FigureFile.tables(in: [file], unit: "hồ sơ", rules: []).flatMap(\.findings)
        }
        let found = try findings(online: "7")
        #expect(found.map(\.place) == ["phu-luc-i.xlsx · Sở A", "phu-luc-i.xlsx · Tổng cộng"])
        #expect(found.allSatisfy { $0.text.hasSuffix("còn 36 hồ sơ chưa phân loại") })
        #expect(try findings(online: "101").filter { $0.rule == .subcount }.count == 2)
    }

    @Test("each sheet is a table; a rule holds for those that have its headings, and for one at least")
    func sheets() throws {
        let workbook = TestWorkbook(sheets: [
            ("Phí", Self.sheet(["Đơn vị", "Tổng số", "Phí"], ["A", "5", "4"])),
            ("Khác", Self.sheet(["Đơn vị", "Số"], ["A", "1"])),
        ])
        let file = ImportFile(name: "le-phi.xlsx", bytes: Data(workbook.bytes))
        let tables = try FigureFile.tables(in: [file], unit: "đồng", rules: [.sum(of: "Tổng số", parts: ["Phí"])])
        #expect(tables.map(\.name) == ["le-phi.xlsx [Phí]", "le-phi.xlsx [Khác]"])
        #expect(tables.flatMap(\.findings).map(\.text) == ["“Tổng số” là 5, “Phí” là 4: còn 1 đồng chưa phân loại"])
        #expect(throws: OfficeError.self) {
            try FigureFile.tables(in: [file], unit: "đồng", rules: [.within("Lệ phí", of: "Tổng số")])
        }
    }

    private static func sheet(_ rows: [String]...) -> String {
        TestWorkbook(rows: rows).sheets[0].body
    }
}
