import Foundation
import Ratings
import Sessions
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
            var counted: [LinkEvent: Int] = [:]
            for count in bench.counts.take() where count.link == Fleet.uid(1) { counted[count.event] = count.count }
            #expect(counted == [.coldStart: 1, .connected: 1, .press: 1])
        }
    }

    @Test("what the ledger refuses is not acknowledged: the link closes, and the box brings it again")
    func refusedObservation() async throws {
        let bench = try Bench()
        try await bench.run { fleet in
            try await fleet.waitUntilLinked()
            bench.door.refuseNext()
            fleet.press(1, button: 2)
            try await fleet.waitUntilReceipted()
            #expect(bench.door.presses.map(\.input) == ["2"])
            #expect(bench.door.submissions >= 2)
            #expect(bench.counts.take().contains { $0.event == .press && $0.count == 1 })
        }
    }

    @Test("a connected box is asked for its health, and what it says is known until its link is lost")
    func health() async throws {
        let bench = try Bench()
        try await bench.run { fleet in
            try await fleet.waitUntilLinked()
            var health: BoxHealth?
            while health == nil {
                health = await bench.service.links().first?.health
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(health?.ringCapacity == 64)
            #expect(health?.stuckButtons == [])
            #expect(health?.started ?? FixedClock.wall <= FixedClock.wall)
            try await bench.service.checkUp()
            fleet.unplug(1)
            while await bench.service.links().first?.health != nil { try await Task.sleep(for: .milliseconds(5)) }
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

    @Test("a technician's blink reaches the box, and a box that is not there is said to be not there")
    func blink() async throws {
        let bench = try Bench()
        try await bench.run { fleet in
            let events = fleet.events()
            try await fleet.waitUntilLinked()
            #expect(await bench.service.blink(Fleet.uid(1), for: .seconds(7)))
            for await event in events {
                guard case .blink(let seconds) = event.what else { continue }
                #expect(seconds == 7)
                break
            }
            #expect(await !bench.service.blink(Fleet.uid(2), for: .seconds(7)))
        }
    }

    @Test("a recording has both directions and goes on over a replug")
    func recording() async throws {
        let bench = try Bench()
        try await bench.run { fleet in
            try await fleet.waitUntilLinked()
            var entries = bench.service.recording(of: bench.folder + "/box-01").makeAsyncIterator()
            #expect(await entries.next()?.event == .note("the recording begins"))
            fleet.unplug(1)
            try await fleet.wait { !$0[0].isPlugged }
            fleet.plug(1)
            fleet.press(1, button: 1, by: .touch())
            var seen: [SessionEntry.Event] = []
            while seen.last != .opened, let entry = await entries.next() { seen.append(entry.event) }
            #expect(seen.suffix(2) == [.hungUp, .opened])
            var directions: Set<String> = []
            while directions.count < 2, let entry = await entries.next() {
                directions.insert(String(entry.line.split(separator: " ")[1]))
            }
            #expect(directions == ["<", ">"])
            try await fleet.waitUntilReceipted()
        }
    }

    @Test("a recording whose reader falls behind ends, and costs no press")
    func slowReader() async throws {
        let taps = WireTaps()
        let (slow, quick) = (taps.entries(of: "a"), taps.entries(of: "a"))
        var reader = quick.makeAsyncIterator()
        for _ in 0..<WireTaps.mostWaiting + 10 {
            taps.tell("a", .fromBox([1]))
            _ = await reader.next()
        }
        taps.tell("b", .opened)
        var count = 0
        for await _ in slow { count += 1 }
        #expect(count == WireTaps.mostWaiting)
        taps.tell("a", .hungUp)
        _ = await reader.next()
        #expect(await reader.next()?.event == .hungUp)
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
            #expect(Double(clock() - before) / Double(CLOCKS_PER_SEC) < 0.15)
        }
    }

    @Test("a receipt is only sent once the door has given it")
    func receiptAfterCommit() async throws {
        let bench = try Bench()
        try await bench.run { fleet in
            try await fleet.waitUntilLinked()
            bench.door.setShut(true)
            for button in 1...4 { fleet.press(1, button: button, by: .touch()) }
            // 3 s without a commit: the box resends, shows busy, and keeps the presses.
            try await fleet.wait { $0[0].light == .busy }
            #expect(try await fleet.unreceipted() == 4)
            #expect(bench.door.presses.isEmpty)
            bench.door.setShut(false)
            try await fleet.waitUntilReceipted()
            #expect(bench.door.presses.map(\.input) == ["1", "2", "3", "4"])
            // What came while the first was on its way went together.
            #expect(bench.door.submissions <= 2)
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

    /// How one of two boxes goes.
    enum TwinsEnd: CaseIterable { case hangsUp, portVanishes }

    @Test(
        "row 2: of two live boxes with one identity both are taken, and it is told that they are two",
        arguments: TwinsEnd.allCases)
    func duplicate(_ end: TwinsEnd) async throws {
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
            switch end {
            case .hangsUp: await twin.stop()
            case .portVanishes: try FileManager.default.removeItem(atPath: bench.folder + "/twin")
            }
            await bench.door.wait { $0.duplicates == [true, false] }
            await twin.stop()
        }
        try? FileManager.default.removeItem(atPath: other)
    }

    @Test("what the ledger could not be told of two boxes with one identity, it is told later")
    func duplicateWhileFull() async throws {
        let bench = try Bench()
        let other = bench.folder + "-twin"
        try await bench.run { fleet in
            try await fleet.waitUntilLinked()
            // Neither that there are two nor, as the link ends for that, that there is one.
            bench.door.failDuplicates(2)
            let twin = try await Fleet.start(FleetConfiguration(boxes: 1, directory: other, seed: 2))
            try FileManager.default.createSymbolicLink(
                atPath: bench.folder + "/twin", withDestinationPath: other + "/box-01")
            try await twin.waitUntilLinked()
            #expect(bench.door.duplicates == [true])
            bench.door.failDuplicates(1)
            await twin.stop()
            await bench.door.wait { $0.hasFailed }
            #expect(await bench.service.links().map(\.phase).contains(.duplicate))
            try await bench.service.checkUp()
            #expect(bench.door.duplicates == [true, false])
            #expect(await bench.service.links().map(\.phase).contains(.connected))
        }
        try? FileManager.default.removeItem(atPath: other)
    }

    @Test("a port behind which each hello is of another box is closed, told, and held off longer each time")
    func impostor() async throws {
        let bench = try Bench()
        let began = ContinuousClock.now
        var boxes = FleetConfiguration(boxes: 2, directory: bench.folder)
        boxes.quirks = [1: .impostor]
        try await bench.run(boxes) { fleet in
            var refused = 0
            while refused < 4 {
                for count in bench.counts.take() where count.event == .refused { refused += count.count }
                try await Task.sleep(for: .milliseconds(5))
            }
            // The pauses of a supervisor are at least 50, 100 and 200 ms long here, and one opening takes one box.
            #expect(began.duration(to: .now) > .milliseconds(350))
            #expect(bench.door.greeted.filter { $0 != Fleet.uid(2) }.count <= refused + 1)
            let state = try #require(await bench.service.links().first)
            #expect(state.phase == .refused)
            #expect(state.reason?.contains("cable was not pulled") == true)
            #expect(bench.book.messages.contains("box refused"))
            fleet.press(2, button: 1, by: .touch())
            try await fleet.wait { $0[1].unreceipted == 0 && $0[1].isLinked }
            await bench.door.wait { $0.presses.count == 1 }
        }
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
