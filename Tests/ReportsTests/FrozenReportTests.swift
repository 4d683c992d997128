import Foundation
import Ratings
import Testing

@testable import Reports

@Suite("Frozen figures") struct FrozenReportTests {
    /// A report with something in every note.
    private func report() throws -> FrozenReport {
        let now = try Sample.at("2020-06-24T08:30")
        let directory = try Sample.directory(
            try Sample.unit("a", "Sở \"Một\"", 1), try Sample.unit("b", "Sở Hai", 2))
        var table = try Sample.table(
            [
                try Sample.tally(unit: "a", .satisfiedService, 14), try Sample.tally(unit: "a", .comments, 2),
                try Sample.tally(.dissatisfiedTime, 1),
            ], in: directory)
        let gap = Gap(device: "b1", boot: 255, from: 3, to: 9, cause: .restored, after: now, noticed: now)
        table.notes = TableNotes(
            silentBoxes: [
                TableNotes.SilentBox(uid: "b1", label: "B1", counters: ["Q1", "Q2"], heard: now),
                TableNotes.SilentBox(uid: "b2", label: "B2", counters: [], heard: nil),
            ], missing: 4, gaps: [TableSource.GapCount(gap: gap, missing: 4)], dropped: 2, edgeCrossings: 3,
            waiting: [.unregistered: 5, .unknownInput: 6],
            merged: [
                TableNotes.Merged(from: "Sở Ba", into: "Sở Hai", since: try #require(Day(iso: "2020-06-01")), count: 7)
            ], anchor: TableNotes.Anchor(ledger: LedgerPosition(rows: 9, hash: "ab"), at: now), asOf: now,
            isPeriodOver: true)
        var report = FrozenReport(
            edition: 2, frozen: now, ledger: LedgerPosition(rows: 9, hash: "ab"), zone: .vietnam,
            figures: PeriodFigures(table: table),
            paper: PaperSettings(
                preset: .source, orientation: .landscape, issuer: "Trung tâm", parent: "Văn phòng", place: "Sóc Trăng",
                number: 7, date: Day(iso: "2020-06-24"), authority: ["GIÁM ĐỐC"], signer: "An",
                recipients: ["- Lưu: VT."], state: .issued, replaces: "Báo cáo số 06/BC-TTHC ngày 20/6/2020"))
        // The oldest ones have Phụ lục II by one kind of rows only.
        (report.others, report.hours, report.dossiers) = (nil, nil, nil)
        return report
    }

    /// The same with all tables there are.
    private func whole() throws -> FrozenReport {
        var report = try report()
        var counters = report.table
        counters.kind = .counter
        report.others = [counters]
        report.hours = HourTable(
            [HourCount(weekday: 6, hour: 8, column: .comments, count: 2)], periodName: "2020-06",
            days: report.table.days, opening: 7...11, notes: report.table.notes)
        report.dossiers = [
            DossierReport(
                DossierTable(
                    period: "2020-06", rowKind: .field, columns: DossierColumns.standard.columns,
                    rows: [DossierTable.Row(code: "HT", counts: Array(1...12))]),
                period: ReportPeriod(
                    name: "2020-06", first: report.table.days.lowerBound, last: report.table.days.upperBound),
                in: Directory())
        ]
        (report.written, report.last) = (["kho_khan": "Không có."], ["kho_khan": "Thiếu người.", "kien_nghi": "-"])
        return report
    }

    @Test("figures come back from their JSON as they were, and the same figures are the same bytes")
    func roundTrip() throws {
        let report = try whole()
        let json = try report.json()
        #expect(try FrozenReport(json: json) == report)
        #expect(try FrozenReport(json: json).json() == json)
        #expect(ReportDifference(from: report.figures, to: try FrozenReport(json: json).figures, late: 0).isEmpty)
        #expect(String(decoding: json, as: UTF8.self).contains("\"unregistered\" : 5"))
    }

    @Test("what was kept in form 1 is read for ever (a released Fixtures/frozen-N.json is never edited)")
    func formOne() throws {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/frozen-1", withExtension: "json"))
        #expect(try FrozenReport(json: Data(contentsOf: url)) == report())
    }

    @Test("a newer form and what is no report are refused with what to do")
    func unreadable() throws {
        let json = String(decoding: try report().json(), as: UTF8.self)
        let newer = json.replacing("\"form\" : 1", with: "\"form\" : 2")
        #expect(newer != json)
        #expect { try FrozenReport(json: Data(newer.utf8)) } throws: { "\($0)".contains("newer HaiLong") }
        #expect(throws: FrozenReport.Unreadable.self) { try FrozenReport(json: Data("{\"form\":1}".utf8)) }
        #expect(throws: FrozenReport.Unreadable.self) { try FrozenReport(json: Data()) }
    }

    @Test("a paper that replaces another names it below its title")
    func replaces() throws {
        let report = try report()
        let blocks = Annex(report.table, settings: report.paper, zone: .vietnam).part.blocks
        #expect(blocks.contains(.title("(Thay thế Báo cáo số 06/BC-TTHC ngày 20/6/2020)", .attachment)))
    }
}
