import Foundation
import Ratings
import Testing

@testable import Reports

/// What every table says of boxes not heard, presses in gaps, and days not over.
@Suite("Notes") struct NotesTests {
    private func standing(_ box: String, _ counters: [String], _ since: String, _ until: String? = nil) throws
        -> Assignment
    {
        Assignment(
            box: box, counters: counters, since: try Sample.at(since), until: try until.map { try Sample.at($0) })
    }

    @Test("assigned boxes not heard from since the period's end are named with their counters")
    func silentBoxes() throws {
        let directory = try Sample.directory(
            Box(uid: "b1", label: "Hộp 1"), try standing("b1", ["Q1"], "2020-01-01", "2020-06-10"),
            try standing("b1", ["Q2", "Q1"], "2020-06-10"), try standing("b2", ["Q3"], "2020-06-30"),
            try standing("b3", ["Q4"], "2020-01-01"), try standing("gone", ["Q5"], "2020-01-01", "2020-06-01"),
            try standing("new", ["Q6"], "2020-07-01"))
        let heard = ["b1": try Sample.at("2020-07-01") - .milliseconds(1), "b3": try Sample.at("2020-07-01")]
        let notes = try Sample.table([], in: directory, heard: heard).notes
        #expect(notes.silentBoxes.map(\.uid) == ["b1", "b2"])
        #expect(notes.silentBoxes.map(\.label) == ["Hộp 1", "b2"])
        #expect(notes.silentBoxes.map(\.counters) == [["Q1", "Q2"], ["Q3"]])
        let lines = NotesText.lines(notes, zone: .vietnam)
        #expect(lines.contains("  Hộp 1 (Q1, Q2): lần cuối 23 giờ 59 phút, ngày 30/6/2020"))
        #expect(lines.contains("  b2 (Q3): chưa từng liên lạc"))
        // Boxes that fell silent together stand in one line.
        let together = ["b1": try Sample.at("2020-06-30T09:00:59"), "b2": try Sample.at("2020-06-30T09:00:00")]
        let both = try Sample.table([], in: directory, heard: together).notes
        #expect(
            NotesText.lines(both, zone: .vietnam).filter { $0.hasPrefix("  ") } == [
                "  Hộp 1 (Q1, Q2); b2 (Q3): lần cuối 9 giờ 0 phút, ngày 30/6/2020",
                "  b3 (Q4): chưa từng liên lạc",
            ])
    }

    @Test("of a period that is over a table made again is the same; while one runs, it is as of when it was made")
    func asOf() throws {
        let directory = try Sample.directory(try standing("b1", ["Q1"], "2020-01-01"))
        let source = TableSource(
            tallies: CodedTallies(), directory: directory, heard: ["b1": try Sample.at("2020-06-20")])
        let end = try Sample.at("2020-07-01")
        func json(_ moment: String, anchored: String) throws -> String {
            var table = TableBuilder(source, days: try Sample.days("2020-06-01", "2020-06-30"))
                .table(by: .unit, asOf: try Sample.at(moment))
            let ledger = LedgerPosition(rows: 9, hash: "ab")
            table.notes.tie(to: TableNotes.Anchor(ledger: ledger, at: try Sample.at(anchored)), end: end)
            return try JSONRenderer.render(table, zone: .vietnam)
        }
        let first = try json("2020-07-02T08:00", anchored: "2020-07-02T08:00")
        #expect(try json("2020-07-09T08:00", anchored: "2020-07-02T08:00") == first)
        #expect(first.contains("\"as_of\" : \"2020-07-02T08:00"))
        #expect(try json("2020-07-02T08:00", anchored: "2020-06-29").contains("\"as_of\" : \"2020-07-01T00:00"))
        // The box was heard within a day of the anchor, and is silent by now.
        let running = try json("2020-06-22T08:00", anchored: "2020-06-20T09:00")
        #expect(running.contains("\"as_of\" : \"2020-06-22T08:00") && running.contains("\"uid\" : \"b1\""))
    }

    @Test("while the period runs, boxes not heard for a day are named")
    func silentSoFar() throws {
        let directory = try Sample.directory(
            try standing("b1", ["Q1"], "2020-01-01"), try standing("b2", ["Q2"], "2020-01-01"))
        let now = try Sample.at("2020-06-20T12:00")
        let day = Duration.seconds(86_400)
        let source = TableSource(
            tallies: CodedTallies(), directory: directory, heard: ["b1": now - day, "b2": now - day - .milliseconds(1)])
        let notes = TableBuilder(source, days: try Sample.days("2020-06-01", "2020-06-30"))
            .table(by: .unit, asOf: now).notes
        #expect(notes.silentBoxes.map(\.uid) == ["b2"])
        #expect(NotesText.lines(notes, zone: .vietnam)[2].hasPrefix("Thiết bị chưa liên lạc trong 24 giờ qua"))
    }

    @Test("a table with nothing to say says that every box was heard and nothing is missing")
    func nothing() throws {
        let notes = try Sample.table([], in: Directory()).notes
        #expect(
            NotesText.lines(notes, zone: .vietnam) == [
                "Trong kỳ không có lượt đánh giá nào được tính.",
                "Tất cả thiết bị đánh giá đã liên lạc từ khi kết thúc kỳ.", "Không có lượt bấm nào bị thiếu.",
            ])
    }

    @Test("a table read from a ledger names its position, the begin of its hash, and when that was anchored")
    func anchor() throws {
        var table = try Sample.table([], in: Directory())
        let hash = "0123456789abcdef" + String(repeating: "f", count: 48)
        table.notes.anchor = TableNotes.Anchor(
            ledger: LedgerPosition(rows: 12_746, hash: hash), at: try Sample.at("2020-07-01T07:05"))
        #expect(
            NotesText.lines(table.notes, zone: .vietnam).last
                == "Mã đối chiếu với sổ: 12.746 dòng, 0123456789abcdef, 7 giờ 5 phút, ngày 1/7/2020.")
        #expect(try JSONRenderer.render(table, zone: .vietnam).contains("\"hash\" : \"\(hash)\""))
    }

    @Test("presses in gaps are summed, gaps that came after all are left out, and each cause has its words")
    func gaps() throws {
        func count(_ device: String, _ cause: Gap.Cause, _ missing: Int) -> TableSource.GapCount {
            let now = Instant(milliseconds: 0)
            let gap = Gap(
                device: device, boot: 26, from: 3, to: 3 + UInt32(missing), cause: cause, after: nil, noticed: now)
            return TableSource.GapCount(gap: gap, missing: missing)
        }
        let source = TableSource(
            tallies: CodedTallies(), edgeCrossings: 2, directory: Directory(),
            gaps: [count("a", .restored, 1_200), count("b", .coldStart, 34), count("c", .otherLedger, 0)], dropped: 5)
        let table = TableBuilder(source, days: try Sample.days("2020-06-01", "2020-06-30"))
            .table(by: .unit, asOf: try Sample.at("2020-07-01"))
        #expect(table.notes.missing == 1_234)
        let lines = NotesText.lines(table.notes, zone: .vietnam)
        #expect(lines.contains("Số lượt bấm bị thiếu (không thể nhận lại): 1.234."))
        #expect(lines.contains("  a: 1.200 lượt, do khôi phục bản sao lưu cũ"))
        #expect(lines.contains("  b: 34 lượt, thiết bị mất bộ nhớ khi mất điện"))
        #expect(!lines.contains { $0.hasPrefix("  c:") })
        #expect(lines.contains("Số lượt bấm thiết bị không lưu được do bộ nhớ đầy: 5."))
        #expect(lines.contains("Số lượt có thời điểm chưa chắc chắn ở ranh giới của kỳ: 2."))
    }

    @Test("before the last day has ended the table says as of when it is")
    func notOver() throws {
        let source = TableSource(tallies: CodedTallies(), directory: Directory())
        let builder = TableBuilder(source, days: try Sample.days("2020-06-01", "2020-06-30"))
        let evening = builder.table(by: .unit, asOf: try Sample.at("2020-06-30T23:59")).notes
        #expect(!evening.isPeriodOver)
        #expect(NotesText.lines(evening, zone: .vietnam).first == "Số liệu tính đến 23 giờ 59 phút, ngày 30/6/2020.")
        #expect(builder.table(by: .unit, asOf: try Sample.at("2020-07-01")).notes.isPeriodOver)
    }

    @Test("merged units are named with the day of the merger")
    func merged() throws {
        let directory = try Sample.directory(
            try Sample.unit("a", "Sở Cũ", 1, until: "2020-06-10", successors: ["b"]), try Sample.unit("b", "Sở Mới", 2))
        let notes = try Sample.table([try Sample.tally(unit: "a", 1_500)], in: directory).notes
        #expect(
            NotesText.lines(notes, zone: .vietnam).last == "Sở Cũ: 1.500 lượt được tính vào Sở Mới (từ ngày 10/6/2020)."
        )
    }
}
