import Foundation

/// How long a box waits for its ACK while all ratings are computed again, beside the same before.
///
/// A setting that no press feels is changed from the first day on: its preview computes all ratings once and throws them
/// away, then they are computed again, caught up with the presses that came meanwhile, put in force, and the old ones are
/// removed. All of it is watched.
struct Reprojection: Benchmark {
    static let name = "reproject"
    private static let idle = 500

    func run(in workshop: Workshop) async throws -> [ResultRow] {
        let size = workshop.isLarge ? 1_000_000 : 100_000
        let data = try await workshop.copyOfYears(size)
        let load = try Load(boxes: BenchCentre.boxes, in: data.path + "/ports")
        let service = try workshop.serve(data)
        defer { service.stop() }
        try load.connect()
        let idle = try load.press(every: Latency.pause) { $0 < Self.idle }
        let began = ContinuousClock.now
        let command = Process()
        command.executableURL = URL(fileURLWithPath: workshop.executable)
        command.arguments = [
            "setting", "set", "minimum_interval_s", "1", "--since", "1990-01-01T00:00", "--why", "bench", "--yes",
            "--data-dir", data.path,
        ]
        command.standardInput = FileHandle.nullDevice
        command.standardOutput = FileHandle.nullDevice
        try command.run()
        let times = try load.press(every: Latency.pause) { _ in command.isRunning }
        let seconds = began.duration(to: .now) / .seconds(1)
        guard command.terminationStatus == 0 else { throw BenchError("the ratings were not computed again") }
        try checkSwitched(data)
        let busy = Measurement(times)
        let bound = Measurement(idle)
        let ratio = busy.percentile(0.99) / bound.percentile(0.99)
        return [
            ResultRow(
                what: "receipt while \(Format.whole(Double(size))) presses are re-projected, from preview to the old "
                    + "ratings' end (\(Format.time(seconds)), \(busy.count) presses at 50/s), p99",
                measured: "\(Format.time(busy.percentile(0.99))) (p50 \(Format.time(busy.median)), longest "
                    + "\(Format.time(busy.highest)))",
                bound: "idle: p99 \(Format.time(bound.percentile(0.99))) (p50 \(Format.time(bound.median)))",
                ratio: Format.two(ratio), target: "≤ 3", isReached: ratio <= 3)
        ]
    }

    /// What was watched is worth nothing unless other ratings are in force, and they alone are there.
    private func checkSwitched(_ data: DataFolder) throws {
        let file = try SQLiteFile(data.database, isReadOnly: true)
        guard try file.number("SELECT generation FROM meta") > 1,
            try file.number("SELECT count(*) FROM (SELECT DISTINCT generation FROM tally)") == 1
        else { throw BenchError("the ratings in force are the old ones, or the old ones are still there") }
    }
}
