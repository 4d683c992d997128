import Foundation
import Store

/// The same boxes before a daemon of pyserial and sqlite3 with the same durability, in turns with ours.
struct Peer: Benchmark {
    static let name = "peer"
    private static let rounds = 2
    private static let rush = Duration.seconds(2)
    private static let presses = 100

    private enum Subject: CaseIterable {
        case ours
        /// Writes every row that we write, a commit for each press.
        case sameWork
        /// The same, a commit for all that waits.
        case sameWorkBatching
        /// One table of presses, a commit for each.
        case pressesOnly
        /// The same, a commit for all that waits.
        case pressesBatching

        var isSameWork: Bool { self == .sameWork || self == .sameWorkBatching }
        var isBatching: Bool { self == .sameWorkBatching || self == .pressesBatching }
    }

    private struct Outcome {
        var rate: Double
        var times: Measurement
    }

    func run(in workshop: Workshop) async throws -> [ResultRow] {
        var outcomes: [Subject: [Outcome]] = [:]
        for _ in 0..<Self.rounds {
            for subject in Subject.allCases {
                outcomes[subject, default: []].append(try await measure(subject, in: workshop))
            }
        }
        func rates(_ subject: Subject) -> [Double] { (outcomes[subject] ?? []).map(\.rate) }
        func medians(_ subject: Subject) -> [Double] { (outcomes[subject] ?? []).map(\.times.median) }
        func rate(_ subject: Subject) -> String { Format.rates(Measurement(rates(subject))) }
        func time(_ subject: Subject) -> String { Format.times(Measurement(medians(subject))) }
        func both(_ each: Subject, _ batching: Subject, _ told: (Subject) -> String) -> String {
            "a commit per press: \(told(each)); batching: \(told(batching))"
        }
        let faster = Measurement.ratio(rates(.ours), rates(.sameWork))
        let slower = Measurement.ratio(medians(.ours), medians(.sameWork))
        return [
            ResultRow(
                what: "throughput beside the same work by a pyserial + sqlite3 daemon, rows/s", measured: rate(.ours),
                bound: both(.sameWork, .sameWorkBatching, rate), ratio: Format.ratios(faster), target: "≥ 5",
                isReached: faster.median >= 5),
            ResultRow(
                what: "latency beside it, 50 presses/s, p50", measured: time(.ours),
                bound: both(.sameWork, .sameWorkBatching, time), ratio: Format.ratios(slower), target: "≤ 1",
                isReached: slower.median <= 1),
            ResultRow(
                what: "throughput beside one that keeps a table of presses and nothing else, rows/s",
                measured: rate(.ours), bound: both(.pressesOnly, .pressesBatching, rate),
                ratio: Format.ratios(Measurement.ratio(rates(.ours), rates(.pressesOnly))), target: "–"),
            ResultRow(
                what: "latency beside that one, p50", measured: time(.ours),
                bound: both(.pressesOnly, .pressesBatching, time),
                ratio: Format.ratios(Measurement.ratio(medians(.ours), medians(.pressesOnly))), target: "–"),
        ]
    }

    private func measure(_ subject: Subject, in workshop: Workshop) async throws -> Outcome {
        let data = try await workshop.emptyCentre()
        let load = try Load(boxes: BenchCentre.boxes, in: data.path + "/ports")
        let service = subject == .ours ? try workshop.serve(data) : try daemon(data, subject, in: workshop)
        defer { service.stop() }
        try load.connect()
        let times = try load.press(every: Latency.pause) { $0 < Self.presses }
        let outcome = Outcome(rate: try load.rush(for: Self.rush).rate, times: Measurement(times))
        service.stop()
        if subject.isSameWork { try check(data, holds: load.acknowledged) }
        return outcome
    }

    /// The daemon's work is the same only if its rows are the ones that we would have written.
    private func check(_ data: DataFolder, holds presses: Int) throws {
        let result = try Store(checking: data.directory).verify(against: [])
        guard result.findings.isEmpty, result.rows == presses + 1 else {
            throw BenchError("of \(presses) presses the daemon's ledger has \(result.rows - 1): \(result.findings)")
        }
    }

    private func daemon(_ data: DataFolder, _ subject: Subject, in workshop: Workshop) throws -> MeasuredProcess {
        // Debian's own interpreter, whose package python3-serial is.
        try MeasuredProcess(
            "/usr/bin/python3",
            [
                "bench/peer/daemon.py", subject.isSameWork ? data.database : data.path + "/peer.sqlite",
                data.path + "/ports",
            ] + (subject.isBatching ? ["--batch"] : []),
            log: workshop.folder + "/peer.log")
    }
}
