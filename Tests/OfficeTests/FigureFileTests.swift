import Foundation
import Reports
import Testing

@testable import Office

@Suite("Printed tables as files") struct FigureFileTests {
    private func table(_ text: String, unit: String = "hồ sơ", rules: [FigureRule] = []) throws -> FigureTable {
        try FigureFile.table(in: ImportFile(name: "bang.csv", bytes: Data(text.utf8)), unit: unit, rules: rules)
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
        #expect(finding("Đơn vị,Tổng số\nSở A,1\n", [.within("Phí", of: "Tổng số")])?.field == "Phí")
    }
}
