import Testing

@testable import Ratings

@Suite struct DossierRuleTests {
    private static let columns = DossierColumns.standard.columns

    /// A table of one row, in the order of Phụ lục I.
    private func findings(_ counts: [Int], total: [Int]? = nil) -> [DossierFinding] {
        DossierTable(
            period: "2020-06", rowKind: .unit, columns: Self.columns,
            rows: [DossierTable.Row(code: "X", counts: counts)],
            statedTotal: total
        ).findings
    }

    private static let good = [4052, 824, 3228, 2636, 2636, 0, 0, 1416, 1416, 0, 5, 83]

    private func changed(_ index: Int, by difference: Int) -> [Int] {
        var counts = Self.good
        counts[index] += difference
        return counts
    }

    @Test("Phụ lục I has a sum for each split: received twice, resolved, in progress; online is a sub-count")
    func standardRules() {
        #expect(
            DossierRule.rules(of: Self.columns) == [
                .parts(of: "received_total", ["carried_over", "received_new"]),
                .parts(of: "received_total", ["resolved_total", "in_progress_total"]),
                .parts(of: "resolved_total", ["resolved_early", "resolved_on_time", "resolved_late"]),
                .parts(of: "in_progress_total", ["in_progress_on_time", "in_progress_overdue"]),
                .subcount("online", of: "received_total"),
            ])
    }

    @Test("a row that agrees has no finding; what is returned is outside of the sums")
    func agrees() {
        #expect(findings(Self.good).isEmpty)
        #expect(findings(changed(10, by: 9_000)).isEmpty)
        #expect(findings(Array(repeating: 0, count: 12)).isEmpty)
    }

    @Test(
        "each number that is wrong is found where it is, with both numbers",
        arguments: [
            (1, "received_total", 4052, 4053), (2, "received_total", 4052, 4053), (4, "resolved_total", 2636, 2637),
            (5, "resolved_total", 2636, 2637), (6, "resolved_total", 2636, 2637),
            (8, "in_progress_total", 1416, 1417), (9, "in_progress_total", 1416, 1417),
        ])
    func wrongPart(index: Int, whole: String, stated: Int, expected: Int) {
        let found = findings(changed(index, by: 1))
        #expect(found.count == 1)
        guard case .parts(of: whole, let parts)? = found.first?.rule else {
            Issue.record("\(found)")
            return
        }
        #expect(parts.contains(Self.columns[index].code))
        #expect(found.first?.place == .row("X"))
        #expect(found.first?.stated == stated && found.first?.expected == expected && found.first?.rest == -1)
    }

    @Test("a wrong total breaks each sum that it is in")
    func wrongTotal() {
        #expect(findings(changed(0, by: 36)).map(\.rest) == [36, 36])
        #expect(findings(changed(3, by: -1)).map(\.rest) == [1, -1])
    }

    @Test("a sub-count may be all of its column, and no more")
    func subcount() {
        #expect(findings(changed(11, by: 4052 - 83)).isEmpty)
        let found = findings(changed(11, by: 4053 - 83))
        #expect(found.map(\.rule) == [.subcount("online", of: "received_total")])
        #expect(found.first?.stated == 4053 && found.first?.expected == 4052)
    }

    @Test("stated totals are held against the rows and against each other")
    func statedTotal() {
        #expect(findings(Self.good, total: Self.good).isEmpty)
        let found = findings(Self.good, total: changed(1, by: 1))
        #expect(found.map(\.place) == [.total, .total])
        #expect(found.last?.rule == .rows("carried_over"))
        #expect(found.last?.stated == 825 && found.last?.expected == 824)
    }

    @Test("an extra class of a column map is an addend of its split")
    func extraClass() {
        let columns = [
            DossierColumn(code: "all", heading: "Tổng", role: .total),
            DossierColumn(code: "done", heading: "Xong", role: .part, of: "all"),
            DossierColumn(code: "withdrawn", heading: "Rút", role: .part, of: "all"),
        ]
        #expect(DossierRule.rules(of: columns) == [.parts(of: "all", ["done", "withdrawn"])])
        let table = DossierTable(
            period: "2020-06", rowKind: .unit, columns: columns,
            rows: [
                DossierTable.Row(code: "X", counts: [500, 464, 0]), DossierTable.Row(code: "Y", counts: [5, 4, 1]),
            ])
        #expect(table.findings.map(\.rest) == [36])
        #expect(table.total == [505, 468, 1])
    }
}
