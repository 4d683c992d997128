import Ratings
import Testing

@Suite("Periods by name") struct PeriodNameTests {
    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    /// A centre with periods from the 16th to the 15th.
    private func sixteenth() throws -> Directory {
        var directory = Directory()
        try directory.add(Setting(name: .periodFirstDay, since: Instant(milliseconds: 0), value: "16"))
        return directory
    }

    @Test(
        "a name is read as it is written",
        arguments: ["2020-06", "2020-Q1", "2020-Q4", "2020-H1", "2020-H2", "2020-9M", "2020", "2020-YTD-06"])
    func roundTrip(text: String) throws {
        #expect(try #require(PeriodName(text)).description == text)
    }

    @Test(
        "what is no name is refused",
        arguments: [
            "", "20", "2020-", "2020-6", "2020-13", "2020-00", "2020-Q0", "2020-Q5", "2020-H3", "2020-6M",
            "2020-YTD-13",
            "2020-Q1-01", "-2020", "+020", "2020-q1", "0000", "June", "2020-06-15", "2020-YTD-",
        ])
    func refused(text: String) { #expect(PeriodName(text) == nil) }

    @Test("the year to date without a month is that of all twelve")
    func wholeYear() { #expect(PeriodName("2020-YTD") == .yearToDate(year: 2020, through: 12)) }

    @Test(
        "a period is the days of its months, from the 16th to the 15th as from the first to the last",
        arguments: [
            ("2020-06", "2020-05-16", "2020-06-15", "2020-06-01", "2020-06-30"),
            ("2020-Q1", "2019-12-16", "2020-03-15", "2020-01-01", "2020-03-31"),
            ("2020-Q2", "2020-03-16", "2020-06-15", "2020-04-01", "2020-06-30"),
            ("2020-H1", "2019-12-16", "2020-06-15", "2020-01-01", "2020-06-30"),
            ("2020-H2", "2020-06-16", "2020-12-15", "2020-07-01", "2020-12-31"),
            ("2020-9M", "2019-12-16", "2020-09-15", "2020-01-01", "2020-09-30"),
            ("2020", "2019-12-16", "2020-12-15", "2020-01-01", "2020-12-31"),
            ("2020-YTD-02", "2019-12-16", "2020-02-15", "2020-01-01", "2020-02-29"),
        ])
    func days(text: String, first: String, last: String, wholeFirst: String, wholeLast: String) throws {
        let name = try #require(PeriodName(text))
        let span = try #require(PeriodRule.span(of: name, in: try sixteenth()))
        #expect(span.days == (try day(first))...(try day(last)))
        #expect((span.leftOut, span.overlaps) == ([], []))
        let whole = try #require(PeriodRule.span(of: name, in: Directory()))
        #expect(whole.days == (try day(wholeFirst))...(try day(wholeLast)))
        #expect(whole.name == name)
    }

    @Test("days between the months of a listed year do not count; days in two of them count once, and both are told")
    func gaps() throws {
        var directory = Directory()
        try directory.add(
            ReportPeriod(name: "2020-04", first: try day("2020-04-01"), last: try day("2020-04-20")),
            ReportPeriod(name: "2020-05", first: try day("2020-04-25"), last: try day("2020-06-05")))
        let span = try #require(PeriodRule.span(of: .quarter(year: 2020, quarter: 2), in: directory))
        #expect(span.days == (try day("2020-04-01"))...(try day("2020-06-30")))
        #expect(span.leftOut == [(try day("2020-04-21"))...(try day("2020-04-24"))])
        #expect(span.overlaps == [(try day("2020-06-01"))...(try day("2020-06-05"))])
        #expect(
            span.pieces == [
                (try day("2020-04-01"))...(try day("2020-04-20")), (try day("2020-04-25"))...(try day("2020-06-30")),
            ])
        for (text, counts) in [
            ("2020-04-20", true), ("2020-04-25", true), ("2020-04-21", false), ("2020-04-24", false),
            ("2020-07-01", false),
        ] {
            #expect(span.contains(try day(text)) == counts, "\(text)")
        }
    }

    @Test("a month that ends before it begins makes no period")
    func backwards() throws {
        var directory = Directory()
        try directory.add(
            ReportPeriod(name: "2020-05", first: try day("2020-06-05"), last: try day("2020-05-01")))
        #expect(PeriodRule.span(of: .quarter(year: 2020, quarter: 2), in: directory) == nil)
        #expect(PeriodRule.span(of: .quarter(year: 2020, quarter: 3), in: directory) != nil)
    }

    @Test(
        "before a period stands one of its own length, if it has a name, and last year the same",
        arguments: [
            ("2020-06", "2020-05", "2019-06"), ("2020-01", "2019-12", "2019-01"), ("2020-Q1", "2019-Q4", "2019-Q1"),
            ("2020-Q3", "2020-Q2", "2019-Q3"), ("2020-H1", "2019-H2", "2019-H1"), ("2020-H2", "2020-H1", "2019-H2"),
            ("2020-9M", nil, "2019-9M"), ("2020", "2019", "2019"), ("2020-YTD-06", nil, "2019-YTD-06"),
        ])
    func neighbours(text: String, previous: String?, lastYear: String) throws {
        let name = try #require(PeriodName(text))
        #expect(name.previous?.description == previous)
        #expect(name.lastYear.description == lastYear)
        let span = try #require(PeriodRule.span(of: name, in: try sixteenth()))
        #expect(PeriodRule.span(before: span, in: try sixteenth())?.name?.description == previous)
        #expect(PeriodRule.span(yearBefore: span, in: try sixteenth())?.name?.description == lastYear)
    }

    @Test("days without a name are compared with as many before them, and with the same dates of last year")
    func namelessNeighbours() throws {
        let span = PeriodSpan(days: (try day("2020-02-20"))...(try day("2020-02-29")))
        #expect(
            PeriodRule.span(before: span, in: Directory())?.days == (try day("2020-02-10"))...(try day("2020-02-19")))
        #expect(
            PeriodRule.span(yearBefore: span, in: Directory())?.days
                == (try day("2019-02-20"))...(try day("2019-02-28")))
    }

    @Test("the year to date goes through the last month that is over, and at least through January")
    func yearToDate() throws {
        let directory = try sixteenth()
        func through(_ today: String, _ month: Int = 12) throws -> String {
            PeriodRule.yearToDate(of: 2020, through: month, endedBy: try day(today), in: directory).description
        }
        #expect(try through("2020-06-15") == "2020-YTD-05")
        #expect(try through("2020-06-16") == "2020-YTD-06")
        #expect(try through("2021-03-01") == "2020-YTD-12")
        #expect(try through("2021-03-01", 4) == "2020-YTD-04")
        #expect(try through("2020-01-02") == "2020-YTD-01")
    }
}
