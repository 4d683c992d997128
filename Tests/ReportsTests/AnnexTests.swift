import Ratings
import Testing

@testable import Reports

/// Every table as an annex on paper.
@Suite("Annexes") struct AnnexTests {
    private let directory: Directory

    init() throws {
        directory = try Sample.directory(try Sample.unit("a", "A", 1), try Sample.unit("b", "B", 2))
    }

    private func ratings() throws -> RatingTable {
        try Sample.table(
            [
                try Sample.tally(unit: "a", .satisfiedService, 1_200), try Sample.tally(unit: "b", .comments, 600),
                try Sample.tally(unit: "b", .dissatisfiedTime, 600),
            ], in: directory)
    }

    private func blocks(_ table: any ReportTable) throws -> [Block] {
        Annex(table, settings: PaperSettings(issuer: "Trung tâm"), zone: .vietnam).part.blocks
    }

    @Test("Phụ lục II has its number, other tables are annexes without one, in the words of their sheets")
    func titles() throws {
        let ratings = try ratings()
        #expect(try blocks(ratings).first == .title("Phụ lục II", .kind))
        let coverage = try #require(CoverageTable(ratings, against: CoverageBase(kind: .resolved, counts: [:])))
        let blocks = try blocks(coverage)
        #expect(
            blocks.prefix(3) == [
                .title("Phụ lục", .kind), .title("TỶ LỆ LƯỢT ĐÁNH GIÁ TRÊN SỐ HỒ SƠ ĐÃ GIẢI QUYẾT", .subject),
                .title("THÁNG 6 NĂM 2020 (TỪ 1/6/2020 ĐẾN 30/6/2020)", .subject),
            ])
        #expect(blocks.last == .notes(NotesText.lines(of: coverage, zone: .vietnam)))
    }

    @Test("only a table that is issued has room for number and date, names what it replaces, and is a draft before")
    func neverIssued() throws {
        let ratings = try ratings()
        var toDate = ratings
        toDate.periodName = "2020-YTD-06"
        let tables: [any ReportTable] = [
            ratings, toDate, ComparisonTable(ratings, with: ratings, basis: .previous),
            try #require(CoverageTable(ratings, against: CoverageBase(kind: .resolved, counts: [:]))),
        ]
        #expect(tables.map(\.isIssued) == [true, false, false, false])
        let settings = PaperSettings(issuer: "Trung tâm", replaces: "Báo cáo số 07/BC-TTHC ngày 24/6/2020")
        for table in tables {
            let paper = Annex(table, settings: settings, zone: .vietnam).paper(made: try Sample.at("2020-07-01"))
            let lines = paper.parts.flatMap(\.blocks).compactMap { block in
                if case .title(let line, .attachment) = block { line } else { nil }
            }
            #expect(paper.state == (table.isIssued ? .draft : .issued))
            #expect(
                lines
                    == (table.isIssued
                        ? [settings.attachedTo("Báo cáo"), "(Thay thế Báo cáo số 07/BC-TTHC ngày 24/6/2020)"]
                        : ["(Bảng tổng hợp, không ban hành riêng)"]))
        }
    }

    @Test("a sheet's cells keep what they say: places, words, counts, shares and differences with their signs")
    func cells() throws {
        let table = ComparisonTable(try ratings(), with: try Sample.table([], in: directory), basis: .previous)
        let paper = table.sheet.paperTable
        #expect(paper.columns.map(\.alignment).prefix(3) == [.centre, .left, .right])
        #expect(paper.rows.map(\.role).prefix(3) == [.entry, .entry, .total])
        #expect(paper.rows.dropFirst(3).allSatisfy { $0.role == .shares })
        let first = paper.rows[0].cells.map(\.value)
        #expect(
            first.prefix(6) == [
                .ordinal(1), .text("A"), .count(1_200), .count(0), .number("+1.200", plain: 1_200, decimals: 0),
                .number("100,00", plain: 100, decimals: 2),
            ])
        #expect(first[6] == .empty)
        #expect(paper.rows.map { $0.cells.map(\.value.text) } == table.sheet.rows.map { $0.cells.map(\.vietnamese) })
    }

    @Test("hours are a heat map whose table is that of the sheet")
    func hours() throws {
        let days = try Sample.days("2020-06-01", "2020-06-30")
        let table = TableBuilder(TableSource(tallies: CodedTallies(), directory: directory), days: days).hourTable(
            [
                HourCount(weekday: 1, hour: 8, column: .satisfiedService, count: 3),
                HourCount(weekday: 5, hour: 9, column: .comments, count: 2),
            ], asOf: try Sample.at("2020-07-01"))
        guard case .heatMap(let map) = table.block else {
            Issue.record("hours are drawn as \(table.block)")
            return
        }
        #expect(
            map.table.rows.map { $0.cells.map(\.value.text) } == table.sheet.rows.map { $0.cells.map(\.vietnamese) })
    }

    @Test("a share that was adjusted stands as printed, without the formula that would give another")
    func adjusted() throws {
        var table = try Sample.table(
            [
                try Sample.tally(unit: "a", .satisfiedService, 1), try Sample.tally(unit: "a", .comments, 1),
                try Sample.tally(unit: "b", .dissatisfiedTime, 1),
            ], in: directory)
        table.rounding = .largestRemainder
        let cells = try #require(table.paperTable.rows.last).cells.dropFirst(2)
        let texts = cells.map(\.value.text)
        #expect(texts == table.shares.columnsAsPrinted(table.columns) + ["100,00"])
        #expect(cells.filter { $0.origin == nil }.map(\.value.text) == ["33,34"])
    }
}

extension PrintedShares {
    fileprivate func columnsAsPrinted(_ columns: ColumnSet) -> [String] {
        columns.columns.map { cell($0).vietnamese }
    }
}
