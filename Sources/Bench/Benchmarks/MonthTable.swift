import Foundation
import Ratings
import Reports
import Store

/// Phụ lục II of a month with 20,000 presses, in ledgers that hold ever more besides.
struct MonthTable: Benchmark {
    static let name = "month"
    private static let rounds = 30

    func run(in workshop: Workshop) async throws -> [ResultRow] {
        let sizes = [MadeYears.pressesPerMonth, 100_000, 1_000_000] + (workshop.isLarge ? [10_000_000] : [])
        var stores: [Store] = []
        for size in sizes { stores.append(try Store(reading: try await workshop.years(size).directory)) }
        let days = MadeYears(presses: MadeYears.pressesPerMonth).lastMonth
        var times = [[Double]](repeating: [], count: sizes.count)
        var bound: [Double] = []
        let raw = try SQLiteFile(try await workshop.years(MadeYears.pressesPerMonth).database, isReadOnly: true)
        for _ in 0..<Self.rounds {
            for (index, store) in stores.enumerated() { times[index].append(try ours(store, days)) }
            bound.append(try group(raw, days))
        }
        let alone = times[0]
        var rows = zip(sizes, times).dropFirst().map { size, times in
            let ratio = Measurement.ratio(times, alone)
            return ResultRow(
                what: "Phụ lục II of a month of 20,000 presses in a ledger of \(Format.whole(Double(size)))",
                measured: Format.times(Measurement(times)),
                bound: "the month alone: \(Format.times(Measurement(alone)))", ratio: Format.ratios(ratio),
                target: "≤ 1.5", isReached: ratio.median <= 1.5)
        }
        let ratio = Measurement.ratio(alone, bound)
        rows.append(
            ResultRow(
                what: "the month alone", measured: Format.times(Measurement(alone)),
                bound: "C API grouping its tallies: \(Format.times(Measurement(bound)))", ratio: Format.ratios(ratio),
                target: "≤ 3", isReached: ratio.median <= 3))
        return rows
    }

    private func ours(_ store: Store, _ days: ClosedRange<Day>) throws -> Double {
        let began = ContinuousClock.now
        let table = TableBuilder(try store.tableSource(for: days), days: days).table(
            by: .unit, asOf: Instant(milliseconds: 1_750_000_000_000))
        let total = table.rows.reduce(0) { $0 + $1.counts.total }
        let time = began.duration(to: .now) / .seconds(1)
        guard total == MadeYears.pressesPerMonth else { throw BenchError("the table counts \(total) presses") }
        return time
    }

    private func group(_ file: SQLiteFile, _ days: ClosedRange<Day>) throws -> Double {
        let began = ContinuousClock.now
        var total: Int64 = 0
        try SQLiteStatement(
            file.handle,
            """
            SELECT unit, column_name, sum(count) FROM tally
            WHERE generation = 1 AND day BETWEEN \(days.lowerBound.number) AND \(days.upperBound.number)
            GROUP BY unit, column_name
            """
        ).rows { total += $0.number(2) }
        let time = began.duration(to: .now) / .seconds(1)
        guard total == MadeYears.pressesPerMonth else { throw BenchError("the bound counts \(total) presses") }
        return time
    }
}
