import Ratings
import Testing

@testable import Reports

@Suite("Rounding of shares") struct RoundingTests {
    private func shares(_ counts: [Int], decimals: Int = 2, _ rounding: RoundingPolicy) -> PrintedShares {
        var values = Counts()
        for (column, count) in zip(ColumnSet.phuLucII.columns, counts) { values[column] = count }
        return PrintedShares(values, columns: .phuLucII, decimals: decimals, rounding: rounding)
    }

    private func percents(_ shares: PrintedShares) -> [Int] {
        ColumnSet.phuLucII.columns.compactMap { shares.percents[$0] }
    }

    @Test("plainly rounded, shares may miss 100, and none is adjusted")
    func plain() {
        let shares = shares([1, 1, 1, 0, 0], .plain)
        #expect(percents(shares) == [3333, 3333, 3333, 0, 0])
        #expect(shares.adjusted.isEmpty)
        #expect(shares.wholeCell.vietnamese == "100,00")
    }

    @Test("by the largest remainder they sum to 100, and what is adjusted is named")
    func largestRemainder() {
        let thirds = shares([1, 1, 1, 0, 0], .largestRemainder)
        #expect(percents(thirds) == [3334, 3333, 3333, 0, 0], "of equal ones the first column")
        #expect(thirds.adjusted == [.satisfiedService])
        // 28,57 + 28,57 + 42,86 is 100,00 already.
        let sevenths = shares([2, 2, 3, 0, 0], .largestRemainder)
        #expect(percents(sevenths) == [2857, 2857, 4286, 0, 0])
        #expect(sevenths.adjusted.isEmpty)
        // Half-up twice is too much: 12,5 and 87,5 to no decimals.
        let eighths = shares([1, 7, 0, 0, 0], decimals: 0, .largestRemainder)
        #expect(percents(eighths) == [12, 88, 0, 0, 0], "of equal remainders the larger count")
        #expect(eighths.adjusted == [.satisfiedService])
    }

    @Test("whatever is counted, they sum to 100 and differ from the exact share by less than one step")
    func always() {
        var seed: UInt64 = 7
        func next(_ bound: UInt64) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % bound)
        }
        for _ in 0..<2_000 {
            let counts = (0..<5).map { _ in next(3) == 0 ? 0 : next(5_000) }
            let decimals = next(5)
            let shares = shares(counts, decimals: decimals, .largestRemainder)
            let total = counts.reduce(0, +)
            let hundred = Share.hundred(decimals: decimals)
            #expect(percents(shares).reduce(0, +) == (total == 0 ? 0 : hundred), "\(counts)")
            for (count, percent) in zip(counts, percents(shares)) {
                #expect(abs(percent * total - count * hundred) < total, "\(counts)")
                #expect(count > 0 || percent == 0, "\(counts)")
            }
        }
    }

    @Test("with a total of 0 nothing is adjusted and there are no shares", arguments: RoundingPolicy.allCases)
    func zero(rounding: RoundingPolicy) {
        let shares = shares([0, 0, 0, 0, 0], rounding)
        #expect(shares.percents.isEmpty && shares.adjusted.isEmpty)
        #expect((shares.cell(.comments), shares.wholeCell) == (.empty, .empty))
    }

    @Test("the table prints the adjusted shares and lists them; beside them the satisfied among those who said either")
    func table() throws {
        var table = try Sample.table(
            [
                try Sample.tally(.satisfiedService, 1), try Sample.tally(.dissatisfiedTime, 1),
                try Sample.tally(.comments, 1),
            ], in: Directory())
        #expect(table.sheet.remarks.isEmpty)
        table.rounding = .largestRemainder
        table.tellsSatisfaction = true
        #expect(
            CSVRenderer.render(table).hasSuffix(",Tỷ lệ %,\"33,34\",\"0,00\",\"0,00\",\"33,33\",\"33,33\",\"100,00\"\n")
        )
        #expect(
            table.sheet.remarks == [
                "Tỷ lệ được điều chỉnh khi làm tròn để tổng bằng 100%: Hài lòng với dịch vụ.",
                "Tỷ lệ hài lòng trên số lượt hài lòng và không hài lòng: 50,00% (1/2 lượt).",
            ])
        let json = try JSONRenderer.render(table, zone: .vietnam)
        #expect(json.contains("\"satisfied_service\" : 33.34") && json.contains("\"satisfaction\" : 50"))
        #expect(json.contains("\"adjusted_shares\" : [\n    \"satisfied_service\"\n  ]"))
    }
}
