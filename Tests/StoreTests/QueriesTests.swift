import GRDB
import Ratings
import Testing

@testable import Store

@Suite("What others ask") struct QueriesTests {
    @Test("a table's source has the tallies of its days, and counts what is unsure at their edges")
    func tableSource() async throws {
        let bench = try await Bench()
        let midnight = 15.0 * 3600  // 2020-06-16T00:00 in Vietnam
        var unsure = Sample.press(1, midnight + 5, age: 600)
        unsure.arrival.driftPPM = nil
        try await bench.take(Sample.press(0), unsure, Sample.press(2, midnight + 60), Sample.press(3, midnight + 61))
        let day = Zone.vietnam.day(of: Sample.morning)
        let first = try bench.store.tableSource(for: day...day)
        #expect(first.counted == 1)
        #expect(first.edgeCrossings == 1)
        let second = try bench.store.tableSource(for: day.advanced(by: 1)...day.advanced(by: 1))
        #expect(second.counted == 2)
        #expect(second.edgeCrossings == 1)
        #expect(try bench.store.tableSource(for: day.advanced(by: 2)...day.advanced(by: 9)).edgeCrossings == 0)
        #expect(second.directory.counters.codes == ["Q1", "Q2"])
    }

    @Test("ratings that wait are found by an index of their own, not by walking a month's ratings")
    func waitingIndex() async throws {
        let bench = try await Bench()
        let plan = try await bench.store.pool.read {
            try Row.fetchAll($0, sql: "EXPLAIN QUERY PLAN " + Store.waitingQuery, arguments: [1, 0, 1])
                .map { $0["detail"] as String }
        }
        #expect(plan.contains { $0.contains("USING INDEX rating_waiting") }, "\(plan)")
    }

    @Test("counted by hour and day of the week, and by officer, are the presses counted by hand")
    func sums() async throws {
        let duty = Duty(counter: "Q1", officer: "an", since: Sample.morning + .seconds(1800), source: .roster)
        let bench = try await Bench(Bench.standing + [duty])
        let (hour, day) = (3600.0, 86_400.0)
        // 2020-06-15, 09:00, is a Monday. The second press repeats the first.
        try await bench.take(
            Sample.press(0), Sample.press(1, 1), Sample.press(2, 10, input: "3"), Sample.press(3, hour),
            Sample.press(4, day), Sample.press(5, 6 * day), Sample.press(6, 7 * day + 5), Sample.press(7, 30 * day))
        let first = Zone.vietnam.day(of: Sample.morning)
        let days = first...first.advanced(by: 7)
        func count(_ weekday: Int, _ hour: Int, _ column: Ratings.Column, _ count: Int) -> HourCount {
            HourCount(weekday: weekday, hour: hour, column: column, count: count)
        }
        #expect(
            try bench.store.hourCounts(for: days) == [
                count(1, 9, .dissatisfiedCompetence, 1), count(1, 9, .satisfiedService, 2),
                count(1, 10, .satisfiedService, 1), count(2, 9, .satisfiedService, 1),
                count(7, 9, .satisfiedService, 1),
            ])
        #expect(
            try bench.store.officerCounts(for: days) == [
                OfficerCount(officer: nil, column: .dissatisfiedCompetence, count: 1),
                OfficerCount(officer: nil, column: .satisfiedService, count: 1),
                OfficerCount(officer: "an", column: .satisfiedService, count: 4),
            ])
        #expect(try bench.store.hourCounts(for: first.advanced(by: 9)...first.advanced(by: 20)) == [])
    }

    @Test("boxes that were registered or heard are summed up")
    func boxes() async throws {
        let bench = try await Bench(Bench.standing + [Box(uid: "b3", label: "B3")])
        _ = try await bench.store.greet(Sample.greeting(boot: 1, next: 0, 5), heard: [])
        _ = try await bench.store.greet(Sample.greeting("b4", boot: 1, next: 0), heard: [])
        try await bench.take(Sample.press(0), Sample.press(1, 10), Sample.press(1, 10, input: "2"))
        let summaries = try bench.store.boxSummaries()
        #expect(summaries.map(\.device) == ["b1", "b2", "b3", "b4"])
        #expect(summaries.map(\.taken) == [2, 0, 0, 0])
        #expect(summaries.map(\.conflicts) == [1, 0, 0, 0])
        #expect(summaries[0].lastPress == Sample.morning + .seconds(10))
        #expect(summaries[0].heard == Sample.morning + .seconds(5))
        #expect(summaries[0].description == Sample.description)
        #expect(summaries[2].description == nil)
        #expect(summaries[3].lastPress == nil)
    }

    @Test("a box is heard when it greets and when its signs of life are noted, and never earlier than before")
    func heard() async throws {
        let bench = try await Bench()
        _ = try await bench.store.greet(Sample.greeting(boot: 1, next: 0), heard: [])
        func note(_ seconds: Double) async throws -> Instant? {
            let at = Sample.morning + .milliseconds(Int64(seconds * 1000))
            try await bench.store.noteAlive(at: at, heard: [Heard(device: "b1", boot: 1, announced: 0, at: at)])
            let day = Zone.vietnam.day(of: Sample.morning)
            return try bench.store.tableSource(for: day...day).heard["b1"]
        }
        #expect(try await note(60) == Sample.morning + .seconds(60))
        #expect(try await note(30) == Sample.morning + .seconds(60))
    }

    @Test("a doubtful stretch begins with the next press and ends with the last, and the decision is kept")
    func duplicates() async throws {
        let (bench, now) = (try await Bench(), Sample.morning)
        try await bench.take(Sample.press(0))
        try await bench.store.noteDuplicate(of: "b1", isLive: true, at: now)
        try await bench.store.noteDuplicate(of: "b1", isLive: true, at: now)
        try await bench.take(Sample.press(1, 10), Sample.press(0, 20, boot: 2), Sample.press(0, 0, box: "b2"))
        try await bench.store.noteDuplicate(of: "b1", isLive: false, at: now)
        try await bench.store.noteDuplicate(of: "b1", isLive: false, at: now)
        try await bench.take(Sample.press(2, 30))
        #expect(try bench.verdicts() == [.counted, .duplicateIdentity, .duplicateIdentity, .counted, .counted])
        #expect(try bench.store.changes().filter { $0.action == "duplicate identity" }.count == 2)
        var stretch = try #require(bench.store.directory.duplicates["b1"]?.first)
        stretch.decision = .countBoot(2)
        try await bench.change(stretch)
        #expect(try bench.verdicts() == [.counted, .duplicateIdentity, .counted, .counted, .counted])
        try await bench.expectConsistent()
    }

    @Test("a doubt that a stop of the service left open ends with its next start")
    func duplicatesAfterStart() async throws {
        let bench = try await Bench()
        try await bench.store.noteDuplicate(of: "b1", isLive: true, at: Sample.morning)
        try await bench.take(Sample.press(0))
        try await bench.store.beginRun(Sample.clock(Sample.morning + .seconds(60), boot: "next"))
        try await bench.take(Sample.press(1, 100))
        #expect(try bench.verdicts() == [.duplicateIdentity, .counted])
        try await bench.expectConsistent()
    }
}
