import Foundation
import Ratings
import Store

/// How fast presses become durable rows, as a ratio to the SQLite C API filling the same tables in the same run.
@main
struct Bench {
    static let rounds = 5

    static func main() async throws {
        print("rows/commit | C API rows/s | hailong rows/s | ratio (median of \(rounds) rounds, spread)")
        for rows in [1, 10, 100, 1000] {
            var (bounds, ours): ([Double], [Double]) = ([], [])
            for _ in 0..<rounds {
                bounds.append(try await rate(rows, of: .bound))
                ours.append(try await rate(rows, of: .store))
            }
            let ratios = zip(ours, bounds).map { $0 / $1 }.sorted()
            let cells = [
                "\(rows)", whole(median(bounds)), whole(median(ours)),
                "\(two(median(ratios))) (\(two(ratios.first ?? 0)) to \(two(ratios.last ?? 0)))",
            ]
            print(cells.joined(separator: " | "))
        }
    }

    private enum Writer { case bound, store }

    /// Rows a second over half a second of commits of `rows` rows, on a fresh database.
    private static func rate(_ rows: Int, of writer: Writer) async throws -> Double {
        let folder = DataDirectory(NSTemporaryDirectory() + "/hailong-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let store = try Store(writing: folder)
        let directory = Change(
            at: BenchCentre.start, who: "bench", action: "bench", why: "", records: try BenchCentre.records)
        _ = try await store.make(directory)
        if writer == .bound { try store.close() }
        let raw = writer == .bound ? try RawLedger(path: folder.database) : nil
        var presses = BenchCentre.Presses()
        var count = 0
        let began = ContinuousClock.now
        while began.duration(to: .now) < .milliseconds(500) {
            if let raw {
                try raw.commit(rows)
            } else {
                _ = try await store.commit(presses.next(rows))
            }
            count += rows
        }
        let seconds = Double((began.duration(to: .now)).inMilliseconds) / 1000
        return Double(count) / seconds
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    private static func whole(_ value: Double) -> String { String(Int(value.rounded())) }
    private static func two(_ value: Double) -> String { String(format: "%.2f", value) }
}
