import Foundation
import Ratings
import Testing

@testable import Office

@Suite struct DecisionRequestTests {
    private func opened(_ body: (Desk) async throws -> Void) async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(.boxAssign(uid: "0a", counters: ["Q01"], since: Desk.moment("2020-05-01"), why: "lắp"))
            try await body(desk)
        }
    }

    @Test("a press is set aside and kept again, each with its reason")
    func setAside() async throws {
        try await opened { (desk: Desk) async throws in
            let key = try await desk.press("0a", 0, at: "2020-06-14T08:00")
            let aside = try await desk.ask(.setAside([key], why: "trẻ em nghịch"))
            #expect(aside.movement == ["kỳ 2020-06 · Sở Xây dựng · Hài lòng với dịch vụ: 1 → 0"])
            #expect(aside.summary == ["lượt bấm 0a/7/0: không tính"])
            #expect(try await desk.ask(.setAside([key], why: "lặp lại")).summary == ["không có gì thay đổi"])
            #expect(try await desk.ask(.keep([key], why: "giải trình")).movement.count == 1)
            #expect(try desk.ratings().map(\.verdict) == [.counted])
            let unknown = PressKey(device: "0a", boot: 7, sequence: 9)
            #expect(try await desk.refusal(of: .setAside([unknown], why: "x")).first?.value == "0a/7/9")
        }
    }

    @Test("an invitation gets a number and a window, shuts the one before, and is closed by hand")
    func invitation() async throws {
        try await opened { (desk: Desk) async throws in
            let first = try #require(try await desk.ask(.invite(counter: "Q01")).invitation)
            #expect(first.id == 1 && first.expires == Desk.now + .seconds(30) && first.by == "giám sát")
            let later = Desk.now + .seconds(10)
            let second = try #require(
                try await desk.ask(
                    .invite(counter: "Q01", subject: Subject(officer: "B"), windowSeconds: 60), at: later
                ).invitation)
            #expect(second.id == 2 && second.expires == later + .seconds(60))
            #expect(try desk.store.invitation(1)?.closed == later)
            let closed = try await desk.ask(.closeInvitation(id: 2), at: later + .seconds(5))
            #expect(closed.invitation?.shuts == later + .seconds(5))
            #expect(try await desk.refusal(of: .closeInvitation(id: 9)).first?.why == "no such invitation")
            #expect(try await desk.refusal(of: .invite(counter: "Q01", windowSeconds: 0)).first?.field == "window")
            let stranger = OfficeRequest.invite(counter: "Q01", subject: Subject(officer: "Z"))
            #expect(try await desk.refusal(of: stranger).first?.why == "unknown code")
        }
    }

    @Test("in invited mode the rating of an invitation counts for the officer it names")
    func invitedMode() async throws {
        try await opened { (desk: Desk) async throws in
            try await desk.store.beginRun(
                ClockReading(
                    wall: Desk.moment("2020-06-15T07:00"), hostBoot: "host", bootTime: .zero, isSynchronized: true))
            try await desk.ask(
                .set(.mode, scope: .counter("Q01"), value: "invited", since: Desk.moment("2020-06-15"), why: "x"))
            try await desk.ask(.invite(counter: "Q01", subject: Subject(officer: "B")))
            try await desk.press("0a", 0, at: "2020-06-15T09:00:10")
            try await desk.press("0a", 1, at: "2020-06-15T09:05")
            #expect(try desk.ratings().map(\.verdict) == [.counted, .noInvitation])
            #expect(try desk.ratings().first?.officer == "B")
        }
    }

    @Test("a setting is dated, checked, and says which numbers it changes")
    func setting() async throws {
        try await opened { (desk: Desk) async throws in
            try await desk.press("0a", 0, at: "2020-06-15T08:00:00")
            try await desk.press("0a", 1, at: "2020-06-15T08:00:02")
            let reply = try await desk.ask(
                .set(.minimumInterval, value: "1,5", since: Desk.moment("2020-06-01"), why: "theo quy chế"))
            #expect(reply.summary == ["cấu hình minimum_interval_s (centre): 1.5 từ 1/6/2020"])
            #expect(reply.movement == ["kỳ 2020-06 · Sở Xây dựng · Hài lòng với dịch vụ: 1 → 2"])
            #expect(
                try await desk.refusal(of: .set(.decimals, value: "9", why: "x")).first?.remedy
                    == "Give a number of decimals from 0 to 4.")
            let scope = OfficeRequest.set(.zone, scope: .counter("Q01"), value: "Asia/Tokyo", why: "x")
            #expect(try await desk.refusal(of: scope).first?.why == "zone holds for the whole centre")
        }
    }

    @Test("a period that is listed or moved says the total that its table had and has")
    func period() async throws {
        try await opened { (desk: Desk) async throws in
            try await desk.press("0a", 0, at: "2020-05-20T08:00:00")
            try await desk.press("0a", 1, at: "2020-06-02T08:00:00")
            let day = { (text: String) in Day(iso: text) ?? Day(number: 0) }
            let request = OfficeRequest.definePeriod(
                name: "2020-06", first: day("2020-05-16"), last: day("2020-06-15"), why: "theo quy chế")
            let reply = try await desk.ask(request)
            #expect(reply.movement == ["kỳ 2020-06 (từ 16/5/2020 đến 15/6/2020): 1 → 2 lượt đánh giá"])
            #expect(try await desk.ask(request).summary == ["không có gì thay đổi"])
            let backward = OfficeRequest.definePeriod(
                name: "2020-07", first: day("2020-07-15"), last: day("2020-07-01"), why: "x")
            #expect(try await desk.refusal(of: backward).first?.why == "the period ends before it begins (2020-07-15)")
            let rule = try await desk.ask(
                .set(.periodFirstDay, value: "16", since: Desk.moment("2019-01-01"), why: "x"))
            #expect(rule.movement == ["kỳ 2020-05 (từ 16/4/2020 đến 15/5/2020): 1 → 0 lượt đánh giá"])
        }
    }

    @Test("the period rule says which tables it changes")
    func periodRule() async throws {
        try await opened { (desk: Desk) async throws in
            try await desk.press("0a", 0, at: "2020-05-20T08:00:00")
            let reply = try await desk.ask(
                .set(.periodFirstDay, value: "16", since: Desk.moment("2020-01-01"), why: "x"), isPreview: true)
            #expect(
                reply.movement == [
                    "kỳ 2020-05 (từ 16/4/2020 đến 15/5/2020): 1 → 0 lượt đánh giá",
                    "kỳ 2020-06 (từ 16/5/2020 đến 15/6/2020): 0 → 1 lượt đánh giá",
                ])
        }
    }

    @Test("erasing what is personal and recomputing leave their rows")
    func eraseAndReproject() async throws {
        try await opened { (desk: Desk) async throws in
            let key = try await desk.press("0a", 0, at: "2020-06-15T08:00:00")
            #expect(
                try await desk.ask(.erasePersonal(key, why: "yêu cầu"), isPreview: true).summary == [
                    "không có gì thay đổi"
                ])
            #expect(try await desk.ask(.erasePersonal(nil, why: "hết hạn")).summary == ["đã xóa 0 nội dung cá nhân"])
            let reply = try await desk.ask(.reproject(why: "kiểm tra"))
            #expect(reply.movement.isEmpty && reply.lines.contains("Không có số liệu nào thay đổi."))
            #expect(try desk.store.changes().last?.action == "reproject")
        }
    }

    @Test("a request and its reply survive the way over the socket")
    func coding() throws {
        let request = OfficeRequest.boxAssign(uid: "0a", counters: ["Q01"], since: Desk.now, why: "lắp")
        let data = try JSONEncoder().encode(request)
        #expect(try JSONDecoder().decode(OfficeRequest.self, from: data) == request)
        let reply = OfficeReply.refused(OfficeError([Finding(file: "a.csv", line: 2, why: "sai", remedy: "Sửa.")]))
        #expect(reply.errors == ["a.csv:2: sai. Sửa."])
        let coded = try JSONEncoder().encode(reply)
        #expect(try JSONDecoder().decode(OfficeReply.self, from: coded) == reply)
    }

    @Test("requests made at once are done one after another, each on the directory the other left")
    func serial() async throws {
        try await opened { (desk: Desk) async throws in
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<10 {
                    group.addTask { _ = try? await desk.ask(.boxRegister(uid: "b\(number)", why: "kho")) }
                }
            }
            #expect(Set(desk.store.directory.boxes.values.map(\.label)).count == 11)
        }
    }
}
