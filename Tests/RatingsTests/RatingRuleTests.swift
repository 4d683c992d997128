import Testing

@testable import Ratings

/// The verdicts, one by one, and which goes before which.
@Suite("RatingRule") struct RatingRuleTests {
    private func standing(_ records: (any DirectoryRecord)...) throws -> Directory {
        var directory = try Sample.directory(
            Sample.scale, Counter(code: "Q1", name: "Quầy 1", units: ["tp"], since: try Sample.at("2020-01-01")),
            Assignment(box: "b1", counters: ["Q1"], since: try Sample.at("2020-06-01")))
        for record in records { try directory.add(record) }
        return directory
    }

    private func setting(_ name: Setting.Name, _ value: String, _ scope: Setting.Scope = .centre) throws -> Setting {
        Setting(name: name, scope: scope, since: try Sample.at("2020-06-01"), value: value)
    }

    private func press(_ time: String = "2020-06-15T09:00", tick: UInt64 = 10_000, input: String = "1") throws -> Press
    {
        Sample.press(tick: tick, input: input, received: try Sample.at(time))
    }

    @Test("a press counts for the counter, the unit and the column of its choice")
    func counted() throws {
        let rating = try standing().rate(try press(input: "4"))
        #expect(rating.verdict == .counted)
        #expect(rating.rule == "open mode")
        #expect((rating.counter, rating.unit, rating.officer, rating.field) == ("Q1", "tp", nil, nil))
        #expect((rating.choice, rating.column) == ("c4", .dissatisfiedTime))
        #expect(rating.moment == (try Sample.at("2020-06-15T09:00")))
        #expect(rating.marks == [])
    }

    @Test("row 23: the minimum interval is measured by ticks from the last counted press, its end exclusive")
    func minimumInterval() throws {
        let directory = try standing()
        func verdict(_ tick: UInt64, after last: UInt64?) throws -> Verdict {
            directory.rate(try press(tick: tick), .init(position: 2, lastCountedTick: last)).verdict
        }
        #expect(try verdict(12_999, after: 10_000) == .repeated)
        #expect(try verdict(13_000, after: 10_000) == .counted)
        #expect(try verdict(10_000, after: 10_000) == .repeated)
        #expect(try verdict(9_999, after: 10_000) == .counted)
        #expect(try verdict(10_001, after: nil) == .counted)
    }

    @Test("the minimum interval is a dated setting: box before counter before centre")
    func intervalSettings() throws {
        var directory = try standing(try setting(.minimumInterval, "10"))
        func rated(_ time: String, _ passed: UInt64) throws -> Verdict {
            directory.rate(try press(time, tick: 50_000 + passed), .init(position: 2, lastCountedTick: 50_000)).verdict
        }
        #expect(try rated("2020-06-01T00:00", 9_999) == .repeated)
        try directory.add(try setting(.minimumInterval, "1.5", .counter("Q1")))
        #expect(try rated("2020-06-15", 1_499) == .repeated)
        #expect(try rated("2020-06-15", 1_500) == .counted)
        try directory.add(try setting(.minimumInterval, "0", .box("b1")))
        #expect(try rated("2020-06-15", 0) == .counted)
        try directory.add(
            Setting(name: .minimumInterval, scope: .box("b1"), since: try Sample.at("2020-06-20"), value: "60"))
        #expect(try rated("2020-06-19T23:59:59", 0) == .counted)
        #expect(try rated("2020-06-20", 59_999) == .repeated)
    }

    @Test("a box that nobody placed waits as unregistered, before its assignment and after it as well")
    func unregistered() throws {
        #expect(try Directory().rate(press()).verdict == .unregistered)
        #expect(try standing().rate(press("2020-05-31T23:59:59")).verdict == .unregistered)
        let directory = try standing(
            Assignment(
                box: "b1", counters: ["Q1"], since: try Sample.at("2020-06-01"),
                until: try Sample.at("2020-06-15T09:00")))
        #expect(try directory.rate(press()).verdict == .unregistered)
        #expect(try directory.rate(press("2020-06-15T08:59:59")).verdict == .counted)
    }

    @Test("presses of a box under test do not count while the test lasts")
    func test() throws {
        let directory = try standing(
            BoxTest(box: "b1", since: try Sample.at("2020-06-15T09:00"), until: try Sample.at("2020-06-15T09:05")))
        #expect(try directory.rate(press("2020-06-15T08:59:59")).verdict == .counted)
        #expect(try directory.rate(press()).verdict == .test)
        #expect(try directory.rate(press("2020-06-15T09:05")).verdict == .counted)
    }

    @Test("a conflict never counts, whatever else is true of it")
    func conflict() throws {
        #expect(try standing().rate(press(), .init(position: 2, conflictsWith: 1)).verdict == .conflict)
        #expect(try Directory().rate(press(), .init(position: 2, conflictsWith: 1)).verdict == .conflict)
    }

    @Test("an input that the scale does not have counts as soon as it has it")
    func unknownInput() throws {
        var directory = try standing()
        #expect(directory.rate(try press(input: "9")).verdict == .unknownInput)
        var scale = Sample.scale
        scale.since = try Sample.at("2020-06-10")
        scale.choices.append(.init(input: "9", code: "c9", column: .comments, vietnamese: "", english: ""))
        try directory.add(scale)
        #expect(directory.rate(try press(input: "9")).column == .comments)
        #expect(try directory.rate(press("2020-06-09", input: "9")).verdict == .unknownInput)
    }

    @Test("with two scales the setting says which one a box uses")
    func scales() throws {
        var other = Sample.scale
        other.code = "three"
        other.choices = [.init(input: "1", code: "good", column: .satisfiedAttitude, vietnamese: "", english: "")]
        var directory = try standing(other)
        #expect(directory.rate(try press()).verdict == .unknownInput)
        try directory.add(try setting(.scale, "five"))
        #expect(directory.rate(try press()).column == .satisfiedService)
        try directory.add(try setting(.scale, "three", .box("b1")))
        #expect(directory.rate(try press()).column == .satisfiedAttitude)
    }

    @Test("while two boxes give one identity neither counts, and then the technician's decision holds")
    func duplicateIdentity() throws {
        var doubt = DuplicateIdentity(box: "b1", from: 5, to: 9)
        func verdicts() throws -> [Verdict] {
            let directory = try standing(doubt)
            return try [4, 5, 8, 9].map { directory.rate(try press(), .init(position: $0)).verdict }
        }
        let held: [Verdict] = [.counted, .duplicateIdentity, .duplicateIdentity, .counted]
        #expect(try verdicts() == held)
        doubt.decision = .countNone
        #expect(try verdicts() == held)
        doubt.decision = .countAll
        #expect(try verdicts() == [.counted, .counted, .counted, .counted])
        doubt.decision = .countBoot(1)
        #expect(try verdicts() == [.counted, .counted, .counted, .counted])
        doubt.decision = .countBoot(2)
        #expect(try verdicts() == held)
        (doubt.decision, doubt.to) = (nil, nil)
        #expect(try verdicts().last == .duplicateIdentity)
    }

    @Test("hours set presses apart only where they are enforced")
    func hours() throws {
        let monday = CalendarEntry(
            .session(
                weekday: 1, name: "sáng", opens: try Sample.time("07:30"), closes: try Sample.time("11:30"),
                since: try Sample.day("2020-01-01")))
        var directory = try standing(monday)
        #expect(try directory.rate(press("2020-06-15T12:00")).verdict == .counted)
        try directory.add(try setting(.hours, "enforce", .counter("Q1")))
        #expect(try directory.rate(press("2020-06-15T07:29:59")).verdict == .outsideHours)
        #expect(try directory.rate(press("2020-06-15T11:59:59")).verdict == .counted)
        #expect(try directory.rate(press("2020-06-15T12:00")).verdict == .outsideHours)
        try directory.add(try setting(.closingGrace, "0"))
        #expect(try directory.rate(press("2020-06-15T11:30")).verdict == .outsideHours)
        #expect(try directory.rate(press("2020-06-15T11:29:59")).verdict == .counted)
    }

    @Test("a supervisor's decision sets a press aside, and can be taken back")
    func setAside() throws {
        let press = try press()
        #expect(try standing(SetAside(press: press.key, isSetAside: true)).rate(press).verdict == .setAside)
        #expect(try standing(SetAside(press: press.key, isSetAside: false)).rate(press).verdict == .counted)
        let repeated = RatingRule.Neighbours(position: 2, lastCountedTick: press.tick)
        #expect(try standing(SetAside(press: press.key, isSetAside: true)).rate(press, repeated).verdict == .repeated)
    }

    @Test("row 14: late arrivals are marked, and so are an unset clock and lost time")
    func marks() throws {
        let directory = try standing()
        var press = try press()
        press.arrival.age = .seconds(60)
        #expect(directory.rate(press).marks == [])
        press.arrival.age = .milliseconds(60_001)
        #expect(directory.rate(press).marks == .late)
        press.arrival.resetsSince = 1
        press.arrival.clock.isSynchronized = false
        #expect(directory.rate(press).marks == [.late, .timeLost, .clockUnset])
    }

    @Test("every verdict has Vietnamese words of its own")
    func words() {
        #expect(Set(Verdict.allCases.map(\.vietnamese)).count == Verdict.allCases.count)
    }
}
