import Foundation
import Ratings
import Testing

@testable import Reports

/// Tables of centres whose boxes ask for levels.
@Suite("Level scales") struct LevelTests {
    private func scale(_ code: String, since: String = "2000-01-01", _ columns: [Column]) throws -> RatingScale {
        RatingScale(
            code: code, since: try Sample.at(since),
            choices: columns.enumerated().map { index, column in
                RatingScale.Choice(
                    input: "\(index + 1)", code: column.rawValue, column: column, vietnamese: column.heading,
                    english: column.rawValue)
            })
    }

    private func header(_ table: RatingTable) -> String { String(CSVRenderer.render(table).prefix { $0 != "\n" }) }

    @Test("three levels make a table of three columns, those that nobody chose too")
    func three() throws {
        let directory = try Sample.directory(
            try Sample.unit("xd", "Sở Xây dựng", 1), try scale("ba", [.verySatisfied, .satisfied, .dissatisfied]))
        let table = try Sample.table(
            [try Sample.tally(unit: "xd", .verySatisfied, 7), try Sample.tally(unit: "xd", .dissatisfied, 1)],
            in: directory)
        #expect(
            CSVRenderer.render(table) == """
                stt,unit,very_satisfied,satisfied,dissatisfied,total
                1,Sở Xây dựng,7,0,1,8
                ,Tổng cộng,7,0,1,8
                ,Tỷ lệ %,"87,50","0,00","12,50","100,00"

                """)
        #expect(!table.notes.scalesDiffer)
        let text = TextRenderer.render(table, zone: .vietnam)
        #expect(text.contains("Rất hài lòng") && !text.contains("Bình thường") && !text.contains("góp ý │"))
    }

    @Test("five levels stand from best to worst, and a comment button of theirs last")
    func five() throws {
        let levels = ColumnSet.levels.columns
        let directory = try Sample.directory(try scale("nam", levels.reversed() + [.comments]))
        #expect(
            header(try Sample.table([], in: directory))
                == "stt,unit,very_satisfied,satisfied,neutral,dissatisfied,very_dissatisfied,comments,total")
        #expect(
            levels.map(\.heading) == [
                "Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng",
            ])
    }

    @Test("where the scale changed within the period, the table has the columns of both, and a note says so")
    func mixed() throws {
        let directory = try Sample.directory(
            try scale("a", ColumnSet.phuLucII.columns),
            try scale("a", since: "2020-06-16", [.satisfied, .dissatisfied]))
        let table = try Sample.table(
            [try Sample.tally(.satisfiedService, 1), try Sample.tally(.satisfied, 3)], in: directory)
        #expect(
            header(table)
                == "stt,unit,satisfied_service,satisfied_attitude,dissatisfied_competence,dissatisfied_time,satisfied,"
                + "dissatisfied,comments,total")
        #expect(table.total.total == 4)
        #expect(table.notes.scalesDiffer)
        #expect(NotesText.lines(table.notes, zone: .vietnam)[0].hasPrefix("Trong kỳ có nhiều thang đánh giá"))
    }

    @Test("three levels that became five within the period are told apart, though the five hold them")
    func levelsOfBoth() throws {
        let directory = try Sample.directory(
            try scale("a", [.verySatisfied, .satisfied, .dissatisfied]),
            try scale("a", since: "2020-06-16", ColumnSet.levels.columns))
        let table = try Sample.table([], in: directory)
        #expect(table.columns == .levels)
        #expect(table.notes.scalesDiffer)
    }

    @Test("a rating in a column that no scale in force has is shown all the same")
    func leftOver() throws {
        let directory = try Sample.directory(try scale("a", [.satisfied, .dissatisfied]))
        let table = try Sample.table([try Sample.tally(.neutral, 2)], in: directory)
        #expect(table.columns.columns == [.satisfied, .neutral, .dissatisfied])
        #expect(table.rows.last?.counts[.neutral] == 2)
    }

    @Test("the JSON has the columns of the table, no others")
    func json() throws {
        let directory = try Sample.directory(try scale("ba", [.satisfied, .neutral, .dissatisfied]))
        let text = try JSONRenderer.render(
            try Sample.table([try Sample.tally(.neutral, 2)], in: directory), zone: .vietnam)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let total = try #require(document["total"] as? [String: Int])
        #expect(total == ["satisfied": 0, "neutral": 2, "dissatisfied": 0, "total": 2])
    }
}
