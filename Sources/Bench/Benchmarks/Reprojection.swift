import Foundation

/// How long a box waits for its ACK while a million ratings are computed again, beside the same before.
struct Reprojection: Benchmark {
    static let name = "reproject"
    private static let idle = 500
    /// Beyond this it is no longer watched, unless there is time.
    private static let longest = Duration.seconds(25)

    func run(in workshop: Workshop) async throws -> [ResultRow] {
        let data = try await workshop.copyOfYears(1_000_000)
        let load = try Load(boxes: BenchCentre.boxes, in: data.path + "/ports")
        let service = try workshop.serve(data)
        defer { service.stop() }
        try load.connect()
        let idle = try load.press(every: Latency.pause) { $0 < Self.idle }
        let began = ContinuousClock.now
        let command = Process()
        command.executableURL = URL(fileURLWithPath: workshop.executable)
        command.arguments = ["reproject", "--data-dir", data.path]
        command.standardOutput = FileHandle.nullDevice
        try command.run()
        let times = try load.press(every: Latency.pause) { _ in
            command.isRunning && (workshop.isLarge || began.duration(to: .now) < Self.longest)
        }
        let seconds = began.duration(to: .now) / .seconds(1)
        let isDone = !command.isRunning
        if isDone, command.terminationStatus != 0 { throw BenchError("reproject failed") }
        command.terminate()
        let busy = Measurement(times)
        let bound = Measurement(idle)
        let ratio = busy.percentile(0.99) / bound.percentile(0.99)
        return [
            ResultRow(
                what: "receipt while 10⁶ presses are re-projected (\(isDone ? "all" : "the first") "
                    + "\(Format.time(seconds)), \(busy.count) presses at 50/s), p99",
                measured: "\(Format.time(busy.percentile(0.99))) (p50 \(Format.time(busy.median)), longest "
                    + "\(Format.time(busy.highest)))",
                bound: "idle: p99 \(Format.time(bound.percentile(0.99))) (p50 \(Format.time(bound.median)))",
                ratio: Format.two(ratio), target: "≤ 3", isReached: ratio <= 3)
        ]
    }
}
