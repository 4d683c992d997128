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

    @Test("it has the form of a công văn and tells moment, counter, choice and comment of each rating")
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
                    "1", "09:05, 10/6/2020", "Quầy 1", "Không hài lòng về thời gian giao dịch", "Chờ lâu",
                    "đang xem xét",
                ],
                ["2", "10:00, 12/6/2020", "Quầy 1", "Không hài lòng về thời gian giao dịch", "", "đang xem xét"],
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

    @Test("overdue dossiers are those resolved late in any month, and those in progress at the end of the last")
    func overdueCounts() throws {
        func month(_ late: Int, _ overdue: Int) -> DossierReport {
            let columns = ["resolved_late", "in_progress_overdue"].map {
                DossierColumn(code: $0, heading: $0, role: .total)
            }
            let table = DossierTable(
                period: "2020-06", rowKind: .unit, columns: columns, rows: [.init(code: "tp", counts: [late, overdue])])
            let period = ReportPeriod(name: "2020-06", first: span.days.lowerBound, last: span.days.upperBound)
            return DossierReport(table, period: period, in: Directory())
        }
        #expect(OverdueCounts(of: "tp", in: [month(2, 5), month(3, 4)]) == OverdueCounts(resolved: 5, inProgress: 4))
        #expect(OverdueCounts(of: "xd", in: [month(2, 5)]) == OverdueCounts())
        #expect(OverdueCounts(of: "tp", in: []) == OverdueCounts())
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
