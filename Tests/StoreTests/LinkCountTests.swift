import GRDB
import Ratings
import Testing

@testable import Store

@Suite("Counts of links in the store") struct LinkCountTests {
    private func count(_ day: Int, _ link: String, _ event: LinkEvent, _ count: Int) -> LinkCount {
        LinkCount(day: Day(number: day), link: link, event: event, count: count)
    }

    @Test("counts add up in one row a day, link and event, and leave the ledger alone")
    func addsUp() async throws {
        let bench = try await Bench()
        let head = try bench.store.nextPosition()
        try await bench.store.addLinkCounts([count(10, "b1", .hungUp, 2), count(10, "/dev/t", .missing, 1)])
        try await bench.store.addLinkCounts([count(10, "b1", .hungUp, 3), count(11, "b1", .press, 5)])
        try await bench.store.addLinkCounts([])
        let days = Day(number: 10)...Day(number: 11)
        #expect(
            try bench.store.linkCounts(in: days) == [
                count(10, "/dev/t", .missing, 1), count(10, "b1", .hungUp, 5), count(11, "b1", .press, 5),
            ])
        #expect(try bench.store.linkCounts(in: Day(number: 11)...Day(number: 12)).map(\.count) == [5])
        #expect(try bench.store.nextPosition() == head)
        #expect(try bench.store.verify(against: []).findings == [])
    }

    @Test("the newest 400 days are kept, also where a clock once stood years ahead")
    func bounded() async throws {
        let bench = try await Bench()
        try await bench.store.addLinkCounts(
            (1...500).map { count($0, "b1", .press, 1) } + [count(90_000, "b1", .press, 1)])
        try await bench.store.forgetOldLinkCounts()
        let kept = try bench.store.linkCounts(in: Day(number: 0)...Day(number: 100_000))
        #expect(kept.count == 400)
        #expect(kept.first?.day == Day(number: 102))
        #expect(kept.last?.day == Day(number: 90_000))
    }

    @Test("an event of a newer version is left out")
    func unknownEvent() async throws {
        let bench = try await Bench()
        try await bench.store.pool.write { db in
            try db.execute(sql: "INSERT INTO link_count VALUES (10, 'b1', 'teleported', 1)")
        }
        #expect(try bench.store.linkCounts(in: Day(number: 10)...Day(number: 10)).isEmpty)
    }

    @Test("the presses of a day are those made in it, whatever became of them")
    func pressesOfDay() async throws {
        let bench = try await Bench()
        let presses = [Sample.press(0, 10), Sample.press(1, 11), Sample.press(2, 200)]
        try await bench.take(presses)
        let last = try #require(try bench.rated().last?.rating.moment)
        let day = Zone.vietnam.day(of: last)
        #expect(try bench.store.presses(on: day, in: .vietnam) == PressesOfDay(count: 3, last: last))
        #expect(
            try bench.store.presses(on: day.advanced(by: 1), in: .vietnam) == PressesOfDay(count: 0, last: nil))
    }
}
