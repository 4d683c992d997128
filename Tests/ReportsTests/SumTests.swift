import Ratings
import Testing

@testable import Reports

/// The year to date as the sum of what was reported of each month.
@Suite("Sums of tables") struct SumTests {
    private let asOf: Instant
    private let directory: Directory

    init() throws {
        asOf = try Sample.at("2020-07-01")
        directory = try Sample.directory(
            try Sample.unit("a", "A", 1), try Sample.unit("b", "B", 2),
            try Sample.unit("new", "Mới", 3, since: "2020-05-01"))
    }

    private func month(_ number: Int, _ tallies: [Tally]) throws -> RatingTable {
        let span = try #require(PeriodRule.span(of: .month(year: 2020, month: number), in: directory))
        return TableBuilder(TableSource(tallies: CodedTallies(tallies), directory: directory), span: span)
            .table(by: .unit, asOf: asOf)
    }

    private func yearToDate(_ tables: [RatingTable]) throws -> RatingTable {
        let span = try #require(PeriodRule.span(of: .yearToDate(year: 2020, through: 6), in: directory))
        return TableBuilder(TableSource(tallies: CodedTallies(), directory: directory, dropped: 3), span: span)
            .sum(of: tables, by: .unit, asOf: asOf)
    }

    @Test("each row is the sum of its rows; what was reported counts, not what the ledger says now")
    func rows() throws {
        let sum = try yearToDate([
            try month(4, [try Sample.tally(on: "2020-04-10", unit: "a", 3)]),
            try month(5, [try Sample.tally(on: "2020-05-10", unit: "new", .comments, 4)]),
            try month(6, [try Sample.tally(on: "2020-06-10", unit: "a", 5), try Sample.tally(on: "2020-06-10", 1)]),
        ])
        #expect(sum.rows.map(\.name) == ["A", "B", "Mới", "Chưa xác định đơn vị"])
        #expect(sum.rows.map(\.counts.total) == [8, 0, 4, 1])
        #expect(sum.rows.map(\.ordinal) == [1, 2, 3, nil])
        #expect(sum.total[.comments] == 4)
        #expect(sum.periodTitle == "LŨY KẾ TỪ ĐẦU NĂM ĐẾN THÁNG 6 NĂM 2020 (TỪ 1/1/2020 ĐẾN 30/6/2020)")
        #expect(!sum.notes.isEmpty)
        #expect(sum.notes.dropped == 3)
    }

    @Test("the columns are those of all its parts")
    func columns() throws {
        let sum = try yearToDate([
            try month(5, [try Sample.tally(on: "2020-05-10", .satisfiedService, 3)]),
            try month(6, [try Sample.tally(on: "2020-06-10", .verySatisfied, 3)]),
        ])
        #expect(sum.columns.columns.contains(.verySatisfied) && sum.columns.isMixed)
        #expect(sum.notes.scalesDiffer)
    }

    @Test("of no table it is a table of zeros that says so")
    func nothing() throws {
        let sum = try yearToDate([])
        #expect(sum.rows.count == 3)
        #expect(sum.total == Counts())
        #expect(sum.notes.isEmpty)
    }

    @Test("tables with other rows are not mixed in")
    func otherRows() throws {
        let tallies = [try Sample.tally(on: "2020-06-10", unit: "a", counter: "Q1", 5)]
        let days = try Sample.days("2020-06-01", "2020-06-30")
        let byCounter = TableBuilder(TableSource(tallies: CodedTallies(tallies), directory: directory), days: days)
            .table(by: .counter, asOf: asOf)
        #expect(try yearToDate([byCounter, try month(6, tallies)]).total.total == 5)
    }
}
