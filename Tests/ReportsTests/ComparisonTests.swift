import Foundation
import Ratings
import Testing

@testable import Reports

@Suite("Tables beside those of earlier periods") struct ComparisonTests {
    private let units: [any DirectoryRecord]

    init() throws { units = [try Sample.unit("a", "A", 1), try Sample.unit("b", "B", 2)] }

    private func compare(
        by kind: RowKind = .unit, _ now: [Tally], _ then: [Tally], _ records: [any DirectoryRecord]? = nil
    ) throws -> ComparisonTable {
        let directory = try Sample.directory(of: records ?? units)
        let asOf = try Sample.at("2020-07-01T08:00")
        let span = PeriodSpan(name: .month(year: 2020, month: 6), days: try Sample.days("2020-06-01", "2020-06-30"))
        let builder = TableBuilder(TableSource(tallies: CodedTallies(now), directory: directory), span: span)
        let earlier = builder.earlier(
            TableSource(tallies: CodedTallies(then), directory: directory),
            span: PeriodSpan(days: try Sample.days("2020-05-01", "2020-05-31")))
        return builder.comparison(
            builder.table(by: kind, asOf: asOf), with: earlier.table(by: kind, asOf: asOf), of: earlier,
            basis: .previous)
    }

    private func may(
        unit: String? = nil, officer: String? = nil, _ count: Int, _ column: Column = .satisfiedService
    ) throws -> Tally {
        try Sample.tally(on: "2020-05-10", unit: unit, officer: officer, column, count)
    }

    private func lines(_ table: ComparisonTable) -> [String] {
        CSVRenderer.render(table).split(separator: "\n").map(String.init)
    }

    @Test("counts are told apart, and shares in percentage points as a reader finds who subtracts the printed ones")
    func differences() throws {
        // 2/3 is 66,67 and 1/3 is 33,33: their difference as printed is 33,34, though exactly it is 33,33.
        let table = try compare(
            [try Sample.tally(unit: "a", 40), try Sample.tally(unit: "a", .dissatisfiedTime, 20)],
            [try may(unit: "a", 15), try may(unit: "a", 30, .dissatisfiedTime), try may(unit: "b", 50)])
        #expect(
            lines(table)[0] == "stt,unit,now,then,difference,share_now,share_then,points,note")
        #expect(lines(table)[1] == #"1,A,60,45,15,"66,67","33,33","33,34","#)
        #expect(lines(table)[2] == #"2,B,0,50,-50,,"100,00",,"#)
        #expect(lines(table)[3] == #",Tổng cộng,60,95,-35,"66,67","68,42","-1,75","#)
        #expect(lines(table)[4].hasPrefix(#","Hài lòng với dịch vụ, trên tổng số",40,65,-25,"#))
        #expect(
            lines(table)[7]
                == #","Không hài lòng về thời gian giao dịch, trên tổng số",20,30,-10,"33,33","31,58","1,75","#)
        #expect(table.total.difference(\.total) == -35)
        let text = TextRenderer.render(table, zone: .vietnam)
        #expect(text.contains("+33,34") && text.contains("−1,75") && text.contains("+15") && text.contains("−35"))
        #expect(text.contains("VỚI KỲ TRƯỚC"))
        #expect(text.contains("Kỳ trước: từ 1/5/2020 đến 31/5/2020, theo số liệu hiện có."))
    }

    @Test("over a merger the predecessors are added up, one that ended before this period too")
    func merger() throws {
        let records: [any DirectoryRecord] = [
            try Sample.unit("a", "A", 1, until: "2020-05-20", successors: ["c"]),
            try Sample.unit("b", "B", 2, until: "2020-06-10", successors: ["c"]),
            try Sample.unit("c", "C", 3, since: "2020-05-20"),
        ]
        let table = try compare(
            [try Sample.tally(unit: "b", 5), try Sample.tally(unit: "c", 50)],
            [try may(unit: "a", 30), try may(unit: "b", 3)], records)
        #expect(table.rows.map(\.name) == ["C"])
        #expect(table.rows[0].counts.now.total == 55)
        #expect(table.rows[0].counts.then.total == 33)
        #expect(table.rows[0].isComparable)
    }

    @Test("after a split the parts and the whole are 'không so sánh được', and only the total is compared")
    func split() throws {
        let records: [any DirectoryRecord] = [
            try Sample.unit("a", "Cũ", 1, until: "2020-05-20", successors: ["b", "c"]),
            try Sample.unit("b", "Một", 2, since: "2020-05-20"),
            try Sample.unit("c", "Hai", 3, since: "2020-05-20", until: "2020-06-02", successors: ["d"]),
            try Sample.unit("d", "Ba", 4, since: "2020-06-02"), try Sample.unit("e", "Khác", 5),
        ]
        let table = try compare(
            [try Sample.tally(unit: "b", 40), try Sample.tally(unit: "d", 40), try Sample.tally(unit: "e", 40)],
            [try may(unit: "a", 90), try may(unit: "e", 30)], records)
        #expect(table.rows.map(\.name) == ["Một", "Ba", "Khác", "Cũ"])
        #expect(table.rows.map(\.isComparable) == [false, false, true, false])
        #expect(lines(table)[1] == "1,Một,40,0,,,,,không so sánh được")
        #expect(lines(table)[4] == ",Cũ,0,90,,,,,không so sánh được")
        #expect(table.total.difference(\.total) == 0)
    }

    @Test("a split before both periods hinders nothing")
    func oldSplit() throws {
        let records: [any DirectoryRecord] = [
            try Sample.unit("a", "Cũ", 1, until: "2020-05-01", successors: ["b", "c"]),
            try Sample.unit("b", "Một", 2, since: "2020-05-01"), try Sample.unit("c", "Hai", 3, since: "2020-05-01"),
        ]
        let table = try compare([], [], records)
        #expect(table.rows.map(\.isComparable) == [true, true])
    }

    @Test("a unit dissolved without a successor keeps a row while the earlier period has ratings of it")
    func dissolved() throws {
        let records = units + [try Sample.unit("x", "Giải thể", 3, until: "2020-05-20")]
        let table = try compare([], [try may(unit: "x", 40)], records)
        #expect(table.rows.map(\.name) == ["A", "B", "Giải thể"])
        #expect(table.rows[2].counts.difference(\.total) == -40)
        #expect(try compare([], [], records).rows.count == 2)
    }

    @Test("few ratings are told as such, and of an officer no share is made of them")
    func few() throws {
        let unit = try compare([try Sample.tally(unit: "a", 29)], [try may(unit: "a", 30)])
        #expect(lines(unit)[1] == #"1,A,29,30,-1,"100,00","100,00","0,00","số lượt ít, chỉ để tham khảo""#)
        let enough = try compare([try Sample.tally(unit: "a", 30)], [try may(unit: "a", 30)])
        #expect(lines(enough)[1] == #"1,A,30,30,0,"100,00","100,00","0,00","#)
        let officer = try compare(
            by: .officer, [try Sample.tally(officer: "an", 40)], [try may(officer: "an", 29)], [])
        #expect(lines(officer)[1] == #"1,an,40,29,11,,,,"số lượt ít, chỉ để tham khảo""#)
    }

    @Test("rows that only the earlier period has ratings of stand behind the others, the unknown too")
    func gone() throws {
        let table = try compare(
            by: .officer, [try Sample.tally(officer: "an", 40)], [try may(officer: "bình", 35), try may(2)], [])
        #expect(table.rows.map(\.name) == ["an", "bình", "Chưa xác định"])
        #expect(table.rows.map(\.ordinal) == [1, nil, nil])
        #expect(table.rows.map { $0.counts.then.total } == [0, 35, 2])
    }

    @Test("JSON has codes and numbers, and the columns of the total as parts")
    func json() throws {
        let table = try compare([try Sample.tally(unit: "a", 40)], [try may(unit: "a", 80)])
        let text = try JSONRenderer.render(table, zone: .vietnam)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let row = try #require((document["rows"] as? [[String: Any]])?.first)
        #expect(document["table"] as? String == "comparison")
        #expect((row["code"] as? String, row["difference"] as? Int) == ("a", -40))
        #expect(row["note"] is NSNull)
        #expect((document["parts"] as? [Any])?.count == 5)
    }
}
