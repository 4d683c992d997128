import Ratings
import Testing

@testable import Reports

@Suite("The sentence of a report's body") struct SentenceTests {
    private func table(
        _ counts: [Column: Int], _ first: String = "2020-05-16", _ last: String = "2020-06-15", scale: [Column] = []
    ) throws -> RatingTable {
        var records: [any DirectoryRecord] = []
        if !scale.isEmpty {
            let choices = scale.map {
                RatingScale.Choice(input: $0.rawValue, code: $0.rawValue, column: $0, vietnamese: "x", english: "x")
            }
            records.append(RatingScale(code: "s", since: Instant(milliseconds: 0), choices: choices))
        }
        let tallies = try counts.map { try Sample.tally(on: first, $0.key, $0.value) }
        return TableBuilder(
            TableSource(tallies: CodedTallies(tallies), directory: try Sample.directory(of: records)),
            days: try Sample.days(first, last)
        ).table(by: .unit, asOf: try Sample.at("2020-07-01"))
    }

    private func sentence(_ table: RatingTable, _ preset: SentencePreset) -> String {
        BodySentence(table, preset: preset).text
    }

    @Test("of the golden month the five columns give the source's sentence to the letter")
    func source() throws {
        let table = try table([.satisfiedService: 168, .satisfiedAttitude: 827])
        #expect(
            sentence(table, .fiveColumns)
                == "Có 995 ý kiến đánh giá của tổ chức, cá nhân đến giao dịch tại Trung tâm thông qua máy đánh giá mức độ "
                + "hài lòng; kết quả có 100% tổ chức, cá nhân hài lòng với dịch vụ và thái độ phục vụ của nhân viên tại "
                + "Trung tâm.")
    }

    @Test("of the golden month the neutral sentence tells both groups")
    func neutral() throws {
        #expect(
            sentence(try table([.satisfiedService: 168, .satisfiedAttitude: 827]), .neutral)
                == "Trong kỳ (từ ngày 16/5/2020 đến hết ngày 15/6/2020), Trung tâm ghi nhận 995 lượt đánh giá; trong đó "
                + "995 lượt hài lòng, chiếm 100%; không có lượt đánh giá không hài lòng.")
    }

    @Test(
        "the source's sentence is not used where somebody was dissatisfied or commented, or where there are levels",
        arguments: [Column.dissatisfiedTime, .dissatisfiedCompetence, .comments, .verySatisfied])
    func notTrue(column: Column) throws {
        let table = try table([.satisfiedService: 10, column: 1])
        let sentence = BodySentence(table, preset: .fiveColumns)
        #expect(sentence.preset == .neutral)
        #expect(sentence.text.hasPrefix("Trong kỳ (từ ngày"))
    }

    @Test("comments and the middle level are told for themselves, small counts with two digits")
    func groups() throws {
        let table = try table([.satisfiedService: 1_490, .comments: 2, .dissatisfiedTime: 8])
        #expect(
            sentence(table, .neutral).hasSuffix(
                "ghi nhận 1.500 lượt đánh giá; trong đó 1.490 lượt hài lòng, chiếm 99,33%; 02 lượt có ý kiến góp ý, chiếm "
                    + "0,13%; 08 lượt không hài lòng, chiếm 0,53%."))
        let levels = try self.table([.satisfied: 3, .neutral: 1])
        #expect(
            sentence(levels, .neutral).hasSuffix(
                "trong đó 03 lượt hài lòng, chiếm 75,00%; 01 lượt bình thường, chiếm 25,00%; không có lượt đánh giá không hài lòng."
            ))
    }

    @Test("level by level each share has one decimal, whatever the table's, and none is 'không có'")
    func levels() throws {
        let table = try table(
            [.verySatisfied: 120, .satisfied: 7], "2020-06-01", "2020-06-30",
            scale: [.verySatisfied, .satisfied, .dissatisfied])
        #expect(
            sentence(table, .levels)
                == "Trong tháng, có 127 lượt đánh giá cán bộ tại Trung tâm, trong đó: đánh giá Rất hài lòng là 120 lượt, "
                + "chiếm 94,5%; đánh giá Hài lòng là 07 lượt, chiếm 5,5%; không có lượt đánh giá Không hài lòng.")
    }

    @Test("comments are no level: in a table with a column of them they are told as what they are, none not at all")
    func commentsAmongLevels() throws {
        let none = sentence(try table([.satisfiedService: 9, .satisfiedAttitude: 1]), .levels)
        #expect(!none.contains("góp ý"))
        #expect(none.hasSuffix("không có lượt đánh giá \(Column.dissatisfiedTime.heading)."))
        let some = sentence(try table([.satisfiedService: 999, .comments: 1]), .levels)
        #expect(some.hasSuffix("; 01 lượt có ý kiến góp ý, chiếm 0,1%."))
        #expect(!some.contains("đánh giá Ý kiến"))
    }

    @Test(
        "'Trong tháng' is said of whole calendar months alone",
        arguments: [
            ("2020-06-01", "2020-06-30", "Trong tháng"), ("2020-02-01", "2020-02-29", "Trong tháng"),
            ("2020-02-01", "2020-02-28", "Trong kỳ"), ("2020-05-16", "2020-06-15", "Trong kỳ"),
            ("2020-04-01", "2020-06-30", "Trong kỳ"), ("2020-06-02", "2020-06-30", "Trong kỳ"),
        ])
    func opening(first: String, last: String, opening: String) throws {
        #expect(sentence(try table([.satisfied: 30], first, last), .levels).hasPrefix(opening + ", có 30 lượt"))
    }

    @Test("a period without ratings is told as such in every manner", arguments: SentencePreset.allCases)
    func nothing(preset: SentencePreset) throws {
        #expect(
            sentence(try table([:]), preset)
                == "Trong kỳ (từ ngày 16/5/2020 đến hết ngày 15/6/2020), không có lượt đánh giá nào.")
    }

    @Test("a share that is only rounded to all of them is not called 100%")
    func almostAll() throws {
        #expect(
            sentence(try table([.satisfiedService: 99_999, .dissatisfiedTime: 1]), .neutral)
                .contains("99.999 lượt hài lòng, chiếm 100,00%; 01 lượt không hài lòng, chiếm 0,00%"))
    }

    @Test("every field of every sentence is filled, and the fields are there for other texts")
    func fields() throws {
        let table = try table([.satisfiedService: 60, .dissatisfiedTime: 20, .comments: 20])
        for preset in SentencePreset.allCases {
            let sentence = BodySentence(table, preset: preset)
            #expect(!sentence.text.contains("{") && !sentence.text.contains("}"))
            #expect(Set(sentence.fields.keys) == Set(SentenceField.allCases))
        }
        let fields = BodySentence.fields(of: table, decimals: 2)
        #expect(fields[.satisfaction] == "75,00%")
        #expect(fields[.satisfiedShare] == "60,00%")
        #expect(fields[.period] == "kỳ từ ngày 16/5/2020 đến hết ngày 15/6/2020")
        for preset in SentencePreset.allCases {
            for part in preset.text.split(separator: "{").dropFirst() {
                #expect(SentenceField(rawValue: String(part.prefix { $0 != "}" })) != nil)
            }
        }
    }

    @Test("with a preset the sentence stands below the table")
    func belowTable() throws {
        var table = try table([.satisfiedService: 1])
        table.sentence = .neutral
        #expect(TextRenderer.render(table, zone: .vietnam).contains("\nTrong kỳ (từ ngày 16/5/2020"))
        #expect(try JSONRenderer.render(table, zone: .vietnam).contains("Trung tâm ghi nhận 01 lượt đánh giá"))
    }
}
