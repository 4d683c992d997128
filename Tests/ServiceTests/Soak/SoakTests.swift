import Foundation
import Testing

/// `make soak` runs these, and nothing else does: HAILONG_SOAK_MINUTES says how long.
@Suite("The real service against every fault at once, at length", .enabled(if: SoakSettings.asked != nil))
struct SoakTests {
    @Test("every press counts once, whatever befalls boxes, service, clock and ledger")
    func soak() async throws {
        let settings = try #require(SoakSettings.asked)
        tell("soak: seed \(settings.seed), \(settings.minutes) minutes; each round begins with an empty ledger")
        let start = ContinuousClock.now
        var total = SoakTally()
        for number in settings.rounds {
            guard start.duration(to: .now) < .seconds(settings.minutes * 60) else { break }
            let folder = NSTemporaryDirectory() + "hailong-soak-\(settings.seed)-\(number)"
            try? FileManager.default.removeItem(atPath: folder)
            do {
                let tally = try await Self.round(SoakPlan(seed: settings.seed, round: number), in: folder)
                tell("soak: round \(number): \(tally)")
                total.add(tally)
            } catch {
                Issue.record("\(error). Its files are in \(folder). \(settings.rerun(number))")
                break
            }
            try FileManager.default.removeItem(atPath: folder)
        }
        tell("soak: seed \(settings.seed), \(total.rounds) rounds: \(total)")
        #expect(total.presses > 0)
    }

    /// Seen at once, also where stdout is a file.
    private func tell(_ line: String) {
        print(line)
        fflush(nil)
    }

    /// A round is over in less than two minutes on two cores; one that is not says so instead of waiting for ever.
    private static func round(_ plan: SoakPlan, in folder: String) async throws -> SoakTally {
        try await withThrowingTaskGroup(of: SoakTally.self) { group in
            group.addTask { try await SoakRound(plan, in: folder).run() }
            group.addTask {
                try await Task.sleep(for: .seconds(600))
                throw TestFailure("the round is not over after 10 minutes")
            }
            defer { group.cancelAll() }
            guard let tally = try await group.next() else { throw CancellationError() }
            return tally
        }
    }
}
