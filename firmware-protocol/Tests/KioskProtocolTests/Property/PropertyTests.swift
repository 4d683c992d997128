import Foundation
import Testing

@Suite("Both halves over a faulty wire")
struct PropertyTests {
    /// A run is this long, so that many profiles of faults are tried.
    static let minutesOfRun: UInt64 = 20

    static func setting(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }

    static var minutes: UInt64 {
        #if DEBUG
            return setting("KIOSK_MINUTES") ?? 60
        #else
            return setting("KIOSK_MINUTES") ?? 2_000
        #endif
    }

    @Test("no press is lost, doubled or invented, whatever the wire and both ends suffer")
    func promise() throws {
        let runs = max(1, (Self.minutes + Self.minutesOfRun - 1) / Self.minutesOfRun)
        let firstSeed = Self.setting("KIOSK_SEED") ?? 1
        var total = Tally()
        for seed in firstSeed..<firstSeed + runs {
            do {
                total.add(try Self.run(seed))
            } catch {
                Issue.record("KIOSK_SEED=\(seed) KIOSK_MINUTES=\(Self.minutesOfRun): \(error)")
                return
            }
        }
        print("kiosk property test, seeds \(firstSeed) to \(firstSeed + runs - 1): \(total.line)")
    }

    /// Rings of several sizes: small ones overflow, large ones hold more than a window.
    static func run(_ seed: UInt64) throws -> Tally {
        switch seed % 3 {
        case 0:
            var simulation = Simulation<4>(seed: seed)
            try simulation.run(minutes: minutesOfRun)
            return simulation.tally
        case 1:
            var simulation = Simulation<16>(seed: seed)
            try simulation.run(minutes: minutesOfRun)
            return simulation.tally
        default:
            var simulation = Simulation<64>(seed: seed)
            try simulation.run(minutes: minutesOfRun)
            return simulation.tally
        }
    }
}
