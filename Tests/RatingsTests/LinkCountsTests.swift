import Synchronization
import Testing

@testable import Ratings

@Suite("Counts of links")
struct LinkCountsTests {
    private func sorted(_ counts: [LinkCount]) -> [LinkCount] {
        counts.sorted { ($0.day, $0.link, $0.event.rawValue) < ($1.day, $1.link, $1.event.rawValue) }
    }

    @Test("what happened is counted under its day, handed out once, and taken back where it could not be stored")
    func counts() {
        let today = Atomic(1)
        let counts = LinkCounts { Day(number: today.load(ordering: .relaxed)) }
        counts.add(.press, of: "b1")
        counts.add(.press, of: "b1", by: 2)
        counts.add(.badFrame, of: "b1", by: 0)
        today.store(2, ordering: .relaxed)
        counts.add(.press, of: "b1")
        let taken = counts.take()
        #expect(
            sorted(taken) == [
                LinkCount(day: Day(number: 1), link: "b1", event: .press, count: 3),
                LinkCount(day: Day(number: 2), link: "b1", event: .press, count: 1),
            ])
        #expect(counts.take().isEmpty)
        counts.putBack(taken)
        counts.add(.press, of: "b1")
        #expect(sorted(counts.take()).map(\.count) == [3, 2])
    }

    @Test("a box that invents identities costs bounded room, and nothing goes uncounted")
    func bounded() {
        let counts = LinkCounts { Day(number: 1) }
        for number in 0..<5000 { counts.add(.connected, of: "\(number)") }
        counts.add(.connected, of: "0")
        let taken = counts.take()
        #expect(taken.count == LinkCounts.mostLinks + 1)
        #expect(taken.reduce(0) { $0 + $1.count } == 5001)
        #expect(taken.first { $0.link == LinkCounts.others }?.count == 5000 - LinkCounts.mostLinks)
    }
}
