import Ratings
import Testing

@testable import Reports

@Suite("A printed table is checked") struct FigureTableTests {
    /// Phụ lục I of Sóc Trăng, June 2020: the totals as published, which agree.
    private static let published = [12_746, 2008, 10_738, 10_170, 9991, 170, 9, 2576, 2559, 17, 6, 1198]
    private static let shares = [
        "100,00", "15,75", "84,25", "79,79", "98,24", "1,67", "0,09", "20,21", "99,34", "0,66", "0,05", "9,40",
    ]
    private static let columns = [
        "received_total", "carried_over", "received_new", "resolved_total", "resolved_early", "resolved_on_time",
        "resolved_late", "in_progress_total", "in_progress_on_time", "in_progress_overdue", "returned", "online",
    ]

    private func annex(_ changes: [String: Int] = [:], shares: [String: String] = [:]) -> FigureTable {
        let figures = zip(Self.columns, Self.published).map { changes[$0] ?? $1 }
        return FigureTable(
            name: "phu-luc-i.csv", unit: "hồ sơ",
            columns: Self.columns.map { FigureTable.Column(code: $0, heading: $0) },
            rows: [FigureTable.Row(name: "Sở A", figures: figures)], total: figures,
            shares: zip(Self.columns, Self.shares).map { shares[$0] ?? $1 },
            rules: FigureRule.standard(for: Self.columns))
    }

    private func table(_ columns: [String], _ figures: [Int], unit: String = "hồ sơ", _ rules: String...) -> FigureTable
    {
        FigureTable(
            name: "bảng", unit: unit, columns: columns.map { FigureTable.Column(code: $0, heading: $0) },
            rows: [FigureTable.Row(name: "Sở A", figures: figures)],
            rules: rules.compactMap(FigureRule.init))
    }

    @Test("the published month agrees to the digit: sub-counts are no addends")
    func published() {
        #expect(annex().rules.count == 6)
        #expect(annex().findings.isEmpty, "\(annex().findings.map(\.line))")
    }

    @Test(
        "columns of dossiers set a sum for each split and a bound for sub-counts; what is returned is outside of both")
    func dossierRules() {
        let rules = FigureRule.rules(of: DossierColumns.standard.columns)
        #expect(
            rules == [
                .sum(of: "received_total", parts: ["carried_over", "received_new"]),
                .sum(of: "received_total", parts: ["resolved_total", "in_progress_total"]),
                .sum(of: "resolved_total", parts: ["resolved_early", "resolved_on_time", "resolved_late"]),
                .sum(of: "in_progress_total", parts: ["in_progress_on_time", "in_progress_overdue"]),
                .share("returned", of: "received_total"), .within("online", of: "received_total"),
            ])
        #expect(annex(["returned": 20_000], shares: ["returned": "-"]).findings.isEmpty)
        #expect(annex(shares: ["returned": "0,06"]).findings.map(\.expected) == ["0,05"])
        #expect(annex(["online": 12_747], shares: ["online": ""]).findings.map(\.rule) == [.subcount, .subcount])
    }

    @Test("resolved and in progress that are not what was received")
    func outcome() throws {
        let table = annex(["in_progress_total": 2540, "in_progress_on_time": 2523])
        let finding = try #require(table.findings.first)
        #expect((finding.grade, finding.rule, finding.place) == (.wrong, .parts, "phu-luc-i.csv · Sở A"))
        #expect((finding.stated, finding.expected) == ("12.746", "12.710"))
        #expect(finding.text.hasSuffix("còn 36 hồ sơ chưa phân loại"))
    }

    @Test("early, on time and late that are not what was resolved")
    func resolved() throws {
        let finding = try #require(annex(["resolved_late": 10]).findings.first)
        #expect(
            finding.text
                == "“resolved_total” là 10.170, “resolved_early” + “resolved_on_time” + “resolved_late” là 10.171: "
                + "thừa 1 hồ sơ")
    }

    @Test("a channel split that sums to another total")
    func channels() {
        let columns = ["Tổng số", "Trực tiếp", "Trực tuyến", "Bưu chính"]
        let rule = "Tổng số = Trực tiếp + Trực tuyến + Bưu chính"
        #expect(table(columns, [100, 60, 30, 10], rule).findings.isEmpty)
        #expect(table(columns, [100, 60, 30, 9], rule).findings.map(\.rule) == [.parts])
        #expect(table(columns, [100, 60, 101, 10], "Trực tuyến <= Tổng số").findings.map(\.rule) == [.subcount])
    }

    @Test("a share that is printed 82,1 and is 82,0")
    func share() throws {
        var table = table(["Tổng", "Đúng hạn"], [1000, 820], "Đúng hạn <= Tổng")
        table.shares = ["100", "82,1"]
        let finding = try #require(table.findings.first)
        #expect((finding.rule, finding.stated, finding.expected) == (.shares, "82,1", "82,0"))
        #expect(finding.text == "“Đúng hạn” ghi 82,1, 820/1.000 là 82,0")
        table.shares = ["100,0%", "82.0 %"]
        #expect(table.findings.isEmpty)
        table.shares = ["", "không có"]
        #expect(table.findings.isEmpty, "what is no share is not compared")
        #expect(annex(shares: ["resolved_early": "98,25"]).findings.map(\.rule) == [.shares])
    }

    @Test("fees whose parts do not add up, in đồng")
    func fees() {
        let table = table(
            ["Tổng số", "Phí", "Lệ phí"], [5_811_000, 3_000_000, 2_810_000], unit: "đồng", "Tổng số = Phí + Lệ phí")
        #expect(
            table.findings.map(\.text) == [
                "“Tổng số” là 5.811.000, “Phí” + “Lệ phí” là 5.810.000: còn 1.000 đồng chưa phân loại"
            ])
    }

    @Test("a row of totals that is not the sum of the rows")
    func totals() {
        var table = table(["Tổng số"], [12])
        table.total = [13]
        #expect(table.findings.map(\.text) == ["“Tổng số” là 13, cộng các dòng là 12"])
    }

    @Test(
        "the annexes are known by our codes and by their printed headings, ratings with the columns of any scales",
        arguments: [
            (["satisfied_service", "comments", "satisfied", "dissatisfied", "total"], 1),
            (["Hài lòng với dịch vụ", "Ý kiến góp ý", "Rất hài lòng", "Tổng cộng"], 1),
            (["RẤT HÀI LÒNG", "Hài lòng", "TỔNG CỘNG"], 1), (["Hài lòng", "Không ý kiến", "Tổng cộng"], 0),
            (["Tổng cộng"], 0), (["Hài lòng", "Không hài lòng"], 0), (DossierColumns.standard.columns.map(\.code), 6),
            (DossierColumns.standard.columns.map(\.fullTitle) + ["Ghi chú"], 6),
        ])
    func standard(columns: [String], rules: Int) {
        #expect(FigureRule.standard(for: columns).count == rules)
    }

    @Test("figures beyond any count are findings, not the end of the process")
    func anyNumber() {
        var table = table(["Tổng", "Phần", "Khác"], [.max, .max, .max], "Tổng = Phần + Khác")
        table.rows.append(FigureTable.Row(name: "Sở B", figures: [.max, .min, 1]))
        table.total = [.max, .min, .max]
        table.shares = ["100", "82,1", "0,000001"]
        #expect(!table.findings.isEmpty)
    }

    @Test("rules are read as people write them, and nothing else is one")
    func rules() {
        #expect(FigureRule("Tổng = A + B") == .sum(of: "Tổng", parts: ["A", "B"]))
        #expect(FigureRule("A <= Tổng số") == .within("A", of: "Tổng số"))
        for text in ["", "A", "A =", "= B", "A = B +", "A <=", "A = B = C", "A <= B <= C"] {
            #expect(FigureRule(text) == nil, "\(text)")
        }
    }
}
