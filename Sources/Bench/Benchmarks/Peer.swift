import Foundation

/// The same boxes before a daemon of pyserial and sqlite3 with the same durability, in turns with ours.
struct Peer: Benchmark {
    static let name = "peer"
    private static let rounds = 2
    private static let rush = Duration.seconds(2)
    private static let presses = 100

    private enum Subject { case ours, commitEach, batching }

    private struct Outcome {
        var rate: Double
        var times: Measurement
    }

    func run(in workshop: Workshop) async throws -> [ResultRow] {
        var outcomes: [Subject: [Outcome]] = [:]
        for _ in 0..<Self.rounds {
            for subject in [Subject.ours, .commitEach, .batching] {
                outcomes[subject, default: []].append(try await measure(subject, in: workshop))
            }
        }
        func rates(_ subject: Subject) -> [Double] { (outcomes[subject] ?? []).map(\.rate) }
        func medians(_ subject: Subject) -> [Double] { (outcomes[subject] ?? []).map(\.times.median) }
        let (faster, slower) = (
            Measurement.ratio(rates(.ours), rates(.commitEach)), Measurement.ratio(medians(.ours), medians(.commitEach))
        )
        return [
            ResultRow(
                what: "throughput beside a pyserial + sqlite3 daemon, rows/s",
                measured: Format.rates(Measurement(rates(.ours))),
                bound: "a commit per press: \(Format.rates(Measurement(rates(.commitEach)))); batching: "
                    + Format.rates(Measurement(rates(.batching))),
                ratio: Format.ratios(faster), target: "≥ 5", isReached: faster.median >= 5),
            ResultRow(
                what: "latency beside it, 50 presses/s, p50", measured: Format.times(Measurement(medians(.ours))),
                bound: "a commit per press: \(Format.times(Measurement(medians(.commitEach)))); batching: "
                    + Format.times(Measurement(medians(.batching))),
                ratio: Format.ratios(slower), target: "≤ 1", isReached: slower.median <= 1),
        ]
    }

    private func measure(_ subject: Subject, in workshop: Workshop) async throws -> Outcome {
        let data = try await workshop.emptyCentre()
        let load = try Load(boxes: BenchCentre.boxes, in: data.path + "/ports")
        let service = subject == .ours ? try workshop.serve(data) : try daemon(data, subject, in: workshop)
        defer { service.stop() }
        try load.connect()
        let times = try load.press(every: Latency.pause) { $0 < Self.presses }
        return Outcome(rate: try load.rush(for: Self.rush).rate, times: Measurement(times))
    }

    private func daemon(_ data: DataFolder, _ subject: Subject, in workshop: Workshop) throws -> MeasuredProcess {
        // Debian's own interpreter, whose package python3-serial is.
        try MeasuredProcess(
            "/usr/bin/python3",
            ["bench/peer/daemon.py", data.path, data.path + "/ports"] + (subject == .batching ? ["--batch"] : []),
            log: workshop.folder + "/peer.log")
    }
}
