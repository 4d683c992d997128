import Ratings
import Store

/// Sums by hour and day of the week, and by officer, over any stretch of days of a large ledger.
struct AnyRange: Benchmark {
    static let name = "range"
    private static let rounds = 100

    func run(in workshop: Workshop) async throws -> [ResultRow] {
        let years = MadeYears(presses: workshop.isLarge ? 10_000_000 : 1_000_000)
        let store = try Store(reading: try await workshop.years(years.presses).directory)
        let cells = try SQLiteFile(store.folder.database, isReadOnly: true).number("SELECT count(*) FROM tally")
        var (hours, officers): ([Duration], [Duration]) = ([], [])
        for _ in 0..<Self.rounds {
            let (first, last) = (years.days.lowerBound, years.days.upperBound)
            let edges = [Int.random(in: first.number...last.number), Int.random(in: first.number...last.number)]
            let days = Day(number: min(edges[0], edges[1]))...Day(number: max(edges[0], edges[1]))
            let start = ContinuousClock.now
            let byHour = try store.hourCounts(for: days).reduce(0) { $0 + $1.count }
            let middle = ContinuousClock.now
            let byOfficer = try store.officerCounts(for: days).reduce(0) { $0 + $1.count }
            officers.append(middle.duration(to: .now))
            hours.append(start.duration(to: middle))
            guard byHour == byOfficer else { throw BenchError("\(byHour) by hour, \(byOfficer) by officer") }
        }
        return [("hour × weekday", hours), ("by officer", officers)].map { what, samples in
            let times = Measurement(samples)
            return ResultRow(
                what: "\(what) over any range of \(Format.whole(Double(years.presses))) presses "
                    + "(\(Format.whole(Double(cells))) cells), p99",
                measured: "\(Format.time(times.percentile(0.99))) (p50 \(Format.time(times.median)))",
                target: "≤ 50 ms", isReached: times.percentile(0.99) <= 0.05)
        }
    }
}
