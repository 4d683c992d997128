import Testing

@testable import Ratings

@Suite("WorkingCalendar") struct WorkingCalendarTests {
    private func session(
        _ weekday: Int, _ name: String, _ opens: String, _ closes: String, since: String = "2020-01-01"
    ) throws
        -> CalendarEntry
    {
        CalendarEntry(
            .session(
                weekday: weekday, name: name, opens: try Sample.time(opens), closes: try Sample.time(closes),
                since: try Sample.day(since)))
    }

    private func week() throws -> Directory {
        var directory = Directory()
        for weekday in 1...5 {
            try directory.add(
                try session(weekday, "sáng", "07:00", "11:00"), try session(weekday, "chiều", "13:00", "17:00"))
        }
        return directory
    }

    private func isOpen(_ directory: Directory, _ moment: String, counter: String? = nil, grace: Int = 30) throws
        -> Bool
    {
        directory.calendar.isOpen(at: try Sample.at(moment), in: .vietnam, counter: counter, graceMinutes: grace)
    }

    @Test("a calendar without entries is always closed")
    func empty() throws { #expect(try !isOpen(Directory(), "2020-06-15T09:00")) }

    @Test("sessions open on the minute and stay open through the grace after closing")
    func sessions() throws {
        let week = try week()
        #expect(try !isOpen(week, "2020-06-15T06:59:59"))
        #expect(try isOpen(week, "2020-06-15T07:00"))
        #expect(try isOpen(week, "2020-06-15T11:29:59"))
        #expect(try !isOpen(week, "2020-06-15T11:30"))
        #expect(try !isOpen(week, "2020-06-15T11:00", grace: 0))
        #expect(try !isOpen(week, "2020-06-20T09:00"))
    }

    @Test("a holiday has no sessions, except announced extra ones")
    func holiday() throws {
        var week = try week()
        try week.add(CalendarEntry(.holiday(try Sample.day("2020-06-15"))))
        #expect(try !isOpen(week, "2020-06-15T09:00"))
        #expect(try isOpen(week, "2020-06-16T09:00"))
        try week.add(
            CalendarEntry(
                .extra(
                    try Sample.day("2020-06-15"), counter: "Q1", opens: try Sample.time("08:00"),
                    closes: try Sample.time("09:00"))))
        #expect(try isOpen(week, "2020-06-15T08:30", counter: "Q1"))
        #expect(try !isOpen(week, "2020-06-15T08:30", counter: "Q2"))
        #expect(try !isOpen(week, "2020-06-15T08:30"))
    }

    @Test("a make-up day works like the weekday it makes up for")
    func makeUp() throws {
        var week = try week()
        try week.add(
            try session(3, "sáng", "08:00", "10:00"),
            CalendarEntry(.makeUp(try Sample.day("2020-06-20"), likeWeekday: 3)))
        #expect(try !isOpen(week, "2020-06-20T07:30"))
        #expect(try isOpen(week, "2020-06-20T08:30"))
        #expect(week.calendar.session(named: "chiều", on: try Sample.day("2020-06-20"))?.opens.description == "13:00")
    }

    @Test("a newer entry replaces the session of its weekday and name from its day on, whatever the order")
    func newer() throws {
        let entries = [
            try session(1, "sáng", "07:00", "11:00"), try session(1, "sáng", "07:30", "11:30", since: "2020-06-15"),
            try session(1, "sáng", "00:00", "00:00", since: "2020-06-22"),
        ]
        for order in [entries, entries.reversed()] {
            var directory = Directory()
            for entry in order { try directory.add(entry) }
            let opens = try ["2020-06-08", "2020-06-15", "2020-06-22"].map {
                directory.calendar.sessions(on: try Sample.day($0), counter: nil).map(\.opens.description)
            }
            #expect(opens == [["07:00"], ["07:30"], []])
        }
    }

    @Test("an extra session at all counters opens every counter")
    func extraEverywhere() throws {
        let extra = CalendarEntry(
            .extra(
                try Sample.day("2020-06-20"), counter: nil, opens: try Sample.time("08:00"),
                closes: try Sample.time("09:00")))
        let directory = try Sample.directory(extra)
        #expect(try isOpen(directory, "2020-06-20T08:30", counter: "Q9"))
        #expect(try isOpen(directory, "2020-06-20T09:29"))
    }
}
