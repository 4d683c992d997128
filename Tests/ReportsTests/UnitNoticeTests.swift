import Foundation
import Ratings
import Testing

@testable import Reports

@Suite("The notice to a unit") struct UnitNoticeTests {
    private let span: PeriodSpan
    private let succession: UnitSuccession

    init() throws {
        span = PeriodSpan(name: .month(year: 2020, month: 6), days: try Sample.days("2020-05-16", "2020-06-15"))
        let directory = try Sample.directory(
            try Sample.unit("tp", "Sở Tư pháp", 1), try Sample.unit("xd", "Sở Xây dựng", 2),
            try Sample.unit("gt", "Sở Giao thông vận tải", 3, until: "2020-06-01", successors: ["xd"]))
        succession = UnitSuccession(directory, end: try Sample.at("2020-06-16"))
    }

    private func entry(
        _ unit: String? = "tp", _ column: Column = .dissatisfiedTime, at moment: String = "2020-06-10T09:05",
        comment: String? = nil, cause: ClosedCase.Cause? = nil, officer: String? = nil
    ) throws -> NoticeEntry {
        NoticeEntry(
            moment: try Sample.at(moment), counter: "Quầy 1", unit: unit, column: column, comment: comment,
            cause: cause,
            officer: officer)
    }

    private func notice(
        to unit: String = "tp", _ entries: [NoticeEntry], _ overdue: OverdueCounts = OverdueCounts()
    ) -> UnitNotice? {
        UnitNotice(to: unit, of: span, entries: entries, overdue: overdue, by: succession)
    }

    private func text(_ notice: UnitNotice?) throws -> String {
        NoticeText.render(try #require(notice), zone: .vietnam)
    }

    @Test("it has the form of a công văn and tells day, choice and comment of each rating")
    func form() throws {
        let notice = notice(
            [
                try entry(at: "2020-06-12T10:00"),
                try entry(at: "2020-06-10T09:05", comment: "Chờ lâu"),
            ], OverdueCounts(resolved: 2, inProgress: 11))
        let text = try text(notice)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines[0] == "Số: …/…")
        #expect(
            lines[1] == "V/v thông báo các trường hợp đánh giá không hài lòng và hồ sơ quá hạn tháng 6 năm 2020")
        #expect(lines[2] == "Kính gửi: Sở Tư pháp")
        #expect(
            lines[3]
                == "Trong kỳ (từ ngày 16/5/2020 đến hết ngày 15/6/2020), Trung tâm thông báo đến Sở Tư pháp như sau:")
        #expect(lines[4] == "Có 02 lượt đánh giá không hài lòng.")
        #expect(text.contains("Có 02 hồ sơ đã giải quyết quá hạn; 11 hồ sơ đang giải quyết đã quá hạn."))
        #expect(text.hasSuffix("xem xét, khắc phục và thông tin kết quả đến Trung tâm./.\n"))
        let rows = try #require(notice).sheet(in: .vietnam).rows.map { $0.cells.map(\.vietnamese) }
        #expect(
            rows == [
                [
                    "1", "10/6/2020", "", "Không hài lòng về thời gian giao dịch", "Chờ lâu",
                    "đang xem xét",
                ],
                ["2", "12/6/2020", "", "Không hài lòng về thời gian giao dịch", "", "đang xem xét"],
            ])
    }

    @Test("nothing to report is no document")
    func nothing() throws {
        #expect(notice([]) == nil)
        #expect(notice([try entry("xd")]) == nil)
        #expect(notice([try entry("tp", .satisfiedService, comment: "Cảm ơn"), try entry("tp", .comments)]) == nil)
        #expect(notice([], OverdueCounts(inProgress: 1))?.subject == "V/v thông báo hồ sơ quá hạn tháng 6 năm 2020")
        #expect(notice([], OverdueCounts(inProgress: 1))?.ratings == nil)
    }

    @Test("it says nothing about other units, nor of ratings whose unit is not known")
    func otherUnits() throws {
        let text = try text(
            notice([
                try entry(comment: "của tư pháp"), try entry("xd", comment: "của xây dựng"),
                try entry(nil, comment: "của ai"),
            ]))
        #expect(text.contains("của tư pháp"))
        for foreign in ["của xây dựng", "của ai", "Sở Xây dựng"] { #expect(!text.contains(foreign)) }
    }

    @Test("what a unit took over is told to it")
    func merged() throws {
        #expect(notice(to: "xd", [try entry("gt"), try entry("xd")])?.entries.count == 2)
        #expect(notice(to: "gt", [try entry("gt")]) == nil)
    }

    @Test("row 22: an officer is named only where the case is closed and its cause lies with staff")
    func officers() throws {
        let outcomes = [
            try entry(cause: .staff, officer: "Lê Thị An"), try entry(cause: .rules, officer: "Trần Bình"),
            try entry(cause: .system, officer: "Phạm Cường"), try entry(cause: .staff), try entry(officer: "Võ Cúc"),
            try entry("tp", .comments, comment: "Nên có ghế"),
        ].map(\.outcome)
        #expect(
            outcomes == [
                "do cán bộ (Lê Thị An)", "do quy định, thủ tục", "do hệ thống phần mềm", "do cán bộ", "đang xem xét",
                "",
            ])
    }

    @Test("row 22: minute and counter, which name the one officer there, are told only of a closed case with staff")
    func minuteAndCounter() throws {
        func shown(_ entry: NoticeEntry) -> [String] { [entry.shownMoment(in: .vietnam), entry.shownCounter] }
        for cause: ClosedCase.Cause? in [nil, .rules, .system] {
            #expect(shown(try entry(cause: cause, officer: "Lê Thị An")) == ["10/6/2020", ""])
        }
        #expect(shown(try entry("tp", .comments, comment: "Nên có ghế")) == ["10/6/2020", ""])
        var closed = try entry(cause: .staff, officer: "Lê Thị An")
        #expect(shown(closed) == ["09:05, 10/6/2020", "Quầy 1"])
        closed.counter = nil
        #expect(closed.shownCounter == "Chưa xác định quầy")
    }

    @Test("overdue dossiers are those resolved late in any month, and those in progress at the end of the last")
    func overdueCounts() throws {
        func month(_ name: String, _ late: Int, _ overdue: Int) -> DossierTable {
            let columns = ["resolved_late", "in_progress_overdue"].map {
                DossierColumn(code: $0, heading: $0, role: .total)
            }
            return DossierTable(
                period: name, rowKind: .unit, columns: columns, rows: [.init(code: "tp", counts: [late, overdue])])
        }
        func overdue(of code: String = "tp", _ tables: any DirectoryRecord...) throws -> (OverdueCounts, Int) {
            let quarter = PeriodSpan(
                name: PeriodName("2020-Q2"), days: try Sample.days("2020-04-01", "2020-06-30"))
            let unit: any DirectoryRecord = try Sample.unit(code, "Sở", 1)
            let directory = try Sample.directory(of: [unit] + tables)
            var gaps: [String] = []
            let counts = OverdueCounts(
                of: code, over: quarter, in: directory, by: UnitSuccession(directory, end: try Sample.at("2020-07-01")),
                gaps: &gaps)
            return (counts, gaps.count)
        }
        let (april, may, june) = (month("2020-04", 2, 5), month("2020-05", 3, 4), month("2020-06", 1, 7))
        #expect(try overdue(april, may, june) == (OverdueCounts(resolved: 6, inProgress: 7), 0))
        #expect(try overdue(april, may) == (OverdueCounts(resolved: 5), 1), "nobody knows the end of June")
        #expect(try overdue(of: "xd", april, may, june) == (OverdueCounts(), 0))
        #expect(try overdue() == (OverdueCounts(), 3))
        var gaps: [String] = []
        let unnamed = PeriodSpan(days: span.days)
        let nobody = UnitSuccession(Directory(), end: try Sample.at("2020-07-01"))
        #expect(
            OverdueCounts(of: "tp", over: unnamed, in: Directory(), by: nobody, gaps: &gaps) == OverdueCounts())
        #expect(gaps.count == 1)
    }

    @Test("overdue dossiers of a unit that was taken over within the period are its heir's, before and after")
    func overdueOfMerged() throws {
        func month(_ name: String, _ rows: [String: Int]) -> DossierTable {
            DossierTable(
                period: name, rowKind: .unit,
                columns: [DossierColumn(code: "resolved_late", heading: "Quá hạn", role: .total)],
                rows: rows.sorted { $0.key < $1.key }.map { .init(code: $0.key, counts: [$0.value]) })
        }
        var old = try Sample.unit("gt", "Sở Giao thông vận tải", 1)
        (old.until, old.successors) = (try Sample.at("2020-06-01"), ["xd"])
        let directory = try Sample.directory(of: [
            old, try Sample.unit("xd", "Sở Xây dựng", 2), month("2020-04", ["gt": 10, "xd": 2]),
            month("2020-05", ["gt": 10, "xd": 2]), month("2020-06", ["xd": 1]),
        ])
        let quarter = PeriodSpan(name: PeriodName("2020-Q2"), days: try Sample.days("2020-04-01", "2020-06-30"))
        func resolved(_ unit: String) throws -> Int {
            var gaps: [String] = []
            let succession = UnitSuccession(directory, end: try Sample.at("2020-07-01"))
            return OverdueCounts(of: unit, over: quarter, in: directory, by: succession, gaps: &gaps).resolved
        }
        #expect(try resolved("xd") == 25)
        #expect(try resolved("gt") == 0)
    }

    @Test("around it stand the report's sign without its kind and the unit alone, unless others were asked for")
    func settings() {
        let report = PaperSettings(issuer: "TT", sign: "BC-TTHC", recipients: ["- UBND tỉnh;"])
        #expect(report.ofNotice().sign == "TTHC")
        #expect(report.ofNotice().recipients == ["- Như trên;", "- Lưu: VT."])
        let asked = report.ofNotice(sign: "BC-KSTT", recipients: ["- Sở Tư pháp."])
        #expect(asked.sign == "BC-KSTT" && asked.recipients == ["- Sở Tư pháp."])
    }

    @Test("comments of the column for them are told too")
    func comments() throws {
        let notice = try #require(notice([try entry("tp", .comments, comment: "Nên có ghế")]))
        #expect(notice.subject == "V/v thông báo ý kiến góp ý tháng 6 năm 2020")
        #expect(notice.ratings == "Có 01 lượt có ý kiến góp ý.")
        #expect(notice.sheet(in: .vietnam).rows[0].cells.last == .text(""))
    }

    @Test(
        "numbers by which a person could be found are left out of comments, others are not",
        arguments: [
            ("Gọi 0912345678 nhé", "Gọi [số đã được ẩn] nhé"), ("CCCD 094 200 001 234", "CCCD [số đã được ẩn]"),
            ("số 0912.345.678.", "số [số đã được ẩn]."), ("ngày 15/6/2020 chờ 45 phút", "ngày 15/6/2020 chờ 45 phút"),
            ("nộp 5.811.000 đồng", "nộp 5.811.000 đồng"),
            ("(0299) 3822333", "[số đã được ẩn]"), ("gọi 0912  345  678!", "gọi [số đã được ẩn]!"),
            ("0912 – 345 678", "[số đã được ẩn]"), ("0912/345/678 hoặc", "[số đã được ẩn] hoặc"),
            ("+84 (0) 912.345.678", "[số đã được ẩn]"), ("0912\u{2011}345\u{A0}678", "[số đã được ẩn]"),
            ("09\u{200B}12345678", "[số đã được ẩn]"), ("quầy 12, số 34, 56 người", "quầy 12, số 34, 56 người"),
            ("số 12345678", "số [số đã được ẩn]"), ("số 1234567", "số 1234567"),
        ])
    func masked(comment: String, shown: String) throws {
        #expect(try entry(comment: comment).shownComment == shown)
    }

    @Test("a rating of the ledger is told with the counter's name of then")
    func fromLedger() throws {
        let moment = try Sample.at("2020-06-10T09:05")
        let directory = try Sample.directory(
            Counter(code: "Q1", name: "Quầy cũ", units: ["tp"], since: Instant(milliseconds: 0)),
            Counter(code: "Q1", name: "Quầy mới", units: ["tp"], since: try Sample.at("2020-06-11")),
            Officer(code: "an", name: "Lê Thị An"),
            ClosedCase(press: PressKey(device: "b1", boot: 1, sequence: 1), cause: .staff, officer: "an"))
        var rating = Rating(
            moment: moment, uncertainty: .zero, counter: "Q1", unit: "tp", column: .dissatisfiedTime, verdict: .counted,
            rule: "")
        let key = PressKey(device: "b1", boot: 1, sequence: 1)
        let noted = NotedRating(press: key, rating: rating, comment: "Chậm")
        let entry = try #require(NoticeEntry(noted, in: directory))
        #expect((entry.counter, entry.unit, entry.comment) == ("Quầy cũ", "tp", "Chậm"))
        #expect(entry.outcome == "do cán bộ (Lê Thị An)")
        rating.column = nil
        #expect(NoticeEntry(NotedRating(press: key, rating: rating), in: directory) == nil)
    }
}
