import Testing

@testable import Ratings

@Suite("Zone") struct ZoneTests {
    @Test("the last millisecond of a day belongs to it, the next to the next day")
    func edgeOfDay() throws {
        let zone = Zone.vietnam
        let start = zone.start(of: try Sample.day("2020-06-16"))
        #expect(MomentText.utc(start) == "2020-06-15T17:00:00Z")
        #expect(zone.day(of: start).description == "2020-06-16")
        #expect(zone.day(of: start - .milliseconds(1)).description == "2020-06-15")
        #expect(zone.hour(of: start - .milliseconds(1)) == 23)
        #expect(zone.dayTime(of: start - .milliseconds(1)).description == "23:59")
    }

    @Test("the year turns at local midnight")
    func yearEnd() throws {
        let zone = Zone.vietnam
        let evening = Instant(milliseconds: 1_577_811_600_000 - 1)  // 2019-12-31T16:59:59.999Z
        #expect(zone.day(of: evening).description == "2019-12-31")
        #expect(zone.day(of: evening + .milliseconds(1)).description == "2020-01-01")
    }

    @Test("24:00 is the beginning of the next day")
    func endOfDay() throws {
        let (zone, day) = (Zone.vietnam, try Sample.day("2020-06-15"))
        #expect(zone.instant(of: day, at: .endOfDay) == zone.start(of: day.advanced(by: 1)))
    }

    @Test("moments before 1970 have a day and a time as well")
    func before1970() throws {
        let zone = try #require(Zone(name: "Etc/UTC"))
        let moment = Instant(milliseconds: -1)
        #expect(zone.day(of: moment).description == "1969-12-31")
        #expect(zone.dayTime(of: moment).description == "23:59")
    }

    @Test("a zone with summer time gives days of 23 and 25 hours")
    func summerTime() throws {
        let zone = try #require(Zone(name: "Europe/Berlin"))
        func length(_ day: Day) -> Duration { zone.start(of: day.advanced(by: 1)) - zone.start(of: day) }
        #expect(length(try Sample.day("2020-03-29")) == .seconds(23 * 3600))
        #expect(length(try Sample.day("2020-10-25")) == .seconds(25 * 3600))
    }

    @Test("an unknown name is no zone")
    func unknown() { #expect(Zone(name: "Asia/Sóc_Trăng") == nil) }
}

@Suite("MomentText") struct MomentTextTests {
    @Test(
        "moments are read in the centre's zone unless they carry an offset",
        arguments: [
            ("2020-06-15T23:59:59", "2020-06-15T16:59:59Z"), ("2020-06-15T08:00", "2020-06-15T01:00:00Z"),
            ("2020-06-15 08:00", "2020-06-15T01:00:00Z"), ("2020-06-16", "2020-06-15T17:00:00Z"),
            ("2020-06-15T08:00Z", "2020-06-15T08:00:00Z"), ("2020-06-15T08:00:05+07:00", "2020-06-15T01:00:05Z"),
            ("2020-01-01T00:30-05:30", "2020-01-01T06:00:00Z"), ("2020-02-29T24:00", "2020-02-29T17:00:00Z"),
            (" 2020-06-15T08:00 ", "2020-06-15T01:00:00Z"),
        ])
    func read(text: String, utc: String) throws {
        #expect(MomentText.utc(try Sample.at(text)) == utc)
    }

    @Test(
        "nonsense is no moment",
        arguments: [
            "", "2020-06-15T", "2020-06-15T8:00", "2020-06-15T08", "2020-06-15T08:00:60", "2020-06-15T08:60",
            "2020-06-15X08:00", "2020-02-30T08:00", "2020-06-15T08:00+7", "2020-06-15T08:00+0700", "hôm qua",
            "2020-06-15T08:00:5", "2020-06-15T08:00:+5", "2020-06-15T08:00:00.5", "2020-06-15T08:00:00:00",
        ])
    func nonsense(text: String) { #expect(MomentText.parse(text, in: .vietnam) == nil) }

    @Test("what is written is read again", arguments: [0, -1_000, 1_592_240_399_000, 1_582_934_400_000])
    func roundTrip(milliseconds: Int64) throws {
        let moment = Instant(milliseconds: milliseconds)
        #expect(try Sample.at(MomentText.format(moment, in: .vietnam)) == moment)
        #expect(try Sample.at(MomentText.utc(moment)) == moment)
    }
}

@Suite("PeriodRule") struct PeriodRuleTests {
    @Test("a listed period goes before the rule")
    func listed() throws {
        let listed = ReportPeriod(
            name: "2020-06", first: try Sample.day("2020-05-18"), last: try Sample.day("2020-06-12"))
        #expect(PeriodRule.period(named: "2020-06", in: try Sample.directory(listed)) == listed)
    }

    @Test(
        "the rule proposes whole months, or from a day of the month before",
        arguments: [
            ("1", "2020-02", "2020-02-01", "2020-02-29"), ("1", "2020-12", "2020-12-01", "2020-12-31"),
            ("16", "2020-06", "2020-05-16", "2020-06-15"), ("26", "2020-01", "2019-12-26", "2020-01-25"),
            ("15", "2021-03", "2021-02-15", "2021-03-14"),
        ])
    func proposed(firstDay: String, name: String, first: String, last: String) throws {
        let rule = Setting(name: .periodFirstDay, since: Instant(milliseconds: 0), value: firstDay)
        let period = try #require(PeriodRule.period(named: name, in: try Sample.directory(rule)))
        #expect(period.first.description == first)
        #expect(period.last.description == last)
    }

    @Test("a rule's date decides for which months it holds")
    func dated() throws {
        let rule = Setting(name: .periodFirstDay, since: try Sample.at("2020-07-01"), value: "16")
        let directory = try Sample.directory(rule)
        #expect(PeriodRule.period(named: "2020-06", in: directory)?.first.description == "2020-06-01")
        #expect(PeriodRule.period(named: "2020-07", in: directory)?.first.description == "2020-06-16")
    }

    @Test("other names are no periods", arguments: ["2020", "2020-13", "2020-6", "quý II", "2020-06-01"])
    func nonsense(name: String) throws { #expect(PeriodRule.period(named: name, in: Directory()) == nil) }
}
