import Foundation
import Store

/// Walking a chain of a million rows, beside coreutils' sums of the bytes that are hashed in it.
struct VerifySpeed: Benchmark {
    static let name = "verify"
    private static let rounds = 3

    func run(in workshop: Workshop) async throws -> [ResultRow] {
        let data = try await workshop.years(1_000_000)
        let bytes = data.path + "/hashed-bytes"
        if !FileManager.default.fileExists(atPath: bytes) { try HashedBytes(data).write(to: bytes) }
        let store = try Store(checking: data.directory)
        let file = try SQLiteFile(data.database, isReadOnly: true)
        var (ours, blake, sha, pages): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
        for _ in 0..<Self.rounds {
            ours.append(
                try Self.time {
                    let findings = try store.verify(against: []).findings
                    guard findings.isEmpty else { throw BenchError("the ledger does not verify: \(findings)") }
                })
            blake.append(try Self.time { try Self.sum("b2sum", bytes) })
            sha.append(try Self.time { try Self.sum("sha256sum", bytes) })
            pages.append(try Self.time { try file.execute("PRAGMA quick_check") })
        }
        let ratio = Measurement.ratio(ours, blake)
        return [
            ResultRow(
                what: "verify of 10⁶ rows: chain, records, ratings and tallies",
                measured: Format.times(Measurement(ours)),
                bound:
                    "b2sum, the chain's own hash, \(Format.times(Measurement(blake))); sha256sum "
                    + Format.times(Measurement(sha)) + "; SQLite's quick_check, a part of ours, alone "
                    + Format.times(Measurement(pages)),
                ratio: Format.ratios(ratio), target: "≤ 5", isReached: ratio.median <= 5)
        ]
    }

    private static func time(_ body: () throws -> Void) rethrows -> Double {
        let began = ContinuousClock.now
        try body()
        return began.duration(to: .now) / .seconds(1)
    }

    private static func sum(_ program: String, _ path: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(program)")
        process.arguments = [path]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw BenchError("\(program) failed") }
    }
}
