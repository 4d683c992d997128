import Foundation
import Simulator
import Testing

private let cuts = ProcessInfo.processInfo.environment["HAILONG_POWER_CUTS"].flatMap(Int.init) ?? 200

/// A press is receipted after it is durable. A service that is only killed cannot show it: the kernel keeps what a dead
/// process wrote. So the service is watched, and its files are rebuilt as a power cut would have left them.
@Suite("Receipts and the power", .serialized, .timeLimit(.minutes(max(10, cuts / 50))))
struct PowerCutTests {
    private static let variables = ProcessInfo.processInfo.environment
    private static let seed =
        variables["HAILONG_POWER_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 1...1_000_000)
    private static let presses = 360
    private static let full = Task {
        if let kept = variables["HAILONG_POWER_RECORD"] { return try Recording(keptIn: kept) }
        return try await Recording.make(.full, presses: presses, seed: seed)
    }
    /// What must not be: SQLite syncs less than it is told.
    private static let careless = Task {
        [
            try await Recording.make(.off, presses: presses / 6, seed: seed),
            try await Recording.make(.normal, presses: presses / 6, seed: seed),
        ]
    }

    @Test("the record that is cut has the log copied and begun anew while boxes are pressed, many times")
    func copyings() async throws {
        let recording = try await Self.full.value
        #expect(recording.copyings.count >= 10, "seed \(Self.seed)")
        #expect(recording.beginnings.count >= 5, "seed \(Self.seed)")
    }

    @Test("row 15: before the first byte of an ACK leaves, a sync that covers its press has returned")
    func everyAck() async throws {
        let recording = try await Self.full.value
        let early = try recording.earlyAcks()
        #expect(early.checked == Self.presses, "seed \(Self.seed)")
        if !early.found.isEmpty { Issue.record("\(early.found); \(recording.keep(seed: Self.seed))") }
    }

    @Test("row 15: with synchronous OFF or NORMAL receipts leave too early, and are caught")
    func everyAckWithoutSyncs() async throws {
        for recording in try await Self.careless.value {
            let early = try recording.earlyAcks()
            #expect(early.found.count > recording.acks.entries.count / 2, "seed \(Self.seed)")
        }
    }

    @Test("after a power cut at any point the service starts, and its ledger has every receipted press once")
    func powerCuts() async throws {
        let recording = try await Self.full.value
        let flaws = try await recording.flaws(cuts: cuts, seed: Self.seed) { try await Self.flawsOfStart(in: $0) }
        if !flaws.isEmpty { Issue.record("\(flaws.prefix(5)); \(recording.keep(seed: Self.seed))") }
    }

    @Test("with synchronous OFF or NORMAL power cuts lose receipted presses, and are caught")
    func powerCutsWithoutSyncs() async throws {
        for recording in try await Self.careless.value {
            let flaws = try await recording.flaws(cuts: 100, seed: Self.seed, enough: 1)
            #expect(!flaws.isEmpty, "seed \(Self.seed)")
        }
    }

    /// What is wrong with a start of the real service, and with its orderly end.
    private static func flawsOfStart(in centre: Centre) async throws -> [String] {
        let service: RunningCommand
        do { service = try await centre.serve() } catch { return ["\(error)"] }
        service.signal(SIGTERM)
        return await service.exitStatus() == 0 ? [] : ["the service failed: \(service.errorText)"]
    }
}
