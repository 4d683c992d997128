import Ratings
import Testing

@testable import Store

@Suite("Greetings and gaps") struct GapTests {
    private func gap(_ from: UInt32, _ to: UInt32, _ cause: Gap.Cause = .restored, seconds: Double = 100) -> Gap {
        Gap(
            device: "b1", boot: 1, from: from, to: to, cause: cause, after: nil,
            noticed: Sample.morning + .milliseconds(Int64(seconds * 1000)))
    }

    private func greet(_ bench: Bench, boot: UInt64?, next: UInt32, _ seconds: Double = 0, heard: [Heard] = [])
        async throws
        -> Standing
    {
        try await bench.store.greet(Sample.greeting(boot: boot, next: next, seconds), heard: heard)
    }

    @Test("a box is told which sequence is expected next, whatever it announces")
    func expected() async throws {
        let bench = try await Bench()
        #expect(try await greet(bench, boot: 1, next: 9).next == 0)
        try await bench.take(Sample.press(0), Sample.press(1, 10), Sample.press(2, 20))
        let standing = try await greet(bench, boot: 1, next: 9, 60)
        #expect((standing.ledger, standing.boot, standing.next, standing.dropped) == (bench.store.ledger, 1, 3, 0))
        #expect(standing.lastHeard == Sample.morning, "when it was heard before this")
        #expect(try await greet(bench, boot: 2, next: 0).next == 0)
    }

    @Test("a greeting says where the box stands and, once, what it lost with its ring")
    func lost() async throws {
        let bench = try await Bench()
        #expect(try await greet(bench, boot: 1, next: 3).counters == ["Q1"])
        try await bench.take(Sample.press(0))
        let cold = try await greet(bench, boot: nil, next: 0, 60)
        #expect(cold.lost.map(\.from) == [1] && cold.lost.map(\.to) == [3])
        #expect(cold.lost.map(\.cause) == [.coldStart])
        #expect(try await greet(bench, boot: nil, next: 0, 61).lost.isEmpty)
    }

    @Test("a conflict does not move what is expected next")
    func conflict() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0), Sample.press(0, input: "3"))
        #expect(try await greet(bench, boot: 1, next: 1).next == 1)
    }

    @Test("with an older copy put back, what the box was receipted for becomes a gap and the box goes on behind it")
    func restored() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0), Sample.press(1, 10))
        #expect(
            try bench.store.commit([.gap(gap(2, 5)), .press(Sample.press(5, 50))]) == [
                .noted, .stored(position: 5),
            ])
        #expect(try await greet(bench, boot: 1, next: 6).next == 6)
        let counted = try #require(try bench.store.gaps().first)
        #expect(counted.missing == 3)
        #expect(counted.gap.after == Sample.morning + .seconds(10), "the last moment known before it")
        #expect(try bench.findings() == [])
        try await bench.expectConsistent()
    }

    @Test("directly after a gap the sequence expected is the one behind it")
    func expectedAfterGap() async throws {
        let bench = try await Bench()
        _ = try bench.store.commit([.gap(gap(0, 4))])
        #expect(try await greet(bench, boot: 1, next: 9).next == 4)
    }

    @Test("a gap is recorded once, and grows where more turns out to be missing")
    func once() async throws {
        let bench = try await Bench()
        _ = try bench.store.commit([.gap(gap(2, 5)), .gap(gap(2, 5, seconds: 200)), .gap(gap(2, 4))])
        #expect(try bench.store.changes().filter { $0.action == "gap" }.count == 1)
        _ = try bench.store.commit([.gap(gap(2, 7))])
        #expect(try bench.store.gaps().map(\.missing) == [5])
    }

    @Test("what comes after all is no longer missing")
    func cameAfterAll() async throws {
        let bench = try await Bench()
        _ = try bench.store.commit([.gap(gap(0, 4))])
        try await bench.take(Sample.press(1, 10), Sample.press(3, 30), Sample.press(4, 40))
        #expect(try bench.store.gaps().map(\.missing) == [2])
        try await bench.take(Sample.press(0), Sample.press(2, 20))
        #expect(try bench.store.gaps().map(\.missing) == [0])
        #expect(try bench.store.boxSummaries().first { $0.device == "b1" }?.missing == 0)
    }

    @Test("a gap that says nonsense misses nothing")
    func nonsense() async throws {
        let bench = try await Bench()
        _ = try bench.store.commit([.gap(gap(5, 2))])
        #expect(try bench.store.gaps().map(\.missing) == [0])
    }

    @Test("after a cold start the box is offered a new boot, and what it had announced and not delivered is a gap")
    func coldStart() async throws {
        let bench = try await Bench()
        _ = try await greet(bench, boot: 1, next: 2)
        try await bench.take(Sample.press(0), Sample.press(1, 10))
        let heard = Heard(device: "b1", boot: 1, announced: 5, at: Sample.morning + .seconds(50))
        let standing = try await greet(bench, boot: nil, next: 0, 100, heard: [heard])
        #expect(standing.boot != 1 && standing.boot != 0)
        #expect(standing.next == 0)
        let counted = try #require(try bench.store.gaps().first)
        #expect((counted.gap.from, counted.gap.to, counted.gap.cause) == (2, 5, .coldStart))
        #expect(counted.missing == 3)
        #expect(try bench.store.boxSummaries().first { $0.device == "b1" }?.ringsLost == 1)
        #expect(try await greet(bench, boot: nil, next: 0, 200).boot != standing.boot)
        #expect(try bench.store.gaps().count == 1, "a boot is lost once")
    }

    @Test("a cold start with everything delivered leaves no gap, but the ring counts as lost")
    func coldStartDelivered() async throws {
        let bench = try await Bench()
        _ = try await greet(bench, boot: 1, next: 1)
        try await bench.take(Sample.press(0))
        _ = try await greet(bench, boot: nil, next: 0, 100)
        #expect(try bench.store.gaps().isEmpty)
        #expect(try bench.store.boxSummaries().first { $0.device == "b1" }?.ringsLost == 1)
    }

    @Test("while a twin lives, a box without a ring ends nobody's boot")
    func twin() async throws {
        let bench = try await Bench()
        _ = try await greet(bench, boot: 1, next: 3)
        var greeting = Sample.greeting(boot: nil, next: 0, 10)
        greeting.hasTwin = true
        _ = try await bench.store.greet(greeting, heard: [])
        #expect(try bench.store.gaps().isEmpty)
        #expect(try bench.store.boxSummaries().first { $0.device == "b1" }?.ringsLost == 0)
        _ = try await greet(bench, boot: nil, next: 0, 20)
        #expect(try bench.store.gaps().map(\.missing) == [3])
    }

    @Test("a full box's drops are kept, known box or not, and the highest count stays")
    func dropped() async throws {
        let bench = try await Bench()
        for (box, count) in [("b1", UInt32(7)), ("b1", 5), ("unheard", 3)] {
            let receipts = try bench.store.commit([
                .dropped(device: box, boot: 1, count: count, at: Sample.morning)
            ])
            #expect(receipts == [.noted])
        }
        #expect(try await greet(bench, boot: 1, next: 0).dropped == 7)
        let day = Zone.vietnam.day(of: Sample.morning)
        #expect(try bench.store.tableSource(for: day...day).dropped == 10)
        let before = day.advanced(by: -1)
        #expect(try bench.store.tableSource(for: before...before).dropped == 0)
    }

    @Test("a table's source has the gaps that may hold presses of its days")
    func gapsOfDays() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0))
        _ = try bench.store.commit([.gap(gap(1, 3, seconds: 86_400 * 2))])
        let day = Zone.vietnam.day(of: Sample.morning)
        func missing(_ first: Int, _ last: Int) throws -> [Int] {
            try bench.store.tableSource(for: day.advanced(by: first)...day.advanced(by: last)).gaps.map(\.missing)
        }
        #expect(try missing(0, 0) == [2])
        #expect(try missing(1, 2) == [2])
        #expect(try missing(3, 9) == [])
        #expect(try missing(-9, -1) == [])
    }
}
