import Foundation
import Testing

@testable import Ratings

@Suite("Directory") struct DirectoryTests {
    private let day = Duration.seconds(86_400)

    @Test("a record takes the place of the one with its key, and goes out without a body")
    func replaceAndWithdraw() throws {
        var directory = try Sample.directory(Officer(code: "an", name: "Nguyễn Văn An"))
        try directory.add(Officer(code: "an", name: "Nguyễn Thị An", standing: .reserve))
        #expect(directory.officers["an"]?.name == "Nguyễn Thị An")
        try directory.apply(StoredRecord(withdrawing: Officer(code: "an", name: "")))
        #expect(directory.officers.isEmpty)
        #expect(directory.stored(.officer, "an") == nil)
    }

    @Test("dated records are found by instant, whatever the order in which they came")
    func timeline() throws {
        let start = try Sample.at("2020-06-01")
        let stretches = (0..<20).map { index in
            Assignment(
                box: "b1", counters: ["Q\(index)"], since: start + day * index, until: start + day * (index + 1))
        }
        for order in [stretches, stretches.reversed(), stretches.shuffled()] {
            var directory = Directory()
            for record in order { try directory.add(record) }
            #expect(directory.assignments.all(of: "b1") == stretches)
            for (index, record) in stretches.enumerated() {
                #expect(directory.assignments.holding(of: "b1", at: start + day * index) == [record])
            }
            #expect(directory.assignments.holding(of: "b1", at: start - .milliseconds(1)).isEmpty)
            #expect(directory.assignments.overlapping(of: "b1", from: start + day, until: start + day * 3).count == 2)
            try directory.apply(StoredRecord(withdrawing: stretches[5]))
            #expect(directory.assignments.holding(of: "b1", at: start + day * 5).isEmpty)
            #expect(directory.assignments.all(of: "b1").count == 19)
        }
    }

    @Test("what begins together stands in the order of keys, in whatever order it came")
    func ties() throws {
        let duties = ["an", "binh", "chi"].map {
            Duty(counter: "Q1", officer: $0, since: Instant(milliseconds: 5), source: .roster)
        }
        for order in [duties, duties.reversed(), [duties[1], duties[2], duties[0]]] {
            var directory = Directory()
            for duty in order { try directory.add(duty) }
            #expect(directory.duties.all(of: "Q1") == duties)
        }
    }

    @Test("of the versions of a code the one in force counts; before the first, the first")
    func versions() throws {
        let start = try Sample.at("2020-01-01")
        let directory = try Sample.directory(
            AdministrativeUnit(code: "xd", name: "Sở Xây dựng mới", order: 1, since: start + day * 10),
            AdministrativeUnit(code: "xd", name: "Sở Xây dựng", order: 1, since: start))
        func name(_ days: Int) -> String? { directory.units.version(of: "xd", at: start + day * days)?.name }
        #expect(name(-1) == "Sở Xây dựng")
        #expect(name(9) == "Sở Xây dựng")
        #expect(name(10) == "Sở Xây dựng mới")
        #expect(directory.units.version(of: "yt", at: start) == nil)
    }

    @Test("settings answer from the box, else the counter, else the centre, each by its date")
    func settings() throws {
        let start = try Sample.at("2020-06-01")
        func setting(_ scope: Setting.Scope, _ days: Int, _ value: String) -> Setting {
            Setting(name: .decimals, scope: scope, since: start + day * days, value: value)
        }
        let directory = try Sample.directory(
            setting(.centre, 5, "2"), setting(.centre, 0, "1"), setting(.counter("Q1"), 3, "3"),
            setting(.box("b1"), 4, "4"))
        func value(_ days: Int, _ counter: String? = "Q1", _ box: String? = "b1") -> String? {
            directory.settings.value(.decimals, at: start + day * days, counter: counter, box: box)
        }
        #expect(value(-1) == nil)
        #expect((0...5).map { value($0) } == ["1", "1", "1", "3", "4", "4"])
        #expect(value(5, "Q2", "b2") == "2")
        #expect(value(4, nil, nil) == "1")
    }

    @Test("the defaults are those of the rules")
    func defaults() {
        let (book, now) = (SettingsBook(), Instant(milliseconds: 0))
        #expect(book.minimumInterval(at: now, counter: nil, box: "b1") == .seconds(3))
        #expect(book.correctionTime(at: now, counter: nil) == .seconds(5))
        #expect(book.invitationWindow(at: now, counter: nil) == .seconds(30))
        #expect(book.closingGraceMinutes(at: now, counter: nil) == 30)
        #expect(book.decimals(at: now) == 2)
        #expect(book.periodFirstDay(at: now) == 1)
        #expect(book.zone.name == "Asia/Ho_Chi_Minh")
        #expect(!book.needsInvitation(at: now, counter: nil))
        #expect(!book.enforcesHours(at: now, counter: nil))
    }

    @Test("people type in the newest zone, each moment is shown in that of its time, and withdrawing returns")
    func zone() throws {
        let start = try Sample.at("2020-06-01")
        let settings = [(0, "Asia/Tokyo"), (10, "Etc/UTC")].map { days, name in
            Setting(name: .zone, since: start + day * days, value: name)
        }
        var directory = try Sample.directory(settings[1], settings[0])
        func name(_ days: Int) -> String { directory.settings.zone(at: start + day * days).name }
        #expect(directory.settings.zone.name == "Etc/UTC")
        #expect([name(-1), name(0), name(9), name(10)] == ["Asia/Ho_Chi_Minh", "Asia/Tokyo", "Asia/Tokyo", "Etc/UTC"])
        let before = directory.settings.start(of: try Sample.day("2020-06-05"))
        #expect(MomentText.utc(before) == "2020-06-04T15:00:00Z")
        #expect(MomentText.utc(directory.settings.start(of: try Sample.day("2020-06-20"))) == "2020-06-20T00:00:00Z")
        for setting in settings { try directory.apply(StoredRecord(withdrawing: setting)) }
        #expect(directory.settings.zone == .vietnam)
        #expect(directory.settings.zone(at: start) == .vietnam)
    }

    @Test("scopes are read as they are written")
    func scopes() {
        for scope in [Setting.Scope.centre, .counter("Q1"), .box("a:b")] {
            #expect(Setting.Scope(scope.description) == scope)
        }
        #expect(Setting.Scope("") == .centre)
        #expect(Setting.Scope("quầy:1") == nil)
    }

    @Test("every kind of record survives being stored", arguments: RecordKind.allCases)
    func stored(kind: RecordKind) throws {
        let record = try #require(Self.samples.first { type(of: $0).kind == kind })
        func check<Record: DirectoryRecord>(_ record: Record) throws {
            #expect(try StoredRecord(record).decoded(as: Record.self) == record)
        }
        try check(record)
        #expect(try StoredRecord(record).key == record.key)
    }

    private static let now = Instant(milliseconds: 1_592_240_399_123)
    private static let samples: [any DirectoryRecord] = [
        Restoration(
            at: now, left: Restoration.Head(ledger: .max, position: 9, hash: "ab"), leftFindings: 1,
            anchored: [Restoration.Head(ledger: 1, position: 8, hash: "cd")]),
        Centre(since: now, name: "Trung tâm", parent: "Văn phòng"), Site(code: "s", name: "Cơ sở", since: now),
        AdministrativeUnit(code: "xd", name: "Sở", order: 3, since: now, until: now, successors: ["a", "b"]),
        ServiceField(code: "ht", name: "Hộ tịch", order: 1),
        Counter(code: "Q1", name: "Quầy", units: ["xd"], since: now),
        Officer(code: "an", name: "An", employer: "Bưu điện tỉnh", standing: .reserve), Box(uid: "b1", label: "B1"),
        Assignment(box: "b1", counters: ["Q1", "Q2"], since: now, until: now),
        Duty(counter: "Q1", officer: "an", unit: "xd", since: now, source: .standIn, replaces: "binh"), Sample.scale,
        Setting(name: .mode, scope: .counter("Q1"), since: now, value: "invited"),
        ReportPeriod(name: "2020-06", first: Day(number: 1), last: Day(number: 2)),
        CalendarEntry(.extra(Day(number: 1), counter: nil, opens: .midnight, closes: .endOfDay)),
        Invitation(
            id: 7, counter: "Q1", opened: now, expires: now, closed: now, by: "an", subject: Subject(unit: "xd")),
        BoxTest(box: "b1", since: now), DuplicateIdentity(box: "b1", from: 3, to: 4, decision: .countBoot(9)),
        SetAside(press: PressKey(device: "b1", boot: .max, sequence: 3), isSetAside: true),
        Gap(device: "b1", boot: 1, from: 2, to: 5, cause: .otherLedger, after: now, noticed: now),
        ClockFact(reading: Sample.clock(now), step: .milliseconds(-2_500)), ServiceRun(started: now, ended: now),
        DossierColumns.standard,
        DossierTable(
            period: "2020-06", rowKind: .field, columns: DossierColumns.standard.columns,
            rows: [DossierTable.Row(code: "ht", counts: Array(0..<12))], statedTotal: Array(0..<12),
            statedShares: [nil, "9,40"]),
        IssueRuleTests.edition(2, issued: 7),
        FindingAcceptance(subject: "2020-06", finding: "ab", text: "Sai", who: "an", why: "đã kiểm tra"),
        ClosedCase(press: PressKey(device: "b1", boot: 1, sequence: 3), cause: .staff, officer: "an"),
        ReportTexts(period: "2020-06", texts: ["kho_khan": "Đường truyền chậm."]),
    ]
}
