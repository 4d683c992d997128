import Foundation
import Ratings
import Store

/// 200 boxes press as fast as receipts allow, beside the C API that commits as many rows at a time as the service did.
struct Throughput: Benchmark {
    static let name = "throughput"
    private static let rounds = 2
    private static let duration = Duration.seconds(20)

    func run(in workshop: Workshop) async throws -> [ResultRow] {
        var (ours, bounds, shares, sizes): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
        for _ in 0..<Self.rounds {
            let (rush, service, perCommit) = try await rush(in: workshop)
            ours.append(rush.rate)
            sizes.append(perCommit)
            shares += [service, rush.ownShare]
            bounds.append(try await bound(Int(perCommit.rounded()), in: workshop))
        }
        let ratio = Measurement.ratio(ours, bounds)
        let cores = stride(from: 0, to: shares.count, by: 2).map { (shares[$0], shares[$0 + 1]) }
        print("cores used by service and boxes: \(cores.map { "\(Format.two($0.0)) and \(Format.two($0.1))" })")
        return [
            ResultRow(
                what: "200 ptys → durable rows, \(Self.duration / .seconds(1)) s, rows/s",
                measured: Format.rates(Measurement(ours)),
                bound: "C API, \(Format.rates(Measurement(sizes))) rows a commit: \(Format.rates(Measurement(bounds)))",
                ratio: Format.ratios(ratio), target: "≥ 0.50", isReached: ratio.median >= 0.5)
        ]
    }

    /// What came of a rush, the cores that the service took, and its rows per commit.
    private func rush(in workshop: Workshop) async throws -> (Rush, Double, Double) {
        let data = try await workshop.emptyCentre()
        let load = try Load(boxes: BenchCentre.boxes, in: data.path + "/ports")
        let service = try workshop.serve(data)
        try load.connect()
        let (commits, cpu) = (try CommitCount.read(data.database), try service.cpu())
        let rush = try load.rush(for: Self.duration)
        let share = (try service.cpu() - cpu) / .seconds(1) / rush.seconds
        let perCommit = Double(load.acknowledged) / Double(try CommitCount.read(data.database) - commits)
        service.stop()
        try Self.check(data, has: load.acknowledged)
        return (rush, share, perCommit)
    }

    /// Every press that was acknowledged is a row and counts.
    static func check(_ data: DataFolder, has presses: Int) throws {
        let store = try Store(reading: data.directory)
        let all = Day(number: 0)...Day(number: 40_000)
        let counted = try store.tallies(for: all).reduce(0) { $0 + $1.count }
        guard counted == presses else {
            throw BenchError("\(presses) presses were acknowledged, \(counted) are counted")
        }
    }

    /// Rows a second of the C API, over a quarter of the time.
    private func bound(_ perCommit: Int, in workshop: Workshop) async throws -> Double {
        let data = try await workshop.emptyCentre()
        let raw = try RawLedger(data)
        raw.copyBeside()
        let began = ContinuousClock.now
        var count = 0
        while began.duration(to: .now) < Self.duration / 4 {
            try raw.commit((count..<count + perCommit).lazy.map { MadePress.inRush($0) })
            count += perCommit
        }
        let rate = Double(count) / (began.duration(to: .now) / .seconds(1))
        let store = try Store(reading: data.directory)
        guard try store.verify(against: []).findings.isEmpty else { throw BenchError("the bound's rows do not verify") }
        return rate
    }
}
