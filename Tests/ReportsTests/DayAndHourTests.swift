import Foundation
import Ratings
import Testing

@testable import Reports

@Suite("Tables by day and by hour") struct DayAndHourTests {
    @Test("by day, each day of the period has its row in order, those without ratings too")
    func days() throws {
        let tallies = [
            try Sample.tally(on: "2020-06-02", unit: "a", 3), try Sample.tally(on: "2020-06-02", .comments, 1),
            try Sample.tally(on: "2020-06-30", 5),
        ]
        let table = try Sample.table(by: .day, tallies, in: Directory())
        #expect(table.rows.count == 30)
        #expect(table.rows.map(\.ordinal) == Array(1...30))
        #expect((table.rows[1].code, table.rows[1].name) == ("2020-06-02", "2/6/2020"))
        #expect(table.rows[1].counts.total == 4)
        #expect(table.total.total == 9)
        #expect(CSVRenderer.render(table).hasPrefix("stt,day,"))
    }

    @Test("by day, days to come have no row, and days in none of a quarter's months neither")
    func someDays() throws {
        let days = try Sample.days("2020-06-01", "2020-06-30")
        var span = PeriodSpan(days: days)
        span.leftOut = [try Sample.days("2020-06-03", "2020-06-04")]
        let source = TableSource(
            tallies: CodedTallies([try Sample.tally(on: "2020-06-04", 7), try Sample.tally(on: "2020-06-05", 1)]),
            directory: Directory())
        let table = TableBuilder(source, span: span).table(by: .day, asOf: try Sample.at("2020-06-05T09:00"))
        #expect(table.rows.map(\.name) == ["1/6/2020", "2/6/2020", "5/6/2020"])
        #expect(table.total.total == 1)
        #expect(
            NotesText.lines(table.notes, zone: .vietnam).contains(
                "Các ngày không thuộc tháng nào của kỳ, không tính: 3/6/2020 đến 4/6/2020."))
    }

    private func hourTable(_ counts: [HourCount], _ records: any DirectoryRecord...) throws -> HourTable {
        let source = TableSource(tallies: CodedTallies(), directory: try Sample.directory(of: records))
        return TableBuilder(source, days: try Sample.days("2020-06-01", "2020-06-30"))
            .hourTable(counts, asOf: try Sample.at("2020-07-01"))
    }

    private func session(_ weekday: Int, _ opens: String, _ closes: String) throws -> CalendarEntry {
        CalendarEntry(
            .session(
                weekday: weekday, name: "s\(opens)", opens: try #require(DayTime(opens)),
                closes: try #require(DayTime(closes)), since: try #require(Day(iso: "2020-01-01"))))
    }

    @Test("hours and days of the week add up both ways, columns and all")
    func sums() throws {
        let table = try hourTable([
            HourCount(weekday: 1, hour: 9, column: .satisfiedService, count: 3),
            HourCount(weekday: 1, hour: 9, column: .comments, count: 1),
            HourCount(weekday: 3, hour: 9, column: .satisfiedService, count: 2),
            HourCount(weekday: 6, hour: 18, column: .dissatisfiedTime, count: 4),
        ])
        #expect((table.hours, table.weekdays) == (7...18, [1, 2, 3, 4, 5, 6]))
        #expect(table.counts(hour: 9, weekday: 1)[.comments] == 1)
        #expect(table.counts(hour: 9).total == 6)
        #expect(table.counts(weekday: 1).total == 4)
        #expect(table.total.total == 10)
        #expect(table.hours.reduce(0) { $0 + table.counts(hour: $1).total } == 10)
        #expect(table.weekdays.reduce(0) { $0 + table.counts(weekday: $1).total } == 10)
        #expect(table.heat(hour: 9, weekday: 1) == Share(4, of: 4))
        #expect(table.heat(hour: 9, weekday: 3) == Share(2, of: 4))
        #expect(table.heat(hour: 8, weekday: 1) == Share(0, of: 4))
    }

    @Test("the rows are the hours of opening, and a session that closes on the hour needs no row after it")
    func opening() throws {
        let table = try hourTable([], try session(1, "08:30", "11:30"), try session(1, "13:00", "17:00"))
        #expect(table.hours == 8...16)
        #expect(table.weekdays == [1, 2, 3, 4, 5])
        #expect(table.heat(hour: 9, weekday: 1) == nil)
        #expect(table.notes.isEmpty)
    }

    @Test("as text, CSV and JSON it has hours down, days across, and both totals")
    func forms() throws {
        let table = try hourTable(
            [HourCount(weekday: 7, hour: 9, column: .satisfiedService, count: 1_200)], try session(1, "09:00", "10:00"))
        #expect(
            CSVRenderer.render(table) == """
                hour,mon,tue,wed,thu,fri,sun,total
                9 giờ - 10 giờ,0,0,0,0,0,1200,1200
                Tổng cộng,0,0,0,0,0,1200,1200

                """)
        let text = TextRenderer.render(table, zone: .vietnam)
        #expect(text.contains("Chủ nhật") && text.contains(" 1.200 │"))
        let json = try JSONRenderer.render(table, zone: .vietnam)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect((document["table"] as? String, document["by"] as? String) == ("hours", "hour"))
        let row = try #require((document["rows"] as? [[String: Any]])?.first)
        #expect((row["hour"] as? String, row["sun"] as? Int, row["total"] as? Int) == ("9 giờ - 10 giờ", 1_200, 1_200))
        #expect((document["total"] as? [String: Any])?["total"] as? Int == 1_200)
    }

    @Test("a period without ratings gives a table of zeros that says so, by whatever", arguments: RowKind.allCases)
    func empty(kind: RowKind) throws {
        let table = try Sample.table(by: kind, [], in: try Sample.directory(try Sample.unit("a", "A", 1)))
        #expect(table.total == Counts())
        #expect(TextRenderer.render(table, zone: .vietnam).contains("Trong kỳ không có lượt đánh giá nào được tính."))
        #expect(try JSONRenderer.render(table, zone: .vietnam).contains("\"has_no_ratings\" : true"))
    }
}
