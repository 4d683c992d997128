import Ratings
import Testing

@testable import Office

@Suite struct BoxRequestTests {
    private func assign(
        _ counter: String, since: String, until: String? = nil, label: String? = nil
    ) -> OfficeRequest {
        .boxAssign(
            uid: "0A", counters: [counter], since: Desk.moment(since), until: until.map(Desk.moment), label: label,
            why: "lắp đặt")
    }

    @Test("assigning an unknown box registers it under the first free label, and its waiting presses count")
    func unregistered() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(.boxRegister(uid: "0b", label: "B01", why: "kho"))
            try await desk.press("0a", 0, at: "2020-06-15T08:00")
            try await desk.press("0a", 1, at: "2020-06-15T08:01", input: "3")
            #expect(try desk.ratings().map(\.verdict) == [.unregistered, .unregistered])
            let preview = try await desk.ask(assign("Q01", since: "2020-06-15"), isPreview: true)
            #expect(
                preview.movement == [
                    "kỳ 2020-06 · Sở Xây dựng · Hài lòng với dịch vụ: 0 → 1",
                    "kỳ 2020-06 · Sở Xây dựng · Không hài lòng về nghiệp vụ nhân viên: 0 → 1",
                ])
            #expect(desk.store.directory.boxes["0a"] == nil)
            let reply = try await desk.ask(assign("Q01", since: "2020-06-15"))
            #expect(reply.movement == preview.movement && reply.ratings == 2)
            #expect(
                reply.summary == [
                    "thiết bị 0a: khai báo với nhãn B02", "thiết bị 0a: đặt tại quầy Q01 từ 15/6/2020",
                ])
            #expect(try desk.ratings().map(\.verdict) == [.counted, .counted])
            let change = try #require(try desk.store.changes().last)
            #expect(
                (change.who, change.action, change.why, change.at) == ("giám sát", "box assign", "lắp đặt", Desk.now))
        }
    }

    @Test("a box that moved leaves its earlier place at that moment, and the numbers follow")
    func moved() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(assign("Q01", since: "2020-06-01", label: "B07"))
            try await desk.press("0a", 0, at: "2020-06-09T08:00")
            try await desk.press("0a", 1, at: "2020-06-11T08:00")
            let reply = try await desk.ask(
                .boxAssign(uid: "B07", counters: ["Q02"], since: Desk.moment("2020-06-10"), why: "chuyển quầy"))
            #expect(desk.places(of: "0a") == ["Q01 2020-06-01 – 2020-06-10", "Q02 2020-06-10"])
            #expect(
                reply.movement == [
                    "kỳ 2020-06 · Sở Xây dựng · Hài lòng với dịch vụ: 2 → 1",
                    "kỳ 2020-06 · Sở Y tế · Hài lòng với dịch vụ: 0 → 1", "kỳ 2020-06 · quầy Q01 → Q02: 1 lượt",
                ])
        }
    }

    @Test("a stretch in the middle splits the place around it")
    func split() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(assign("Q01", since: "2020-06-01"))
            try await desk.ask(assign("Q02", since: "2020-06-05", until: "2020-06-08"))
            #expect(
                desk.places(of: "0a") == [
                    "Q01 2020-06-01 – 2020-06-05", "Q02 2020-06-05 – 2020-06-08", "Q01 2020-06-08",
                ])
        }
    }

    @Test("a wrong counter from the same moment is put right")
    func sameStart() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(assign("Q01", since: "2020-06-01", until: "2020-06-10"))
            try await desk.ask(assign("Q02", since: "2020-06-01"))
            #expect(desk.places(of: "0a") == ["Q02 2020-06-01 – 2020-06-10"])
        }
    }

    @Test("a later place elsewhere is an error that names it, unless an end is told or it is the same counter")
    func laterPlace() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(assign("Q01", since: "2020-06-10"))
            let findings = try await desk.refusal(of: assign("Q02", since: "2020-06-01"))
            #expect(findings.first?.why == "box B01 stands at Q01 from 10/6/2020")
            #expect(findings.first?.remedy.contains("until 10/6/2020 keeps the later one") == true)
            try await desk.ask(assign("Q02", since: "2020-06-01", until: "2020-06-05"))
            #expect(desk.places(of: "0a") == ["Q02 2020-06-01 – 2020-06-05", "Q01 2020-06-10"])
            try await desk.ask(assign("Q01", since: "2020-06-07"))
            #expect(desk.places(of: "0a") == ["Q02 2020-06-01 – 2020-06-05", "Q01 2020-06-07"])
        }
    }

    @Test("assigning a box to where it stands changes nothing and says so")
    func again() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(assign("Q01", since: "2020-06-01"))
            let count = try desk.store.changes().count
            let reply = try await desk.ask(assign("Q01", since: "2020-06-05"))
            #expect(reply.summary == ["thiết bị B01 đã ở quầy Q01 từ 1/6/2020, không có gì thay đổi"])
            #expect(try desk.store.changes().count == count)
        }
    }

    @Test("a released box stands nowhere, and a second release says where it stood last")
    func release() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(assign("Q01", since: "2020-06-01"))
            try await desk.press("0a", 0, at: "2020-06-11T08:00")
            let reply = try await desk.ask(.boxRelease(uid: "B01", since: Desk.moment("2020-06-10"), why: "cất kho"))
            #expect(reply.movement == ["kỳ 2020-06 · Sở Xây dựng · Hài lòng với dịch vụ: 1 → 0"])
            #expect(desk.places(of: "0a") == ["Q01 2020-06-01 – 2020-06-10"])
            let findings = try await desk.refusal(of: .boxRelease(uid: "0a", why: "cất kho"))
            #expect(findings.first?.remedy.hasPrefix("It last stood at Q01 từ 1/6/2020 đến 10/6/2020.") == true)
        }
    }

    @Test("unknown counters, bad UIDs, backward stretches and missing reasons are refused with a remedy")
    func refused() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            let unknown = try await desk.refusal(of: .boxAssign(uid: "0a", counters: ["q01"], why: "x"))
            #expect(unknown.first?.description.contains("'q01': unknown code") == true)
            #expect(unknown.first?.remedy.hasSuffix("use one of: Q01.") == true)
            #expect(try await desk.refusal(of: .boxRelease(uid: "hộp", why: "x")).first?.field == "uid")
            #expect(
                try await desk.refusal(of: .boxAssign(uid: "0a", counters: [], why: "x")).first?.why
                    == "no counter was named")
            let backward = try await desk.refusal(of: assign("Q01", since: "2020-06-02", until: "2020-06-02"))
            #expect(backward.first?.field == "until")
            let silent = try await desk.refusal(of: .boxAssign(uid: "0a", counters: ["Q01"], why: " "))
            #expect(
                silent.first?.description
                    == "why: no reason was given. Give a reason with --why, in at most 1000 characters: the audit row keeps it."
            )
            await #expect(throws: OfficeError.self) {
                try await desk.office.perform(.reproject(why: "x"), who: "", at: Desk.now)
            }
        }
    }

    @Test("labels are unique; notes come and go")
    func register() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(.boxRegister(uid: "0A", label: "B05", note: "cửa", why: "mới"))
            #expect(desk.store.directory.boxes["0a"] == Box(uid: "0a", label: "B05", note: "cửa"))
            try await desk.ask(.boxRegister(uid: "B05", note: "", why: "sửa"))
            #expect(desk.store.directory.boxes["0a"]?.note == nil)
            let findings = try await desk.refusal(of: .boxRegister(uid: "0b", label: "B05", why: "mới"))
            #expect(findings.first?.why == "box 0a has this label already")
        }
    }

    @Test("presses during a technician's test do not count")
    func test() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(assign("Q01", since: "2020-06-01"))
            try await desk.press("0a", 0, at: "2020-06-15T08:00")
            try await desk.ask(.boxTest(uid: "B01", isOn: true, since: Desk.moment("2020-06-15T07:59"), why: "thử"))
            #expect(try desk.ratings().map(\.verdict) == [.test])
            #expect(
                try await desk.refusal(of: .boxTest(uid: "B01", isOn: true, why: "thử")).first?.why.contains(
                    "under test") == true)
            try await desk.ask(
                .boxTest(uid: "B01", isOn: false, since: Desk.moment("2020-06-15T07:59:30"), why: "xong"))
            #expect(try desk.ratings().map(\.verdict) == [.counted])
            #expect(
                try await desk.refusal(of: .boxTest(uid: "B01", isOn: false, why: "xong")).first?.why.contains(
                    "not under test") == true)
        }
    }

    @Test("a test can be begun at a counter, where one box alone stands there")
    func testByCounter() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(assign("Q01", since: "2020-06-01"))
            try await desk.ask(.boxTest(uid: "Q01", isOn: true, since: Desk.moment("2020-06-15T07:59"), why: "thử"))
            try await desk.press("0a", 0, at: "2020-06-15T08:00")
            #expect(try desk.ratings().map(\.verdict) == [.test])
            try await desk.ask(.boxTest(uid: "Q01", isOn: false, since: Desk.moment("2020-06-15T08:01"), why: "xong"))
            try await desk.press("0a", 1, at: "2020-06-15T08:02")
            #expect(try desk.ratings().map(\.verdict) == [.test, .counted])
            let empty = try await desk.refusal(of: .boxTest(uid: "Q02", isOn: true, why: "thử"))
            #expect(empty.first?.why == "no box stands at this counter")
            try await desk.ask(
                .boxAssign(uid: "0b", counters: ["Q01"], since: Desk.moment("2020-06-01"), why: "hai hộp"))
            let two = try await desk.refusal(of: .boxTest(uid: "Q01", isOn: true, why: "thử"))
            #expect(two.first?.why == "2 boxes stand at this counter")
            #expect(two.first?.remedy == "Name one of B01, B02.")
        }
    }

    @Test("a duplicate identity is settled once it is there")
    func duplicate() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(assign("Q01", since: "2020-06-01"))
            let none = try await desk.refusal(of: .settleDuplicate(uid: "B01", decision: .countAll, why: "x"))
            #expect(none.first?.why.hasPrefix("nothing to decide") == true)
            // The two were live until ledger position 1000.
            let doubt = DuplicateIdentity(box: "0a", from: 1, to: 1000)
            _ = try await desk.store.make(
                .init(at: Desk.now, who: "hailong", action: "x", why: "x", records: [StoredRecord(doubt)]))
            try await desk.press("0a", 0, at: "2020-06-15T08:00")
            #expect(try desk.ratings().map(\.verdict) == [.duplicateIdentity])
            let reply = try await desk.ask(.settleDuplicate(uid: "B01", decision: .countBoot(7), why: "máy thật"))
            #expect(reply.movement.count == 1)
            #expect(try desk.ratings().map(\.verdict) == [.counted])
            #expect(
                try await desk.refusal(of: .settleDuplicate(uid: "B01", decision: .countAll, why: "x")).first?.remedy
                    .contains(": 1.") == true)
            try await desk.ask(.settleDuplicate(uid: "B01", decision: .countNone, from: 1, why: "nhầm"))
            #expect(try desk.ratings().map(\.verdict) == [.duplicateIdentity])
        }
    }

    @Test("row 2: what is decided while both are live ends there, and what comes is as doubtful as before")
    func duplicateStillLive() async throws {
        try await Desk.opened { (desk: Desk) async throws in
            try await desk.ask(assign("Q01", since: "2020-06-01"))
            try await desk.store.noteDuplicate(of: "0a", isLive: true, at: Desk.now)
            try await desk.press("0a", 0, at: "2020-06-15T08:00")
            try await desk.ask(.settleDuplicate(uid: "B01", decision: .countAll, why: "cả hai"))
            try await desk.press("0a", 1, at: "2020-06-15T08:10")
            #expect(try desk.ratings().map(\.verdict) == [.counted, .duplicateIdentity])
            // One is taken away: from then on the other counts.
            try await desk.store.noteDuplicate(of: "0a", isLive: false, at: Desk.now)
            try await desk.press("0a", 2, at: "2020-06-15T08:20")
            #expect(try desk.ratings().map(\.verdict) == [.counted, .duplicateIdentity, .counted])
        }
    }
}
