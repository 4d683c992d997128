import Foundation
import KioskProtocol
import Synchronization
import Testing

@testable import Simulator

@Suite("A fleet on real pseudo-terminals", .timeLimit(.minutes(1)))
struct FleetTests {
    @Test("every press of every box arrives once, with its button")
    func presses() async throws {
        try await Scene.with(boxes: 3) { scene in
            for button in 1...5 {
                scene.fleet.press(1, button: button)
                scene.fleet.press(2, button: button, by: .touch())
            }
            scene.fleet.press(3, button: 2, by: .touch(invitation: 17))
            try await scene.fleet.waitUntilReceipted()
            try scene.expectExactlyOnce()
            let stored = scene.host.ledger.stored
            #expect(stored.filter { $0.device == Fleet.uid(1) }.map(\.button).sorted() == [1, 2, 3, 4, 5])
            #expect(stored.count == 11)
            #expect(scene.host.ledger.reports.contains { $0.record.invitation == 17 })
        }
    }

    @Test("every press is in the log before the host sees a byte of it")
    func logBeforeSend() async throws {
        let unlogged = Mutex(0)
        try await Scene.with(boxes: 1) {
            $0.pressesPerSecond = 50
            $0.pressLimit = 100
        } onPress: { path, report in
            let record = report.record
            let line = ",\(record.sequence),\(record.button + 1),\(record.tick),"
            let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            let isLogged = text.split(separator: "\n").contains { $0.hasPrefix("press,") && $0.contains(line) }
            if !isLogged { unlogged.withLock { $0 += 1 } }
        } _: { scene in
            try await scene.finish()
            #expect(unlogged.withLock { $0 } == 0)
            #expect(scene.host.ledger.stored.count == 100)
        }
    }

    @Test("links are there at the start and gone at the end")
    func links() async throws {
        var links: [String] = []
        try await Scene.with(boxes: 2) { scene in
            links = [scene.link(1), scene.link(2)]
            for link in links {
                let target = try FileManager.default.destinationOfSymbolicLink(atPath: link)
                #expect(target.hasPrefix("/dev/pts/"))
            }
            await scene.fleet.stop()
            #expect(links.allSatisfy { (try? FileManager.default.destinationOfSymbolicLink(atPath: $0)) == nil })
        }
    }

    @Test("an unplugged box has no link, keeps its presses, and delivers them when plugged in again")
    func unplug() async throws {
        try await Scene.with(boxes: 1) { scene in
            try await scene.fleet.waitUntilLinked()
            scene.fleet.unplug(1)
            try await scene.fleet.wait { !$0[0].isPlugged }
            #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: scene.link(1))) == nil)
            scene.fleet.press(1, button: 2)
            scene.fleet.press(1, button: 4)
            try await scene.fleet.wait { $0[0].next == 2 }
            #expect(try await scene.fleet.unreceipted() == 0)
            #expect(try await scene.fleet.unreceipted(includingUnplugged: true) >= 2)
            #expect(scene.host.ledger.stored.isEmpty)
            scene.fleet.plug(1)
            try await scene.fleet.waitUntilReceipted()
            #expect(scene.host.ledger.stored.count == 2)
            #expect(scene.host.ledger.lines[1]?.openings == 2)
            try scene.expectExactlyOnce()
        }
    }

    @Test("a box that was offline for days delivers late, with the right age")
    func days() async throws {
        try await Scene.with(boxes: 1) { scene in
            scene.fleet.setOffline(1, true)
            scene.fleet.press(1, button: 3, by: .touch())
            scene.fleet.advanceTick(by: .seconds(3 * 86_400))
            scene.fleet.setOffline(1, false)
            try await scene.fleet.waitUntilReceipted()
            let report = try #require(scene.host.ledger.reports.first)
            #expect(report.age >= 259_200_000)
            #expect(report.age < 259_230_000)
            #expect(!report.isTimeLost)
        }
    }

    @Test("a warm reset keeps what waits, a cold start wipes it, and the log says so")
    func resets() async throws {
        try await Scene.with(boxes: 1) { scene in
            try await scene.fleet.waitUntilLinked()
            scene.fleet.unplug(1)
            scene.fleet.press(1, button: 1, by: .touch())
            scene.fleet.warmReset(1, for: .milliseconds(5))
            scene.fleet.plug(1)
            try await scene.fleet.waitUntilReceipted()
            #expect(scene.host.ledger.stored.count == 1)
            scene.fleet.unplug(1)
            try await scene.fleet.wait { $0[0].unreceipted == 0 }
            scene.fleet.press(1, button: 2, by: .touch())
            scene.fleet.coldStart(1, for: .milliseconds(5))
            scene.fleet.plug(1)
            try await scene.fleet.wait { $0[0].boot == 0 && $0[0].next == 0 || $0[0].isLinked }
            try await scene.fleet.waitUntilLinked()
            let log = try PressLog.read(scene.logPath)
            #expect(log.wiped == 1)
            #expect(log.required.map(\.button) == [1])
            #expect(log.allowed.map(\.button).sorted() == [1, 2])
            try scene.expectExactlyOnce()
        }
    }

    @Test("an invitation of the host reaches the box, and the press answers it")
    func invitation() async throws {
        try await Scene.with(boxes: 1) { scene in
            let events = scene.fleet.events()
            try await scene.fleet.waitUntilLinked()
            scene.host.invite(1, Invitation(id: 42, window: 60_000, flags: 0))
            for await event in events where event.what == .invited(id: 42) { break }
            scene.fleet.press(1, button: 5)
            try await scene.fleet.waitUntilReceipted()
            #expect(scene.host.ledger.reports.first?.record.invitation == 42)
        }
    }

    @Test("the live view tells of press, receipt and light in their order")
    func events() async throws {
        try await Scene.with(boxes: 1) { scene in
            let events = scene.fleet.events()
            try await scene.fleet.waitUntilLinked()
            scene.fleet.press(1, button: 5)
            var seen: [String] = []
            for await event in events {
                switch event.what {
                case .pressed: seen.append("pressed")
                case .shown(let feedback): seen.append("\(feedback)")
                case .receipted: seen.append("receipted")
                default: break
                }
                if seen.last == "stored" { break }
            }
            #expect(seen == ["pressed", "received", "receipted", "stored"])
        }
    }

    @Test("a host that opens a line and does not read disturbs no other box")
    func deafHost() async throws {
        let folder = Scene.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var configuration = FleetConfiguration(boxes: 2, directory: folder)
        configuration.quirks = [1: .babble]
        configuration.faults.repetition = 1
        let fleet = try await Fleet.start(configuration)
        let deaf = open(folder + "/box-01", O_RDWR | O_NOCTTY | O_NONBLOCK)
        defer { close(deaf) }
        let host = TestHost([folder + "/box-02"])
        fleet.press(2, button: 1)
        try await fleet.waitUntilReceipted()
        host.stop()
        await fleet.stop()
    }

    @Test("what a box would say while no host listens is not kept for later", arguments: [nil, Quirk.babble])
    func nobodyListens(_ quirk: Quirk?) {
        var configuration = FleetConfiguration(boxes: 1, directory: "")
        configuration.quirks[1] = quirk
        let journal = Journal(file: nil, hub: EventHub())
        let box = SimulatedBox(1, settings: configuration, journal: journal, now: 0)
        for now in UInt64(0)..<20_000 { box.run(now: now) }
        #expect(box.toHost.nextDue == .max)
        box.setConnected(true, now: 20_000)
        box.run(now: 20_000)
        #expect(box.toHost.nextDue == 20_000)
    }

    @Test("who waits is told when the fleet ends, and can give up")
    func waiting() async throws {
        try await Scene.with(boxes: 1) { scene in
            let fleet = scene.fleet
            let givenUp = Task { try await fleet.wait { _ in false } }
            givenUp.cancel()
            await #expect(throws: CancellationError.self) { try await givenUp.value }
            let left = Task { try await fleet.wait { _ in false } }
            await fleet.stop()
            await #expect(throws: FleetError.self) { try await left.value }
            await #expect(throws: FleetError.self) { try await fleet.counts() }
        }
    }

    @Test("a file where a link should be is not replaced")
    func occupied() async throws {
        let folder = Scene.folder()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data().write(to: URL(fileURLWithPath: folder + "/box-02"))
        await #expect(throws: FleetError.self) {
            _ = try await Fleet.start(FleetConfiguration(boxes: 2, directory: folder))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["box-02"])
    }

    @Test("a ring of every size delivers", arguments: RingSize.allCases)
    func rings(_ size: RingSize) async throws {
        try await Scene.with(boxes: 1) {
            $0.ring = size
        } _: { scene in
            scene.fleet.press(1, button: 1, by: .touch())
            try await scene.fleet.waitUntilReceipted()
            #expect(scene.host.ledger.lines[1]?.hello?.ringCapacity == UInt16(size.rawValue))
            try scene.expectExactlyOnce()
        }
    }
}
