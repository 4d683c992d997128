import Foundation
import Logging
import Ratings
import ServiceLifecycle
import TestSupport
import Testing

@testable import Intake
@testable import Store

@Suite("Housekeeping", .timeLimit(.minutes(5))) struct HousekeepingTests {
    private let scratch = Scratch()
    private let start = Instant(milliseconds: 1_592_186_400_000)  // 2020-06-15T09:00 in Vietnam

    /// Runs it at every millisecond while `body` runs.
    private func keep(
        _ store: Store, _ clock: StandingClock, counts: LinkCounts = LinkCounts { Day(number: 0) },
        log: Logger = .quiet, _ body: (Intake) async throws -> Void
    ) async throws {
        let door = Intake(store: store, clock: clock, log: .quiet)
        let housekeeping = Housekeeping(
            store: store, door: door, clock: clock, counts: counts, log: log, interval: .milliseconds(1))
        let group = ServiceGroup(services: [door, housekeeping], logger: .quiet)
        async let running: Void = group.run()
        try await body(door)
        await group.triggerGracefulShutdown()
        try await running
    }

    private func anchors(_ store: Store) throws -> [Anchor] { try Store.anchors(in: store.folder.anchors) }

    @Test("the chain is anchored once a day of the centre's zone")
    func daily() async throws {
        let store = try Store(writing: DataDirectory(scratch.path))
        let clock = StandingClock(start)
        try await keep(store, clock) { door in
            _ = try await door.submit(0)
            try await waitUntil { try anchors(store).count == 1 }
            _ = try await door.submit(1)
            clock.advance(.seconds(15 * 3600 - 1))
            let alive = clock.read().wall
            try await waitUntil { try aliveAt(store) == alive }
            #expect(try anchors(store).count == 1)
            clock.advance(.seconds(1))
            try await waitUntil { try anchors(store).count == 2 }
        }
        #expect(try anchors(store).map { MomentText.format($0.at, in: .vietnam) }.last == "2020-06-16T00:00:00")
        #expect(try anchors(store).allSatisfy { $0.reason == "daily" })
        #expect(try store.verify(against: []).findings == [])
    }

    @Test("what is personal goes at the end of its retention")
    func erases() async throws {
        let store = try Store(writing: DataDirectory(scratch.path))
        let press = Press.sample(0)
        _ = try store.commit([.press(press, PersonalNote(kind: .comment, text: "Tốt"))])
        let clock = StandingClock(start + .seconds(364 * 86_400))
        try await keep(store, clock) { _ in
            try await waitUntil { try anchors(store).count == 1 }
            #expect(try store.personalNote(of: press.key) != nil)
            clock.advance(.seconds(86_400))
            try await waitUntil { try store.personalNote(of: press.key) == nil }
        }
        #expect(try store.changes().contains { $0.action == "erase personal: 1 past their retention" })
    }

    @Test("a step of the wall clock becomes a recorded fact")
    func clockStep() async throws {
        let store = try Store(writing: DataDirectory(scratch.path))
        let clock = StandingClock(start)
        try await keep(store, clock) { _ in
            try await waitUntil { try aliveAt(store) == start }
            clock.advance(.seconds(30), step: .seconds(60))
            try await waitUntil { !store.directory.clockFacts.isEmpty }
        }
        #expect(store.directory.clockFacts["host"]?.map(\.step) == [.seconds(60)])
    }

    @Test("a step seen while the store cannot write is recorded once it can")
    func clockStepWhileReadOnly() async throws {
        let store = try Store(writing: DataDirectory(scratch.path))
        let (clock, book) = (StandingClock(start), LogBook())
        try await keep(store, clock, log: book.logger) { _ in
            try await waitUntil { try aliveAt(store) == start }
            try await store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = ON") }
            clock.advance(.seconds(86_400), step: .seconds(60))
            try await waitUntil { book.messages.count { $0 == "housekeeping failed" } > 3 }
            #expect(store.directory.clockFacts.isEmpty)
            try await store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = OFF") }
            try await waitUntil { !store.directory.clockFacts.isEmpty }
        }
        #expect(store.directory.clockFacts["host"]?.map(\.step) == [.seconds(60)])
    }

    @Test("row 19: a failure is reported and housekeeping goes on")
    func failure() async throws {
        let store = try Store(writing: DataDirectory(scratch.path))
        let (clock, book) = (StandingClock(start), LogBook())
        try FileManager.default.createDirectory(atPath: store.folder.anchors, withIntermediateDirectories: false)
        try await keep(store, clock, log: book.logger) { _ in
            try await waitUntil { book.messages.count >= 10 }
            try FileManager.default.removeItem(atPath: store.folder.anchors)
            try await waitUntil { book.messages.contains("anchor works again") }
        }
        #expect(try anchors(store).count <= 1)
    }

    @Test("counts of links are stored every five minutes, at the day's change and at the end, never at every look")
    func counts() async throws {
        let store = try Store(writing: DataDirectory(scratch.path))
        let clock = StandingClock(start)
        let counts = LinkCounts { store.directory.settings.zone.day(of: clock.read().wall) }
        let days = Day(number: 18_428)...Day(number: 18_429)
        func stored() throws -> [Int] { try store.linkCounts(in: days).map(\.count) }
        func look() async throws {
            let alive = clock.read().wall
            try await waitUntil { try aliveAt(store) == alive }
            // The look in which it was stored may be under way: the next one is all done when the one after begins.
            clock.advance(.milliseconds(1))
            try await waitUntil { try aliveAt(store) == alive + .milliseconds(1) }
            clock.advance(.milliseconds(1))
            try await waitUntil { try aliveAt(store) == alive + .milliseconds(2) }
        }
        try await keep(store, clock, counts: counts) { _ in
            try await look()
            counts.add(.press, of: "b1", by: 3)
            clock.advance(.seconds(290))
            try await look()
            #expect(try stored().isEmpty)
            clock.advance(.seconds(10))
            try await waitUntil { try stored() == [3] }
            counts.add(.press, of: "b1")
            clock.advance(.seconds(15 * 3600 - 301))
            try await waitUntil { try stored() == [4] }
            counts.add(.press, of: "b1")
            clock.advance(.seconds(2))
            try await waitUntil { try stored() == [5] }
            counts.add(.hungUp, of: "b1")
        }
        #expect(try stored() == [5, 1])
        #expect(try store.linkCounts(in: days).last?.day == Day(number: 18_429))
    }

    @Test("counts that the store cannot take now are stored once it can")
    func countsWhileReadOnly() async throws {
        let store = try Store(writing: DataDirectory(scratch.path))
        let (clock, book) = (StandingClock(start), LogBook())
        let counts = LinkCounts { Day(number: 18_428) }
        try await keep(store, clock, counts: counts, log: book.logger) { _ in
            try await waitUntil { try aliveAt(store) == start }
            try await store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = ON") }
            counts.add(.press, of: "b1", by: 3)
            clock.advance(.seconds(300))
            try await waitUntil { book.messages.count { $0 == "housekeeping failed" } > 3 }
            try await store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = OFF") }
        }
        #expect(try store.linkCounts(in: Day(number: 18_428)...Day(number: 18_428)).map(\.count) == [3])
    }

    private func aliveAt(_ store: Store) throws -> Instant? {
        try store.pool.read { db in
            try Int64.fetchOne(db, sql: "SELECT at FROM alive").map(Instant.init(milliseconds:))
        }
    }
}

@Suite("SystemClock") struct SystemClockTests {
    @Test("the wall clock is the system's, and the boot-time clock only goes forward")
    func reads() {
        let clock = SystemClock()
        let (first, second) = (clock.read(), clock.read())
        let difference = first.wall - Instant(Date())
        #expect(difference < .seconds(5) && difference > .seconds(-5))
        #expect(first.bootTime > .zero && second.bootTime >= first.bootTime)
        #expect(first.hostBoot == second.hostBoot)
        #expect(first.hostBoot.count == 36)
    }
}
