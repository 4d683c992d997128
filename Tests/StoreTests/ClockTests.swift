import Ratings
import Testing

@testable import Store

@Suite("The host's clock") struct ClockTests {
    /// A press received `up` milliseconds after the host's boot, on a clock that stands at 1970.
    private func unset(_ sequence: UInt32, up: Int64, age: Int64 = 0) -> Press {
        var press = Sample.press(sequence)
        press.tick = UInt64(up - age)
        press.arrival.clock = Sample.clock(Instant(milliseconds: up), up: up, isSet: false)
        press.arrival.age = .milliseconds(age)
        return press
    }

    private func fact(_ up: Int64, _ wall: Instant, step: Duration, isSet: Bool = true) -> ClockFact {
        ClockFact(reading: Sample.clock(wall, up: up, isSet: isSet), step: step)
    }

    @Test("presses on an unset clock are taken, marked, and derived again once it is set")
    func laterSet() async throws {
        let bench = try await Bench()
        try await bench.take(unset(0, up: 60_000), unset(1, up: 120_000, age: 30_000))
        #expect(try bench.rated().map(\.rating.moment.milliseconds) == [60_000, 90_000])
        #expect(try bench.rated().allSatisfy { $0.rating.marks == .clockUnset })
        #expect(try bench.tallies().map(\.key.day.description) == ["1970-01-01"])
        try await bench.store.recordClock(fact(200_000, Sample.morning, step: .seconds(9)))
        #expect(try bench.rated().map { $0.rating.moment - Sample.morning } == [.seconds(-140), .seconds(-110)])
        #expect(try bench.tallies().map(\.key.day.description) == ["2020-06-15"])
        #expect(try bench.rated().allSatisfy { $0.rating.marks == .clockUnset })
        #expect(try bench.rated().map(\.press) == [unset(0, up: 60_000), unset(1, up: 120_000, age: 30_000)])
        try await bench.expectConsistent()
        #expect(try bench.findings() == [])
    }

    @Test("the facts of another boot of the host do not touch them")
    func otherBoot() async throws {
        let bench = try await Bench()
        try await bench.take(unset(0, up: 60_000))
        let reading = Sample.clock(Sample.morning, up: 70_000, boot: "next")
        try await bench.store.recordClock(ClockFact(reading: reading, step: .zero))
        #expect(try bench.rated()[0].rating.moment.milliseconds == 60_000)
    }

    @Test("a clock that ran backwards since the last receipt is not trusted for the press, up to 2 s it is")
    func backwards() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0, 100), Sample.press(1, 98), Sample.press(2, 95.999))
        #expect(try bench.rated().map(\.press.arrival.clock.isSynchronized) == [true, true, false])
        #expect(try bench.rated().map { $0.rating.marks.contains(.clockUnset) } == [false, false, true])
    }

    @Test("a run that began on an unset clock is dated again when the clock is set")
    func runIsDatedAgain() async throws {
        let bench = try await Bench(
            Bench.standing + [Setting(name: .mode, since: Instant(milliseconds: 0), value: "invited")])
        let store = bench.store
        try await store.beginRun(Sample.clock(Sample.morning))
        try await store.noteAlive(at: Sample.morning + .seconds(100), heard: [])
        // Power returns at 600 s; the clock begins in 1970 and is set a minute later.
        try await store.beginRun(Sample.clock(Instant(milliseconds: 10_000), up: 10_000, isSet: false, boot: "next"))
        let set = Sample.clock(Sample.morning + .seconds(660), up: 70_000, boot: "next")
        let step = set.wall - Instant(milliseconds: 70_000)
        try await store.recordClock(ClockFact(reading: set, step: step))
        let expected = [
            ServiceRun(started: Sample.morning, ended: Sample.morning + .seconds(100)),
            ServiceRun(started: Sample.morning + .seconds(600)),
        ]
        #expect(store.directory.runs == expected)
        try await bench.take(
            Sample.press(0, 50, age: 700), Sample.press(1, 300, age: 450), Sample.press(2, 650, age: 100))
        #expect(try bench.verdicts() == [.noInvitation, .counted, .noInvitation])
        try await bench.expectConsistent()
    }

    @Test("every run but the last has an end, though the last began in 1970 and was never dated")
    func runsEnd() async throws {
        let bench = try await Bench()
        try await bench.store.beginRun(Sample.clock(Sample.morning))
        try await bench.store.beginRun(Sample.clock(Instant(milliseconds: 5_000), isSet: false, boot: "next"))
        try await bench.store.beginRun(Sample.clock(Sample.morning + .seconds(900), boot: "third"))
        let runs = bench.store.directory.runs.sorted { $0.started < $1.started }
        #expect(runs.map(\.started) == [Instant(milliseconds: 5_000), Sample.morning, Sample.morning + .seconds(900)])
        #expect(runs.filter { $0.ended == nil }.map(\.started) == [Sample.morning + .seconds(900)])
    }

    @Test("a run ends at its last sign of life: the service's own, or the last receipt")
    func lastSign() async throws {
        let bench = try await Bench()
        try await bench.store.beginRun(Sample.clock(Sample.morning))
        try await bench.store.noteAlive(at: Sample.morning + .seconds(30), heard: [])
        try await bench.take(Sample.press(0, 45))
        try await bench.store.beginRun(Sample.clock(Sample.morning + .seconds(900), boot: "next"))
        #expect(bench.store.directory.runs.first?.ended == Sample.morning + .seconds(45))
        #expect(bench.store.directory.clockFacts.keys.sorted() == ["host", "next"])
    }
}
