import Foundation
import Ratings
import Testing

@testable import Reports

/// The published Phụ lục II of Sóc Trăng, June 2020, to the digit.
@Suite("The golden month") struct GoldenMonthTests {
    private let table: RatingTable
    private let published: [[String]]

    init() throws {
        published = Array(try Fixture.rows("phu-luc-ii").dropFirst())
        var records: [any DirectoryRecord] = []
        var tallies: [Tally] = []
        for (index, row) in published.enumerated() {
            // Codes that sort another way than the units do.
            let code = "u\(99 - index)"
            records.append(try Sample.unit(code, row[1], index + 1))
            for (column, text) in zip(ColumnSet.phuLucII.columns, row[2...6]) {
                let count = try #require(Int(text))
                guard count > 0 else { continue }
                tallies.append(
                    try Sample.tally(
                        on: index.isMultiple(of: 2) ? "2020-05-16" : "2020-06-15", unit: code, column, count))
            }
        }
        let source = TableSource(
            tallies: CodedTallies(tallies.reversed()), directory: try Sample.directory(of: records))
        table = TableBuilder(source, days: try Sample.days("2020-05-16", "2020-06-15"))
            .table(by: .unit, periodName: "2020-06", asOf: try Sample.at("2020-06-24"))
    }

    @Test("the CSV gives the published table to the digit, row order and zero rows included")
    func csv() throws {
        let lines = CSVRenderer.render(table).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines[0]
                == "stt,unit,satisfied_service,satisfied_attitude,dissatisfied_competence,dissatisfied_time,comments,total"
        )
        let expected = published.map { $0.map(CSVField.quoted).joined(separator: ",") }
        #expect(Array(lines[1...17]) == expected)
        #expect(lines[10] == "10,Sở Tài chính,0,0,0,0,0,0")
        #expect(lines[13] == #"13,"Sở Văn hóa, Thể thao và Du lịch",4,15,0,0,0,19"#)
        #expect(lines[18] == ",Tổng cộng,168,827,0,0,0,995")
        #expect(lines[19] == #",Tỷ lệ %,"16,88","83,12","0,00","0,00","0,00","100,00""#)
        #expect(lines[20...] == [""])
    }

    @Test("the totals are those of the published totals")
    func totals() throws {
        let totals = try Fixture.rows("phu-luc-ii-totals")
        #expect(
            (ColumnSet.phuLucII.columns.map { table.total[$0] } + [table.total.total]).map(String.init)
                == Array(totals[1].dropFirst()))
    }

    @Test("the terminal's table has the title of the annex and the same numbers")
    func text() {
        let text = TextRenderer.render(table, zone: .vietnam)
        #expect(text.contains("THÁNG 6 NĂM 2020 (TỪ 16/5/2020 ĐẾN 15/6/2020)"))
        #expect(text.contains("│  10 │ Sở Tài chính "))
        #expect(text.contains(" 16,88 │") && text.contains(" 83,12 │"))
        let widths = Set(text.split(separator: "\n").filter { "┌│├└".contains($0.first ?? " ") }.map(\.count))
        #expect(widths.count == 1)
    }
}
