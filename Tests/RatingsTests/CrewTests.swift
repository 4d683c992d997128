import Testing

@testable import Ratings

@Suite("Crew") struct CrewTests {
    private func duty(
        _ officer: String, _ from: String, _ to: String? = nil, _ source: Duty.Source = .roster, unit: String? = nil,
        replaces: String? = nil
    ) throws -> Duty {
        Duty(
            counter: "Q1", officer: officer, unit: unit, since: try Sample.at("2020-06-15T\(from)"),
            until: try to.map { try Sample.at("2020-06-15T\($0)") }, source: source, replaces: replaces)
    }

    private func officers(_ time: String, _ duties: [Duty]) throws -> [String] {
        var directory = Directory()
        for duty in duties { try directory.add(duty) }
        return Crew(at: "Q1", try Sample.at("2020-06-15T\(time)"), in: directory).duties.map(\.officer).sorted()
    }

    @Test("a duty holds from its beginning until just before its end")
    func halfOpen() throws {
        let duties = [try duty("an", "07:30", "11:30"), try duty("binh", "11:30", "17:00")]
        #expect(try officers("07:29", duties) == [])
        #expect(try officers("07:30", duties) == ["an"])
        #expect(try officers("11:29:59", duties) == ["an"])
        #expect(try officers("11:30", duties) == ["binh"])
        #expect(try officers("17:00", duties) == [])
    }

    @Test("a sign-on goes before the roster, for as long as it lasts")
    func signOn() throws {
        let duties = [try duty("an", "07:30", "11:30"), try duty("binh", "08:00", "09:00", .signOn)]
        #expect(try officers("07:45", duties) == ["an"])
        #expect(try officers("08:30", duties) == ["binh"])
        #expect(try officers("09:00", duties) == ["an"])
    }

    @Test("after a stand-in the first officer returns by himself")
    func standIn() throws {
        let duties = [
            try duty("an", "07:30", "11:30"), try duty("an", "07:32", "11:30", .signOn),
            try duty("chi", "09:00", "10:00", .standIn, replaces: "an"),
        ]
        #expect(try officers("08:59:59", duties) == ["an"])
        #expect(try officers("09:00", duties) == ["chi"])
        #expect(try officers("10:00", duties) == ["an"])
    }

    @Test("a stand-in takes the place of the one it names, not of the other at the counter")
    func standInOfTwo() throws {
        let duties = [
            try duty("an", "07:30", "11:30"), try duty("binh", "07:30", "11:30"),
            try duty("chi", "09:00", "10:00", .standIn, replaces: "an"),
        ]
        #expect(try officers("09:30", duties) == ["binh", "chi"])
    }

    @Test("a stand-in that names nobody replaces all of them")
    func standInForAll() throws {
        let duties = [
            try duty("an", "07:30", "11:30"), try duty("binh", "07:30", "11:30"),
            try duty("chi", "09:00", "10:00", .standIn),
        ]
        #expect(try officers("09:30", duties) == ["chi"])
    }

    @Test("a stand-in can be stood in for, whichever record came first")
    func standInChain() throws {
        let first = try duty("chi", "09:00", "10:00", .standIn, replaces: "an")
        let second = try duty("dung", "09:00", "10:00", .standIn, replaces: "chi")
        let roster = try duty("an", "07:30", "11:30")
        #expect(try officers("09:30", [roster, first, second]) == ["dung"])
        #expect(try officers("09:30", [second, first, roster]) == ["dung"])
    }

    @Test("two officers make the officer unknown, one officer with two duties does not")
    func officer() throws {
        let moment = try Sample.at("2020-06-15T08:00")
        let an = try duty("an", "07:30", unit: "tp")
        let binh = try duty("binh", "07:30", unit: "tp")
        var directory = try Sample.directory(an, try duty("an", "07:45", unit: "xd"))
        #expect(Crew(at: "Q1", moment, in: directory).officer == "an")
        #expect(Crew(at: "Q1", moment, in: directory).unit == nil)
        try directory.add(binh)
        #expect(Crew(at: "Q1", moment, in: directory).officer == nil)
        #expect(Crew(at: "Q1", moment, in: try Sample.directory(an, binh)).unit == "tp")
    }

    @Test("a sign-on or a stand-in without a unit serves for the unit of the duty it refines or takes over")
    func unitIsKept() throws {
        let moment = try Sample.at("2020-06-15T09:30")
        let roster = try duty("an", "07:30", "11:30", unit: "tp")
        let signOn = try duty("an", "07:31", nil, .signOn)
        #expect(Crew(at: "Q1", moment, in: try Sample.directory(roster, signOn)).unit == "tp")
        let other = try duty("binh", "07:31", nil, .signOn)
        #expect(Crew(at: "Q1", moment, in: try Sample.directory(roster, other)).unit == nil)
        for replaced in ["an", nil] {
            let standIn = try duty("chi", "09:00", "10:00", .standIn, replaces: replaced)
            #expect(Crew(at: "Q1", moment, in: try Sample.directory(roster, signOn, standIn)).unit == "tp")
        }
        let own = try duty("chi", "09:00", "10:00", .standIn, unit: "xd", replaces: "an")
        #expect(Crew(at: "Q1", moment, in: try Sample.directory(roster, own)).unit == "xd")
    }
}
