import Foundation
import Ratings
import Simulator
import Testing

@testable import Devices

@Suite("Links over real ptys")
struct BoxServiceTests {
    @Test("a press goes from the button through the door to the box's receipt, once")
    func onePress() async throws {
        let bench = try Bench()
        try await bench.run { fleet in
            try await fleet.waitUntilLinked()
            fleet.press(1, button: 2)
            try await fleet.waitUntilReceipted()
            #expect(bench.door.presses.map(\.input) == ["2"])
            let link = try #require(await bench.service.links().first)
            #expect(link.phase == .connected)
            #expect(link.device == Fleet.uid(1))
            #expect(link.taken == 1)
            #expect(link.description?.model == "HL-SIM")
        }
    }

    @Test("rows 7 to 9: a pulled cable ends the link, and it comes back by itself with what was pressed meanwhile")
    func replug() async throws {
        let bench = try Bench()
        try await bench.run { fleet in
            try await fleet.waitUntilLinked()
            for round in 1...3 {
                fleet.unplug(1)
                fleet.press(1, button: 1, by: .touch())
                fleet.plug(1)
                try await fleet.waitUntilReceipted(includingUnplugged: true)
                #expect(bench.door.presses.count == round)
            }
            #expect(Set(bench.door.presses.map(\.key.sequence)) == [0, 1, 2])
        }
    }

    @Test("row 9: a hung-up port costs no CPU time")
    func noBusyLoop() async throws {
        let bench = try Bench()
        try await bench.run { fleet in
            try await fleet.waitUntilLinked()
            fleet.unplug(1)
            try await fleet.wait { !$0[0].isPlugged }
            let before = clock()
            // Time has to pass for a busy loop to show.
            try await Task.sleep(for: .milliseconds(500))
            #expect(Double(clock() - before) / Double(CLOCKS_PER_SEC) < 0.4)
        }
    }

    @Test("a receipt is only sent once the door has given it")
    func receiptAfterCommit() async throws {
        let bench = try Bench()
        try await bench.run { fleet in
            try await fleet.waitUntilLinked()
            bench.door.setShut(true)
            fleet.press(1, button: 1, by: .touch())
            // 3 s without a commit: the box resends, shows busy, and keeps the press.
            try await fleet.wait { $0[0].light == .busy }
            #expect(try await fleet.unreceipted() == 1)
            #expect(bench.door.presses.isEmpty)
            bench.door.setShut(false)
            try await fleet.waitUntilReceipted()
            #expect(bench.door.presses.count == 1)
            try await fleet.wait { $0[0].light == .ready }
        }
    }

    @Test("row 10: the service stops within 5 s while a commit hangs")
    func stopsWhileStalled() async throws {
        let bench = try Bench()
        var began = ContinuousClock.now
        try await bench.run { fleet in
            try await fleet.waitUntilLinked()
            bench.door.setShut(true)
            fleet.press(1, button: 1, by: .touch())
            try await fleet.wait { $0[0].light == .busy }
            began = .now
        }
        #expect(began.duration(to: .now) < .seconds(5))
        #expect(bench.door.presses.isEmpty)
    }

    @Test("row 2: of two live boxes with one identity both are taken, and it is told that they are two")
    func duplicate() async throws {
        let bench = try Bench()
        let other = bench.folder + "-twin"
        try await bench.run { fleet in
            try await fleet.waitUntilLinked()
            let twin = try await Fleet.start(FleetConfiguration(boxes: 1, directory: other, seed: 2))
            try FileManager.default.createSymbolicLink(
                atPath: bench.folder + "/twin", withDestinationPath: other + "/box-01")
            try await twin.waitUntilLinked()
            #expect(await bench.service.links().map(\.phase) == [.duplicate, .duplicate])
            fleet.press(1, button: 1, by: .touch())
            twin.press(1, button: 2, by: .touch())
            try await fleet.waitUntilReceipted()
            try await twin.waitUntilReceipted()
            #expect(Set(bench.door.presses.map(\.input)) == ["1", "2"])
            await twin.stop()
            await bench.door.wait { $0.duplicates == [true, false] }
        }
        try? FileManager.default.removeItem(atPath: other)
    }

    @Test("200 ports at once are served, and again when all went and came back")
    func manyAtOnce() async throws {
        let bench = try Bench()
        let boxes = FleetConfiguration(boxes: 200, directory: bench.folder)
        try await bench.run(boxes) { fleet in
            for round in 1...2 {
                try await fleet.waitUntilLinked()
                for number in 1...200 { fleet.press(number, button: 1, by: .touch()) }
                try await fleet.waitUntilReceipted()
                #expect(bench.door.presses.count == round * 200)
                guard round == 1 else { return }
                for number in 1...200 { fleet.unplug(number) }
                try await fleet.wait { $0.allSatisfy { !$0.isPlugged } }
                for number in 1...200 { fleet.plug(number) }
            }
        }
    }
}
