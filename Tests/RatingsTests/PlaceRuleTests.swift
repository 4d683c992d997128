import Testing

@testable import Ratings

@Suite("PlaceRule") struct PlaceRuleTests {
    private let dawn = Instant(milliseconds: 0)

    private func counter(_ code: String, _ units: String..., since: String = "2020-01-01") throws -> Counter {
        Counter(code: code, name: "Quầy \(code)", units: units, since: try Sample.at(since))
    }

    private func duty(_ counter: String, _ officer: String, unit: String? = nil, _ from: String, _ to: String) throws
        -> Duty
    {
        Duty(
            counter: counter, officer: officer, unit: unit, since: try Sample.at("2020-06-15T\(from)"),
            until: try Sample.at("2020-06-15T\(to)"), source: .roster)
    }

    private func place(
        _ directory: Directory, _ counters: [String] = ["Q1"], _ time: String = "09:00", subject: Subject? = nil,
        uncertainty: Duration = .milliseconds(1)
    ) throws -> Place {
        PlaceRule.place(
            counters: counters, moment: try Sample.at("2020-06-15T\(time)"), uncertainty: uncertainty, subject: subject,
            in: directory)
    }

    @Test("the unit is the subject's, else the duty's, else the counter's only one, else unknown")
    func unitPrecedence() throws {
        var directory = try Sample.directory(try counter("Q1", "tp"), try counter("Q2", "tp", "xd"))
        #expect(try place(directory).unit == "tp")
        #expect(try place(directory, ["Q2"]).unit == nil)
        try directory.add(
            try duty("Q1", "an", unit: "yt", "07:30", "11:30"), try duty("Q2", "binh", unit: "xd", "07:30", "11:30"))
        #expect(try place(directory).unit == "yt")
        #expect(try place(directory, ["Q2"]).unit == "xd")
        #expect(try place(directory, ["Q2"], subject: Subject(unit: "nv")).unit == "nv")
        #expect(try place(directory, ["Q2"], "12:00").unit == nil)
    }

    @Test("a counter's units are those it had at the moment")
    func counterChangesUnit() throws {
        let directory = try Sample.directory(
            try counter("Q1", "tp"), try counter("Q1", "xd", since: "2020-06-15T10:00"))
        #expect(try place(directory, ["Q1"], "09:59:59").unit == "tp")
        #expect(try place(directory, ["Q1"], "10:00").unit == "xd")
    }

    @Test("a box for a group of counters has no counter, and a unit only where they share it")
    func groupOfCounters() throws {
        let directory = try Sample.directory(
            try counter("Q1", "tp"), try counter("Q2", "tp"), try counter("Q3", "xd"),
            try duty("Q1", "an", "07:30", "11:30"))
        let shared = try place(directory, ["Q1", "Q2"])
        #expect(shared == Place(counter: nil, unit: "tp", field: nil, officer: nil))
        #expect(try place(directory, ["Q1", "Q3"]).unit == nil)
        let named = try place(directory, ["Q1", "Q3"], subject: Subject(counter: "Q1"))
        #expect(named == Place(counter: "Q1", unit: "tp", field: nil, officer: "an"))
    }

    @Test("two officers at one counter make the officer unknown unless the subject names one")
    func twoOfficers() throws {
        let directory = try Sample.directory(
            try counter("Q1", "tp"), try duty("Q1", "an", "07:30", "11:30"), try duty("Q1", "binh", "08:30", "11:30"))
        #expect(try place(directory, ["Q1"], "08:00").officer == "an")
        #expect(try place(directory).officer == nil)
        #expect(try !place(directory).isOfficerUncertain)
        #expect(try place(directory, subject: Subject(officer: "binh")).officer == "binh")
    }

    @Test("of two officers who serve for two units, the named one's duty tells the unit")
    func unitOfNamedOfficer() throws {
        let directory = try Sample.directory(
            try counter("Q1", "tp", "xd"), try duty("Q1", "an", unit: "tp", "07:30", "11:30"),
            try duty("Q1", "binh", unit: "xd", "07:30", "11:30"))
        #expect(try place(directory).unit == nil)
        #expect(try place(directory, subject: Subject(officer: "binh")).unit == "xd")
        #expect(try place(directory, subject: Subject(officer: "chi")).unit == nil)
    }

    @Test("one officer may hold two counters")
    func oneOfficerTwoCounters() throws {
        let directory = try Sample.directory(
            try duty("Q1", "an", "07:30", "11:30"), try duty("Q2", "an", "07:30", "11:30"))
        #expect(try place(directory, ["Q1"]).officer == "an")
        #expect(try place(directory, ["Q2"]).officer == "an")
    }

    @Test("where the uncertainty crosses a change of officer, counter and unit stay and the officer is unknown")
    func officerUncertain() throws {
        let directory = try Sample.directory(
            try counter("Q1", "tp"), try duty("Q1", "an", unit: "tp", "07:30", "09:00"),
            try duty("Q1", "binh", unit: "xd", "09:00", "11:30"))
        let sure = try place(directory, ["Q1"], "08:59:58", uncertainty: .milliseconds(1999))
        #expect(sure == Place(counter: "Q1", unit: "tp", field: nil, officer: "an"))
        let before = try place(directory, ["Q1"], "08:59:58", uncertainty: .seconds(2))
        #expect(before == Place(counter: "Q1", unit: "tp", field: nil, officer: nil, isOfficerUncertain: true))
        let after = try place(directory, ["Q1"], "09:00:02", uncertainty: .milliseconds(2001))
        #expect(after == Place(counter: "Q1", unit: "xd", field: nil, officer: nil, isOfficerUncertain: true))
        #expect(try place(directory, ["Q1"], "09:00:02", uncertainty: .seconds(2)).officer == "binh")
    }

    @Test("a change that leaves the same officer there makes nothing uncertain")
    func sameOfficerGoesOn() throws {
        let directory = try Sample.directory(
            try duty("Q1", "an", "07:30", "09:00"), try duty("Q1", "an", "09:00", "11:30"))
        let place = try place(directory, ["Q1"], "09:00", uncertainty: .seconds(60))
        #expect(place.officer == "an")
        #expect(!place.isOfficerUncertain)
    }

    @Test("an officer named by the subject stays certain across a change")
    func namedOfficer() throws {
        let directory = try Sample.directory(
            try duty("Q1", "an", "07:30", "09:00"), try duty("Q1", "binh", "09:00", "11:30"))
        let place = try place(directory, subject: Subject(officer: "an"), uncertainty: .seconds(60))
        #expect(place.officer == "an")
        #expect(!place.isOfficerUncertain)
    }

    @Test("the field comes from the subject alone")
    func field() throws {
        let directory = try Sample.directory(try counter("Q1", "tp"))
        #expect(try place(directory).field == nil)
        #expect(try place(directory, subject: Subject(field: "hộ tịch")).field == "hộ tịch")
    }
}
