import KioskProtocol
import Testing

@testable import Simulator

@Suite("Faults happen, and presses arrive exactly once", .timeLimit(.minutes(2)))
struct FaultTests {
    /// Sixty presses at each of three boxes with `faults`; `proof` shows that the faults happened.
    private func run(
        _ faults: Faults, proof: (FleetCounts, TestLedger) -> Bool
    ) async throws {
        try await Scene.with(boxes: 3) {
            $0.faults = faults
            $0.pressesPerSecond = 25
            $0.pressLimit = 180
        } _: { scene in
            try await scene.finish()
            let counts = try await scene.fleet.counts()
            #expect(counts.presses == 180)
            let isProven = proof(counts, scene.host.ledger)
            #expect(isProven, "\(counts) \(scene.host.ledger.lines)")
            try scene.expectExactlyOnce()
        }
    }

    private func faults(_ change: (inout Faults) -> Void) -> Faults {
        var faults = Faults()
        change(&faults)
        return faults
    }

    @Test("noise flips bytes")
    func noise() async throws {
        try await run(faults { $0.noise = 0.003 }) { _, ledger in ledger.lines.values.contains { $0.badFrames > 0 } }
    }

    @Test("lost bytes spoil frames")
    func drop() async throws {
        try await run(faults { $0.drop = 0.003 }) { _, ledger in ledger.lines.values.contains { $0.badFrames > 0 } }
    }

    @Test("split writes come in pieces")
    func split() async throws {
        try await run(faults { $0.split = 0.9 }) { _, ledger in ledger.lines.values.contains { $0.cutReads > 3 } }
    }

    @Test("repeated writes come twice")
    func repetition() async throws {
        try await run(faults { $0.repetition = 0.5 }) { _, ledger in
            ledger.lines.values.contains { $0.resends > 3 }
        }
    }

    @Test("cables are pulled and put in again")
    func unplug() async throws {
        let faults = faults {
            $0.unplugEvery = .milliseconds(600)
            $0.unpluggedFor = .milliseconds(100)
        }
        try await run(faults) { counts, ledger in
            counts.unplugs >= 3 && ledger.lines.values.contains { $0.openings > 1 }
        }
    }

    @Test("warm resets, some of them in the middle of a press, keep the ring")
    func reset() async throws {
        let faults = faults {
            $0.resetEvery = .milliseconds(300)
            $0.tearing = 0.6
        }
        try await run(faults) { counts, _ in counts.resets >= 5 && counts.torn > 0 }
    }

    @Test("cold starts begin new lives")
    func cold() async throws {
        try await run(faults { $0.coldEvery = .milliseconds(900) }) { counts, _ in counts.coldStarts >= 3 }
    }

    @Test("boxes are offline for a share of the time")
    func offline() async throws {
        let faults = faults {
            $0.offline = 0.5
            $0.offlineFor = .milliseconds(400)
        }
        try await run(faults) { counts, ledger in
            counts.unplugs >= 3 && ledger.lines.values.contains { $0.openings > 1 }
        }
    }

    @Test("a ring that is full drops, and the drops are known")
    func full() async throws {
        try await Scene.with(boxes: 1) {
            $0.ring = .four
        } _: { scene in
            try await scene.fleet.waitUntilLinked()
            scene.fleet.setOffline(1, true)
            for button in [1, 2, 3, 4, 5, 1, 2] { scene.fleet.press(1, button: button, by: .touch()) }
            scene.fleet.setOffline(1, false)
            try await scene.fleet.waitUntilReceipted()
            try await scene.host.wait { $0.boots.values.contains { $0.dropped == 3 } }
            #expect(scene.host.ledger.stored.map(\.button).sorted() == [1, 2, 3, 4])
            #expect(try await scene.fleet.counts().dropped == 3)
            #expect(try PressLog.read(scene.logPath).dropped == 3)
            try scene.expectExactlyOnce()
        }
    }

    @Test("all at once, with a host that is killed again and again")
    func together() async throws {
        let faults = faults {
            $0.noise = 0.001
            $0.drop = 0.001
            $0.split = 0.3
            $0.repetition = 0.2
            $0.unplugEvery = .seconds(2)
            $0.resetEvery = .seconds(1)
            $0.coldEvery = .seconds(4)
            $0.offline = 0.2
            $0.offlineFor = .milliseconds(500)
        }
        try await Scene.with(boxes: 4, seed: 9) {
            $0.faults = faults
            $0.pressesPerSecond = 25
            $0.pressLimit = 400
        } _: { scene in
            let host = scene.host
            let events = scene.fleet.events()
            let killer = Task {
                var pressed = 0
                for await event in events {
                    guard case .pressed = event.what else { continue }
                    pressed += 1
                    if pressed % 80 == 0 { host.restart() }
                }
                return pressed / 80
            }
            try await scene.finish()
            try scene.expectExactlyOnce()
            #expect(try await scene.fleet.counts().presses == 400)
            await scene.fleet.stop()
            #expect(await killer.value >= 4)
        }
    }
}
