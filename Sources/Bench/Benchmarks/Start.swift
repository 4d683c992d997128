import Foundation

/// From the start of the process until the service is ready, with a million presses and with none.
struct Start: Benchmark {
    static let name = "start"
    private static let rounds = 7

    func run(in workshop: Workshop) async throws -> [ResultRow] {
        let (full, empty) = (try await workshop.copyOfYears(1_000_000), try await workshop.emptyCentre())
        for data in [full, empty] {
            try FileManager.default.createDirectory(
                atPath: data.path + "/ports", withIntermediateDirectories: true)
        }
        var (with, without): ([Double], [Double]) = ([], [])
        for _ in 0..<Self.rounds {
            with.append(try workshop.serve(full).timeToReady / .seconds(1))
            without.append(try workshop.serve(empty).timeToReady / .seconds(1))
        }
        let ratio = Measurement.ratio(with, without)
        return [
            ResultRow(
                what: "start to ready with 10⁶ presses", measured: Format.times(Measurement(with)),
                bound: "with none: \(Format.times(Measurement(without)))", ratio: Format.ratios(ratio), target: "≤ 2",
                isReached: ratio.median <= 2)
        ]
    }
}
