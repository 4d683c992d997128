import Ratings
import Testing

@testable import Office

@Suite struct DutyRequestTests {
    private let roster = ["roster.csv": "date,session,counter,officer,unit\n15/06/2020,sáng,Q01,A,SXD\n"]

    private func opened(_ body: (Desk) async throws -> Void) async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(.boxAssign(uid: "0a", counters: ["Q01"], since: Desk.moment("2020-06-01"), why: "lắp"))
            try await desk.take(roster)
            try await desk.press("0a", 0, at: "2020-06-15T08:00")
            try await desk.press("0a", 1, at: "2020-06-15T10:00")
            try await body(desk)
        }
    }

    @Test("a roster row becomes a duty from the session's opening to its closing")
    func session() async throws {
        try await opened { (desk: Desk) async throws in
            #expect(desk.duties(at: "Q01") == ["A roster 07:00 – 11:00"])
            let ratings = try desk.ratings()
            #expect(ratings.map(\.officer) == ["A", "A"])
        }
    }

    @Test("a new roster for a session takes the place of the old one, and only for that session")
    func newRoster() async throws {
        try await opened { (desk: Desk) async throws in
            let reply = try await desk.take([
                "roster.csv": "date,session,counter,officer\n15/06/2020,sáng,Q01,B\n15/06/2020,chiều,Q01,A\n"
            ])
            #expect(desk.duties(at: "Q01") == ["B roster 07:00 – 11:00", "A roster 13:00 – 17:00"])
            #expect(reply.summary == ["lịch phân công: thêm 2, đổi 0, giữ nguyên 0, điều chỉnh 1"])
            #expect(reply.movement == ["kỳ 2020-06 · cán bộ Lê An (A) → Trần Bình (B): 2 lượt"])
        }
    }

    @Test("a standing roster keeps what lies around a session that is given to another")
    func standingRoster() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.take(["roster.csv": "counter,officer,since\nQ02,A,2020-06-15 06:00\n"])
            try await desk.take(["roster.csv": "date,session,counter,officer\n15/06/2020,sáng,Q02,B\n"])
            #expect(
                desk.duties(at: "Q02") == ["A roster 06:00 – 07:00", "B roster 07:00 – 11:00", "A roster 11:00"])
        }
    }

    @Test("signing on holds until the session closes, goes before the roster, and the preview says what moves")
    func start() async throws {
        try await opened { (desk: Desk) async throws in
            let request = OfficeRequest.dutyStart(
                counter: "Q01", officer: "B", since: Desk.moment("2020-06-15T09:00"), why: "đổi ca")
            let preview = try await desk.ask(request, isPreview: true)
            #expect(preview.movement == ["kỳ 2020-06 · cán bộ Lê An (A) → Trần Bình (B): 1 lượt"])
            #expect(try await desk.ask(request).movement == preview.movement)
            #expect(desk.duties(at: "Q01") == ["A roster 07:00 – 11:00", "B sign_on 09:00 – 11:00"])
            #expect(try desk.ratings().map(\.officer) == ["A", "B"])
        }
    }

    @Test("signing on before opening holds to the first session's end; on a day without sessions to the day's end")
    func startOutsideSessions() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(
                .dutyStart(counter: "Q01", officer: "A", since: Desk.moment("2020-06-15T06:50"), why: "x"))
            try await desk.ask(
                .dutyStart(counter: "Q01", officer: "B", since: Desk.moment("2020-06-16T06:50"), why: "x"))
            #expect(desk.duties(at: "Q01") == ["A sign_on 06:50 – 11:00", "B sign_on 06:50 – 00:00"])
        }
    }

    @Test("signing on again ends the officer's own sign-on; another's makes both unknown, and a note says so")
    func startAgain() async throws {
        try await opened { (desk: Desk) async throws in
            for time in ["07:30", "09:30"] {
                try await desk.ask(
                    .dutyStart(counter: "Q01", officer: "B", since: Desk.moment("2020-06-15T\(time)"), why: "x"))
            }
            #expect(desk.duties(at: "Q01").suffix(2) == ["B sign_on 07:30 – 09:30", "B sign_on 09:30 – 11:00"])
            let reply = try await desk.ask(
                .dutyStart(counter: "Q01", officer: "C", since: Desk.moment("2020-06-15T09:40"), why: "x"))
            #expect(reply.notes.first?.contains("Trần Bình (B), Võ Cúc (C)") == true)
            #expect(try desk.ratings().map(\.officer) == ["B", nil])
        }
    }

    @Test("who has left does not come back by the roster")
    func end() async throws {
        try await opened { (desk: Desk) async throws in
            try await desk.ask(
                .dutyStart(counter: "Q01", officer: "A", since: Desk.moment("2020-06-15T07:10"), why: "x"))
            try await desk.ask(
                .dutyEnd(counter: "Q01", officer: "A", since: Desk.moment("2020-06-15T09:00"), why: "ốm"))
            #expect(desk.duties(at: "Q01") == ["A roster 07:00 – 09:00", "A sign_on 07:10 – 09:00"])
            #expect(try desk.ratings().map(\.officer) == ["A", nil])
            let findings = try await desk.refusal(of: .dutyEnd(counter: "Q01", officer: "A", why: "x"))
            #expect(findings.first?.why == "no duty at Q01 on 15/6/2020 09:00")
        }
    }

    @Test("a wrong officer, unit or time is put right, with the numbers it changes")
    func correct() async throws {
        try await opened { (desk: Desk) async throws in
            let moment = Desk.moment("2020-06-15T08:00")
            let reply = try await desk.ask(
                .dutyCorrect(counter: "Q01", officer: "A", moment: moment, newOfficer: "B", unit: "SYT", why: "nhầm"))
            #expect(
                reply.movement == [
                    "kỳ 2020-06 · Sở Xây dựng · Hài lòng với dịch vụ: 2 → 0",
                    "kỳ 2020-06 · Sở Y tế · Hài lòng với dịch vụ: 0 → 2",
                    "kỳ 2020-06 · cán bộ Lê An (A) → Trần Bình (B): 2 lượt",
                ])
            try await desk.ask(
                .dutyCorrect(
                    counter: "Q01", officer: "B", moment: moment, unit: "", until: Desk.moment("2020-06-15T09:00"),
                    why: "về sớm"))
            #expect(try desk.ratings().map(\.unit) == ["SXD", "SXD"])
            #expect(try desk.ratings().map(\.officer) == ["B", nil])
            #expect(try desk.store.changes().last?.action == "duty correct")
        }
    }

    @Test("corrections that find no duty, say nothing or run backwards are refused")
    func correctRefused() async throws {
        try await opened { (desk: Desk) async throws in
            let moment = Desk.moment("2020-06-15T08:00")
            let absent = try await desk.refusal(
                of: .dutyCorrect(counter: "Q01", officer: "B", moment: moment, newOfficer: "A", why: "x"))
            #expect(absent.first?.remedy == "On duty then: A.")
            let empty = try await desk.refusal(of: .dutyCorrect(counter: "Q01", officer: "A", moment: moment, why: "x"))
            #expect(empty.first?.why == "nothing to correct was told")
            let backward = try await desk.refusal(
                of: .dutyCorrect(
                    counter: "Q01", officer: "A", moment: moment, until: Desk.moment("2020-06-15T06:00"), why: "x"))
            #expect(backward.first?.field == "until")
            let unknown = try await desk.refusal(of: .dutyStart(counter: "Q01", officer: "Z", why: "x"))
            #expect(unknown.first?.remedy.contains("use one of: A, B, C") == true)
        }
    }

    @Test("a stand-in replaces an officer from–to, after which the first one is back by himself")
    func standIn() async throws {
        try await opened { (desk: Desk) async throws in
            let reply = try await desk.ask(
                .standIn(
                    counter: "Q01", officer: "C", replaces: "A", since: Desk.moment("2020-06-15T07:30"),
                    until: Desk.moment("2020-06-15T08:30"), why: "họp"))
            #expect(
                reply.summary == [
                    "quầy Q01: Võ Cúc (C) trực thay Lê An (A) từ 15/6/2020 07:30 đến 15/6/2020 08:30"
                ])
            #expect(reply.movement == ["kỳ 2020-06 · cán bộ Lê An (A) → Võ Cúc (C): 1 lượt"])
            #expect(try desk.ratings().map(\.officer) == ["C", "A"])
            let overlapping = try await desk.refusal(
                of: .standIn(
                    counter: "Q01", officer: "C", since: Desk.moment("2020-06-15T08:00"),
                    until: Desk.moment("2020-06-15T09:00"), why: "họp"))
            #expect(overlapping.first?.why == "C already has a duty at Q01 since 15/6/2020 07:30")
            let himself = try await desk.refusal(
                of: .standIn(
                    counter: "Q01", officer: "A", replaces: "A", since: Desk.moment("2020-06-15T08:00"),
                    until: Desk.moment("2020-06-15T09:00"), why: "họp"))
            #expect(himself.first?.why == "an officer cannot stand in for himself")
        }
    }
}
