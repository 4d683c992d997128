import Foundation
import Ratings
import Testing

@testable import Reports

@Suite("TableBuilder") struct TableBuilderTests {
    private func names(_ table: RatingTable) -> [String] { table.rows.map(\.name) }
    private func totals(_ table: RatingTable) -> [Int] { table.rows.map(\.counts.total) }

    @Test("days are inclusive at both ends, and what lies outside is not counted")
    func inclusiveDays() throws {
        let tallies = try zip(["2020-05-31", "2020-06-01", "2020-06-30", "2020-07-01"], [1, 10, 100, 1000]).map {
            try Sample.tally(on: $0, unit: "xd", $1)
        }
        let directory = try Sample.directory(try Sample.unit("xd", "Sở Xây dựng", 1))
        #expect(try Sample.table(tallies, in: directory).total.total == 110)
    }

    @Test("units stand in their configured order, those without ratings too, numbered through")
    func order() throws {
        let directory = try Sample.directory(
            try Sample.unit("b", "Bảo hiểm", 3), try Sample.unit("a", "Y tế", 1), try Sample.unit("c", "An ninh", 2))
        let table = try Sample.table([try Sample.tally(unit: "b", 4)], in: directory)
        #expect(names(table) == ["Y tế", "An ninh", "Bảo hiểm"])
        #expect(totals(table) == [0, 0, 4])
        #expect(table.rows.map(\.ordinal) == [1, 2, 3])
    }

    @Test(
        "the row of what is not known stands last, without a number, only where it is above 0",
        arguments: RowKind.allCases.filter { $0 != .day })
    func unknown(kind: RowKind) throws {
        let directory = try Sample.directory(
            try Sample.unit("xd", "Sở Xây dựng", 1), ServiceField(code: "ht", name: "Hộ tịch", order: 1))
        let known = try Sample.tally(unit: "xd", counter: "Q1", officer: "an", field: "ht", 5)
        let table = try Sample.table(by: kind, [known, try Sample.tally(.comments, 2)], in: directory)
        #expect(table.rows.last?.name == kind.unknown)
        #expect(table.rows.last?.ordinal == nil)
        #expect(totals(table) == [5, 2])
        #expect(try Sample.table(by: kind, [known], in: directory).rows.count == 1)
    }

    @Test("the sums of all kinds of rows agree")
    func sumsAgree() throws {
        let directory = try Sample.directory(try Sample.unit("xd", "Sở Xây dựng", 1))
        let tallies = [
            try Sample.tally(unit: "xd", counter: "Q1", .comments, 3),
            try Sample.tally(officer: "an", .dissatisfiedTime, 4),
            try Sample.tally(unit: "gone", field: "ht", 5),
        ]
        for kind in RowKind.allCases {
            #expect(try Sample.table(by: kind, tallies, in: directory).total.total == 12)
        }
    }

    @Test("a unit ended before the period or begun after it has no row, unless it was rated")
    func existence() throws {
        let directory = try Sample.directory(
            try Sample.unit("old", "Cũ", 1, until: "2020-06-01"), try Sample.unit("new", "Mới", 2, since: "2020-07-01"),
            try Sample.unit("now", "Nay", 3, since: "2020-06-30", until: "2020-07-01"))
        #expect(names(try Sample.table([], in: directory)) == ["Nay"])
        #expect(names(try Sample.table([try Sample.tally(unit: "old", 1)], in: directory)) == ["Cũ", "Nay"])
    }

    @Test("a unit is called and ordered as it was at the period's end")
    func names() throws {
        let directory = try Sample.directory(
            try Sample.unit("a", "Tên cũ", 1), try Sample.unit("a", "Tên mới", 9, since: "2020-06-15"),
            try Sample.unit("a", "Tên sau", 1, since: "2020-07-01"), try Sample.unit("b", "Khác", 5))
        #expect(names(try Sample.table([], in: directory)) == ["Khác", "Tên mới"])
    }

    @Test("units merged in the period are counted with their successor, and a note says so")
    func merger() throws {
        let directory = try Sample.directory(
            try Sample.unit("kh", "Sở Kế hoạch", 1, until: "2020-06-10", successors: ["tc"]),
            try Sample.unit("dt", "Sở Đầu tư", 2, until: "2020-06-10", successors: ["tc"]),
            try Sample.unit("tc", "Sở Tài chính", 3, since: "2020-06-10"))
        let tallies = [
            try Sample.tally(unit: "kh", .comments, 3), try Sample.tally(unit: "dt", 4),
            try Sample.tally(unit: "tc", 5),
        ]
        let table = try Sample.table(tallies, in: directory)
        #expect(names(table) == ["Sở Tài chính"])
        #expect(table.rows[0].counts[.comments] == 3)
        #expect(table.rows[0].counts.total == 12)
        #expect(table.notes.merged.map(\.from) == ["Sở Đầu tư", "Sở Kế hoạch"])
        #expect(table.notes.merged.map(\.count) == [4, 3])
        #expect(table.notes.merged.map(\.since.description) == ["2020-06-10", "2020-06-10"])
    }

    @Test("a merger of a merged unit is followed to its end")
    func chain() throws {
        let directory = try Sample.directory(
            try Sample.unit("a", "A", 1, until: "2020-06-05", successors: ["b"]),
            try Sample.unit("b", "B", 2, until: "2020-06-10", successors: ["c"]), try Sample.unit("c", "C", 3))
        let table = try Sample.table([try Sample.tally(unit: "a", 3)], in: directory)
        #expect(names(table) == ["C"])
        #expect(totals(table) == [3])
    }

    @Test("units that succeed each other in a circle end the search")
    func circle() throws {
        let directory = try Sample.directory(
            try Sample.unit("a", "A", 1, until: "2020-06-05", successors: ["b"]),
            try Sample.unit("b", "B", 2, until: "2020-06-05", successors: ["a"]))
        #expect(try Sample.table([try Sample.tally(unit: "a", 3)], in: directory).total.total == 3)
    }

    @Test("a split is not folded: the ratings stay with the unit that was split")
    func split() throws {
        let directory = try Sample.directory(
            try Sample.unit("a", "Cũ", 1, until: "2020-06-10", successors: ["b", "c"]),
            try Sample.unit("b", "Một", 2, since: "2020-06-10"), try Sample.unit("c", "Hai", 3, since: "2020-06-10"))
        let table = try Sample.table([try Sample.tally(unit: "a", 3)], in: directory)
        #expect(names(table) == ["Cũ", "Một", "Hai"])
        #expect(totals(table) == [3, 0, 0])
        #expect(table.notes.merged.isEmpty)
    }

    @Test(
        "a unit that ends together with the period, or after it, stands for itself",
        arguments: ["2020-07-01", "2020-07-15"])
    func mergerAtTheEdge(until: String) throws {
        let directory = try Sample.directory(
            try Sample.unit("a", "Cũ", 1, until: until, successors: ["b"]), try Sample.unit("b", "Mới", 2, since: until)
        )
        let table = try Sample.table([try Sample.tally(unit: "a", 3)], in: directory)
        #expect(names(table) == ["Cũ"])
        #expect(totals(table) == [3])
    }

    @Test("counters sort by number, fields by their order, and zero rows stand in both")
    func countersAndFields() throws {
        let start = Instant(milliseconds: 0)
        let directory = try Sample.directory(
            Counter(code: "Q10", name: "Quầy 10", units: [], since: start),
            Counter(code: "Q2", name: "Quầy 2", units: [], since: start),
            ServiceField(code: "a", name: "Đất đai", order: 2), ServiceField(code: "b", name: "Hộ tịch", order: 1))
        #expect(names(try Sample.table(by: .counter, [], in: directory)) == ["Quầy 2", "Quầy 10"])
        #expect(names(try Sample.table(by: .field, [], in: directory)) == ["Hộ tịch", "Đất đai"])
        let table = try Sample.table(by: .counter, [try Sample.tally(counter: "Q3", 1)], in: directory)
        #expect(names(table) == ["Quầy 2", "Q3", "Quầy 10"])
    }

    @Test("officers with duties or ratings of the period stand by given name, namesakes with their codes")
    func officers() throws {
        let noon = try Sample.at("2020-06-10T12:00")
        func duty(_ officer: String, _ since: Instant, _ until: Instant? = nil) -> Duty {
            Duty(counter: "Q1", officer: officer, since: since, until: until, source: .roster)
        }
        let directory = try Sample.directory(
            Officer(code: "1", name: "Trần Văn Bình"), Officer(code: "2", name: "Trần Văn Bình"),
            Officer(code: "3", name: "Lê Thị An"), Officer(code: "4", name: "Đi vắng"),
            Officer(code: "5", name: "Chưa đến"),
            duty("1", noon), duty("4", Instant(milliseconds: 0), try Sample.at("2020-06-01")),
            duty("5", try Sample.at("2020-07-01")))
        let tallies = [try Sample.tally(officer: "2", 1), try Sample.tally(officer: "3", 2)]
        let table = try Sample.table(by: .officer, tallies, in: directory)
        #expect(names(table) == ["Lê Thị An", "Trần Văn Bình (1)", "Trần Văn Bình (2)"])
        #expect(totals(table) == [2, 0, 1])
    }

    @Test("the decimals are those in force at the period's end")
    func decimals() throws {
        func setting(_ since: String, _ value: String) throws -> Setting {
            Setting(name: .decimals, since: try Sample.at(since), value: value)
        }
        let directory = try Sample.directory(try setting("2020-06-30T23:59", "1"), try setting("2020-07-01", "3"))
        #expect(try Sample.table([], in: directory).decimals == 1)
        #expect(try Sample.table([], in: Directory()).decimals == 2)
    }

    @Test("a period without a name is titled by its days")
    func title() throws {
        let source = TableSource(tallies: CodedTallies(), directory: Directory())
        let builder = TableBuilder(source, days: try Sample.days("2020-02-29", "2020-12-31"))
        #expect(builder.table(by: .unit, asOf: Instant(milliseconds: 0)).periodTitle == "TỪ 29/2/2020 ĐẾN 31/12/2020")
    }
}
