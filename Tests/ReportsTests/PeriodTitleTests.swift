import Ratings
import Testing

@testable import Reports

@Suite("Titles of periods") struct PeriodTitleTests {
    @Test(
        "each kind of period has its title and its name in prose",
        arguments: [
            ("2020-06", "THÁNG 6 NĂM 2020", "tháng 6 năm 2020"), ("2020-Q2", "QUÝ II NĂM 2020", "quý II năm 2020"),
            ("2020-Q4", "QUÝ IV NĂM 2020", "quý IV năm 2020"),
            ("2020-H1", "06 THÁNG ĐẦU NĂM 2020", "06 tháng đầu năm 2020"),
            ("2020-H2", "06 THÁNG CUỐI NĂM 2020", "06 tháng cuối năm 2020"),
            ("2020-9M", "09 THÁNG ĐẦU NĂM 2020", "09 tháng đầu năm 2020"), ("2020", "NĂM 2020", "năm 2020"),
            (
                "2020-YTD-06", "LŨY KẾ TỪ ĐẦU NĂM ĐẾN THÁNG 6 NĂM 2020", "lũy kế từ đầu năm đến tháng 6 năm 2020"
            ),
        ])
    func titles(text: String, title: String, prose: String) throws {
        let name = try #require(PeriodName(text))
        #expect((name.title, name.prose) == (title, prose))
    }

    @Test("a table is titled by its span, with the days it covers")
    func table() throws {
        let directory = try Sample.directory(
            Setting(name: .periodFirstDay, since: Instant(milliseconds: 0), value: "16"))
        let span = try #require(PeriodRule.span(of: .quarter(year: 2020, quarter: 2), in: directory))
        let table = TableBuilder(TableSource(tallies: CodedTallies(), directory: directory), span: span)
            .table(by: .unit, asOf: try Sample.at("2020-07-01"))
        #expect(table.periodTitle == "QUÝ II NĂM 2020 (TỪ 16/3/2020 ĐẾN 15/6/2020)")
        #expect(table.periodName == "2020-Q2")
    }
}
