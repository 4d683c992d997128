/// How long a box waits for its ACK while people press at a human pace, beside one append and sync of the same disk. The
/// C API's commits of one press each, at the same pace into a ledger of the same size and in turns with the boxes, tell
/// how much of it is SQLite's and the disk's.
struct Latency: Benchmark {
    static let name = "latency"
    static let pause = Duration.milliseconds(20)
    private static let turns = 20
    private static let presses = 10_000 / turns
    private static let commits = 1600 / turns

    func run(in workshop: Workshop) async throws -> [ResultRow] {
        let data = try await workshop.copyOfYears(1_000_000)
        let load = try Load(boxes: BenchCentre.boxes, in: data.path + "/ports")
        let service = try workshop.serve(data)
        defer { service.stop() }
        try load.connect()
        let probe = try DiskProbe(in: data.path)
        let raw = try RawLedger(try await workshop.copyOfYears(1_000_000))
        raw.copyBeside()
        var (pauses, waits, commits): (Int, [Duration], [Duration]) = (0, [], [])
        for _ in 0..<Self.turns {
            waits += try load.press(every: Self.pause) {
                pauses += 1
                if pauses % 10 == 0 { try probe.sample() }
            } while: {
                $0 < Self.presses
            }
            let began = ContinuousClock.now
            for number in 1...Self.commits {
                let press = MadePress.inRush(commits.count)
                commits.append(try ContinuousClock().measure { try raw.commit(CollectionOfOne(press)) })
                load.idle(for: ContinuousClock.now.duration(to: began + Self.pause * number))
            }
        }
        let times = Measurement(waits)
        let (bound, floor) = (Measurement(probe.times), Measurement(commits))
        return [(0.5, "p50", 4.0), (0.99, "p99", 10.0)].map { share, name, most in
            let ratio = times.percentile(share) / bound.median
            return ResultRow(
                what: "press → ACK readable, \(Format.whole(Double(times.count))) presses at 50/s, ledger 10⁶, \(name)",
                measured: "\(Format.time(times.percentile(share))) (longest \(Format.time(times.highest)))",
                bound: "append of 4 KiB and fdatasync, median of \(bound.count): \(Format.time(bound.median))"
                    + " (p99 \(Format.time(bound.percentile(0.99)))); \(floor.count) commits of one press by the C API: "
                    + Format.time(floor.percentile(share)),
                ratio: Format.two(ratio), target: "≤ \(Int(most))", isReached: ratio <= most)
        }
    }
}
