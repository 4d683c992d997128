import Foundation

/// Measures speed beside its bound in the same run: `Bench [--large] [NAME …]`.
@main
struct Bench {
    static let benchmarks: [any Benchmark.Type] = [
        Throughput.self, Latency.self, Peer.self, IdleBoxes.self, MonthTable.self, AnyRange.self, Start.self,
        VerifySpeed.self, Reprojection.self, Papers.self, PaperMemory.self,
    ]

    static func main() async throws {
        signal(SIGPIPE, SIG_IGN)
        var names = Array(CommandLine.arguments.dropFirst())
        if names.first == PaperMemory.argument, names.count == 3 {
            return try PaperMemory.makePapers(of: names[1], into: names[2])
        }
        let isLarge = names.contains("--large")
        names.removeAll { $0 == "--large" }
        let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let folder = ".build/bench"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let workshop = Workshop(
            folder: URL(fileURLWithPath: folder).path, executable: program.appendingPathComponent("hailong").path,
            isLarge: isLarge)
        var results = ResultTable(machine: Machine.description(of: folder), path: "\(folder)/results.md")
        let start = ContinuousClock.now
        for benchmark in benchmarks where names.isEmpty || names.contains(benchmark.name) {
            let began = ContinuousClock.now
            try results.add(try await benchmark.init().run(in: workshop))
            let seconds = began.duration(to: .now) / .seconds(1)
            print("\(benchmark.name): \(Format.time(seconds))\n")
        }
        try results.end(after: start.duration(to: .now))
    }
}
