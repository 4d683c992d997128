import Foundation
import Simulator
import Testing

/// A press is receipted after it is durable. A service that is only killed cannot show it: the kernel keeps what a dead
/// process wrote. So the service is watched, and its files are rebuilt as a power cut would have left them.
@Suite("Receipts and the power", .serialized, .timeLimit(.minutes(10)))
struct PowerCutTests {
    private static let variables = ProcessInfo.processInfo.environment
    private static let seed =
        variables["HAILONG_POWER_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 1...1_000_000)
    private static let cuts = variables["HAILONG_POWER_CUTS"].flatMap(Int.init) ?? 200
    private static let presses = 360
    private static let full = Task { try await Recording.make(.full, presses: presses, seed: seed) }
    /// What must not be: SQLite syncs less than it is told.
    private static let careless = Task {
        [
            try await Recording.make(.off, presses: presses / 6, seed: seed),
            try await Recording.make(.normal, presses: presses / 6, seed: seed),
        ]
    }

    @Test("row 15: before the first byte of an ACK leaves, a sync that covers its press has returned")
    func everyAck() async throws {
        let recording = try await Self.full.value
        let early = try recording.earlyAcks()
        #expect(early.checked == Self.presses, "seed \(Self.seed)")
        #expect(early.found.isEmpty, "seed \(Self.seed): \(early.found)")
    }

    @Test("row 15: with synchronous OFF or NORMAL receipts leave too early, and are caught")
    func everyAckWithoutSyncs() async throws {
        for recording in try await Self.careless.value {
            let early = try recording.earlyAcks()
            #expect(early.found.count > early.checked / 2, "seed \(Self.seed)")
        }
    }

    @Test("after a power cut at any point the ledger is whole and holds every receipted press once")
    func powerCuts() async throws {
        let recording = try await Self.full.value
        let flaws = try Self.flaws(recording, cuts: Self.cuts)
        #expect(flaws.isEmpty, "seed \(Self.seed): \(flaws.prefix(5))")
    }

    @Test("with synchronous OFF or NORMAL power cuts lose receipted presses, and are caught")
    func powerCutsWithoutSyncs() async throws {
        for recording in try await Self.careless.value {
            let flaws = try Self.flaws(recording, cuts: 100, enough: 1)
            #expect(!flaws.isEmpty, "seed \(Self.seed)")
        }
    }

    @Test("after a power cut the real service starts, and verify finds nothing")
    func realService() async throws {
        let recording = try await Self.full.value
        for cut in PowerCuts(of: recording, 3, seed: Self.seed) {
            let place: Comment = "seed \(Self.seed), cut \(cut.point)"
            let folder = try TemporaryFolder()
            let centre = try Centre(in: folder.path)
            let aftermath = try Aftermath(cut.files, at: centre.data)
            let service = try await centre.serve()
            service.signal(SIGTERM)
            #expect(await service.exitStatus() == 0, place)
            #expect(try await centre.hailong("verify").status == 0, place)
            #expect(cut.released.isSubset(of: try aftermath.presses()), place)
        }
    }

    /// What was wrong after each of so many power cuts, where anything was; not looked for further once there is enough.
    private static func flaws(_ recording: Recording, cuts: Int, enough: Int = 10) throws -> [String] {
        let folder = try TemporaryFolder()
        var flaws: [String] = []
        for (number, cut) in PowerCuts(of: recording, cuts, seed: seed).enumerated() {
            guard flaws.count < enough else { break }
            let aftermath = try Aftermath(cut.files, at: "\(folder.path)/\(number)")
            defer { aftermath.remove() }
            let found = aftermath.flaws(required: cut.released, allowed: recording.presses)
            if !found.isEmpty { flaws.append("cut \(cut.point): \(found.joined(separator: "; "))") }
        }
        return flaws
    }
}
