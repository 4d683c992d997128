import KioskProtocol
import Testing

@testable import Simulator

@Suite("Boxes that are wrong for good", .timeLimit(.minutes(1)))
struct QuirkTests {
    @Test("a box of an unknown version is refused, keeps its presses, and disturbs no other")
    func wrongVersion() async throws {
        try await Scene.with(boxes: 2) {
            $0.quirks = [1: .wrongVersion]
        } _: { scene in
            try await scene.fleet.wait { $0[0].light == .refused && $0[1].isLinked }
            scene.fleet.press(1, button: 2)
            scene.fleet.press(2, button: 2)
            try await scene.fleet.wait { $0[0].next == 1 && $0[1].next == 1 && $0[1].unreceipted == 0 }
            #expect(scene.host.ledger.lines[1]?.refusals.first == .version)
            #expect(scene.host.ledger.stored.map(\.device) == [Fleet.uid(2)])
            #expect(try PressLog.read(scene.logPath).unnamed == 1)
        }
    }

    @Test("a box that greets for ever is reset by its faults, but not pressed: nobody could take that")
    func greeterIsNotPressed() async throws {
        try await Scene.with(boxes: 1) {
            $0.quirks = [1: .greeter]
            $0.faults.resetEvery = .milliseconds(50)
        } _: { scene in
            var starts = 0
            for await event in scene.fleet.events() {
                if case .started = event.what { starts += 1 }
                guard starts < 20 else { break }
            }
            let log = try PressLog.read(scene.logPath)
            #expect(log.presses == 0)
        }
    }

    @Test("a stuck button presses once, is ignored after a reset, and the others work")
    func stuck() async throws {
        try await Scene.with(boxes: 1) {
            $0.quirks = [1: .stuck]
        } _: { scene in
            try await scene.fleet.wait { $0[0].next == 1 }
            scene.fleet.press(1, button: 1)
            scene.fleet.press(1, button: 3)
            try await scene.fleet.wait { $0[0].next == 2 }
            scene.fleet.warmReset(1, for: .milliseconds(10))
            try await scene.fleet.waitUntilLinked()
            scene.fleet.press(1, button: 4)
            try await scene.fleet.waitUntilReceipted()
            let buttons = scene.host.ledger.reports.sorted { $0.record.sequence < $1.record.sequence }
                .map { Int($0.record.button) + 1 }
            #expect(buttons == [1, 3, 4])
            try scene.expectExactlyOnce()
        }
    }

    @Test("a silent box says nothing and takes no presses")
    func silent() async throws {
        try await Scene.with(boxes: 2) {
            $0.quirks = [1: .silent]
        } _: { scene in
            scene.fleet.press(1, button: 1)
            scene.fleet.press(2, button: 5)
            try await scene.fleet.waitUntilLinked()
            try await scene.fleet.waitUntilReceipted()
            #expect(scene.host.ledger.lines[1]?.openings == 1)
            #expect(scene.host.ledger.lines[1]?.bytes == 0)
            try scene.expectExactlyOnce()
            #expect(scene.host.ledger.stored.count == 1)
        }
    }

    @Test("a babbling box sends garbage without end and disturbs no other")
    func babble() async throws {
        try await Scene.with(boxes: 2) {
            $0.quirks = [1: .babble]
        } _: { scene in
            try await scene.host.wait { ($0.lines[1]?.badFrames ?? 0) > 2 && ($0.lines[1]?.bytes ?? 0) > 500 }
            scene.fleet.press(2, button: 5)
            try await scene.fleet.waitUntilReceipted()
            #expect(scene.host.ledger.lines[1]?.connections == 0)
            try scene.expectExactlyOnce()
            #expect(scene.host.ledger.stored.count == 1)
        }
    }
}
