import Ratings
import Testing

@testable import Reports

@Suite("The check before a report is signed") struct CheckTests {
    private func period(_ name: String, _ first: String, _ last: String) throws -> ReportPeriod {
        ReportPeriod(name: name, first: try #require(Day(iso: first)), last: try #require(Day(iso: last)))
    }

    @Test("a period that ends before it begins is wrong, with both days")
    func reversedPeriod() throws {
        let finding = try #require(
            PeriodCheck.findings(try period("2025-10", "2025-10-01", "2025-08-28"), beside: []).first)
        #expect((finding.grade, finding.rule) == (.wrong, .days))
        #expect((finding.stated, finding.expected) == ("28/8/2025", "1/10/2025"))
        #expect(
            finding.line
                == "Sai · Kỳ 2025-10: kết thúc ngày 28/8/2025, trước ngày bắt đầu 1/10/2025 "
                + "(quy tắc: ngày tháng có thật, kỳ kết thúc sau khi bắt đầu)")
    }

    @Test("periods that share days are wrong, days between them are to be looked at, neighbours are fine")
    func overlapAndGap() throws {
        let june = try period("2020-06", "2020-05-16", "2020-06-15")
        let may = try period("2020-05", "2020-04-16", "2020-05-15")
        #expect(PeriodCheck.findings(june, beside: [june, may]).isEmpty)
        let shared = PeriodCheck.findings(june, beside: [try period("2020-05", "2020-04-16", "2020-05-16")])
        #expect(shared.map(\.rule) == [.overlap] && shared.first?.grade == .wrong)
        #expect(shared.first?.text == "trùng với kỳ 2020-05 ngày 16/5/2020")
        let apart = PeriodCheck.findings(
            june,
            beside: [
                try period("2020-05", "2020-04-16", "2020-05-13"), try period("2020-07", "2020-06-17", "2020-07-15"),
            ])
        #expect(apart.map(\.rule) == [.gap, .gap] && apart.allSatisfy { $0.grade == .doubtful })
        #expect(
            apart.map(\.text) == [
                "từ 14/5/2020 đến 15/5/2020 không thuộc kỳ nào (giữa kỳ này và kỳ 2020-05)",
                "ngày 16/6/2020 không thuộc kỳ nào (giữa kỳ này và kỳ 2020-07)",
            ])
        let reversed = try period("2020-05", "2020-06-01", "2020-05-20")
        #expect(PeriodCheck.findings(june, beside: [reversed]).isEmpty, "it has a finding of its own")
    }

    @Test(
        "days in a text exist, and their stretches end after they begin",
        arguments: [
            ("(từ 01/10/2025 đến 28/8/2025)", CheckFinding.Rule?.some(.days)),
            ("Từ ngày 01/10/2025 ĐẾN hết ngày 28/8/2025", .days), ("TỪ 31/2/2020 ĐẾN 15/3/2020", .days),
            ("từ 16/5/2020 đến 15/6/2020", nil), ("từ ngày 16/5/2020 đến hết ngày 15/6/2020", nil),
            ("16/5/2020 - 15/6/2020", nil), ("16/5/2020 – 15/6/2020; năm trước 16/5/2019 – 15/6/2019", nil),
            ("Từ ngày 01 tháng 10 năm 2025 đến ngày 28 tháng 8 năm 2025", .days), ("01-10-2025 đến 28-8-2025", .days),
            ("từ 01/10/2025 tới ngày 28/8/2025", .days), ("01/10/2025 cho đến 28/8/2025", .days),
            ("01/10/2025 đến trước ngày 28/8/2025", .days), ("01/10 đến ngày 28/8/2025", .days),
            ("từ ngày 16 tháng 5 đến hết ngày 15 tháng 6 năm 2020", nil), ("16-5-2020 - 15-6-2020", nil),
            ("từ 16/5 đến trước ngày 16/6/2020", nil), ("TỪ NGÀY 16 THÁNG 5 NĂM 2020\nTỚI NGÀY 15/6/2020", nil),
            ("ngày 24/6/2020", nil), ("từ 16/5/2020 đến 14/6/2020", .text), ("", nil),
        ])
    func daysOfText(text: String, rule: CheckFinding.Rule?) throws {
        let days = try Sample.days("2020-05-16", "2020-06-15")
        for form in [text, text.decomposedStringWithCanonicalMapping] {
            #expect(TextCheck.findings(in: form, at: "Tiêu đề", days: days).map(\.rule) == (rule.map { [$0] } ?? []))
        }
    }

    /// 820 of 1.000 satisfied, in the five columns.
    private func ratings() throws -> RatingTable {
        try Sample.table(
            [
                try Sample.tally(unit: "a", .satisfiedService, 820), try Sample.tally(unit: "a", .comments, 5),
                try Sample.tally(unit: "a", .dissatisfiedTime, 175),
            ], in: try Sample.directory(try Sample.unit("a", "Sở A", 1)))
    }

    @Test("the sentence of the body agrees with the table in each manner, with the decimals it is written with")
    func rightSentences() throws {
        let table = try ratings()
        for preset in SentencePreset.allCases {
            let text = "I. Kết quả\n" + BodySentence(table, preset: preset).text + " Hết.\nII. Khác"
            for form in [text, text.decomposedStringWithCanonicalMapping, text.replacing("82,00%", with: "82%")] {
                #expect(TextCheck.findings(in: form, at: "Lời văn", of: table).isEmpty, "\(form)")
            }
        }
        #expect(TextCheck.findings(in: "Trong kỳ không có ý kiến.", at: "Lời văn", of: table).isEmpty)
    }

    @Test("a number of the sentence that is not the table's is told with its clause: 82,1 that is 82,0")
    func wrongSentences() throws {
        let table = try ratings()
        let levels = BodySentence(table, preset: .levels).text
        func found(_ text: String) -> [CheckFinding] { TextCheck.findings(in: text, at: "Lời văn", of: table) }
        let share = try #require(found(levels.replacing("82,0%", with: "82,1%")).first)
        #expect((share.grade, share.rule) == (.wrong, .text))
        #expect(share.stated == "đánh giá Hài lòng với dịch vụ là 820 lượt, chiếm 82,1%")
        #expect(share.expected == "đánh giá Hài lòng với dịch vụ là 820 lượt, chiếm 82,0%")
        #expect(found(levels.replacing("có 1.000 lượt", with: "có 1.001 lượt")).map(\.stated) == ["1.001"])
        let neutral = BodySentence(table, preset: .neutral).text
        #expect(found(neutral.replacing("820 lượt", with: "802 lượt")).count == 1)
        #expect(found(neutral.replacing("30/6/2020", with: "31/6/2020")).map(\.expected) == ["30/6/2020"])
        #expect(found(neutral.replacing("; 05 lượt", with: " và 05 lượt")).count == 1, "clauses that were joined")
        let nothing = "Trong tháng (từ ngày 1/6/2020 đến hết ngày 30/6/2020), không có lượt đánh giá nào."
        #expect(found(nothing).map(\.expected) == ["1.000"])
    }

    @Test("a share of a count is held against the totals: 82,1 that is 82,0, and one that is of nothing there")
    func shares() throws {
        let dossiers = FigureTable(
            name: "Phụ lục I", unit: "hồ sơ",
            columns: [
                FigureTable.Column(code: "all", heading: "Tổng số"), FigureTable.Column(code: "done", heading: "Xong"),
            ], rows: [FigureTable.Row(name: "Sở A", figures: [2000, 1640])], rules: [.within("done", of: "all")])
        let check = ShareCheck(try ratings(), [dossiers])
        func found(_ text: String) -> [CheckFinding] { check.findings(in: text, at: "Lời văn") }
        #expect(found("Đã giải quyết 1.640 hồ sơ, chiếm 82,0%; 175 lượt không hài lòng, chiếm 17,5%.").isEmpty)
        let wrong = try #require(found("Đã giải quyết 1.640\nhồ sơ, chiếm tỷ lệ 82,1 %").first)
        #expect((wrong.grade, wrong.stated, wrong.expected) == (.wrong, "82,1", "82,0"))
        #expect(wrong.text.hasSuffix("1.640/2.000 (Xong) là 82,0"))
        #expect(found("Lĩnh vực đất đai giải quyết 1.640 hồ sơ, chiếm 82,1%").map(\.grade) == [.doubtful])
        #expect(found("1.000 hồ sơ đúng hạn, đạt 50%.").isEmpty, "half of the dossiers, though no column says so")
        #expect(found("1.001 hồ sơ đúng hạn, đạt 50,5%.").map(\.grade) == [.doubtful])
        #expect(found("Năm 2020 có 12 người. Tăng 5% so với kỳ trước, chiếm 3%").isEmpty)
    }

    @Test("a day without its year is in the year of the other, or where that is the period in the one before")
    func turnOfTheYear() throws {
        let days = try Sample.days("2020-12-16", "2021-01-15")
        #expect(TextCheck.findings(in: "từ 16/12 đến ngày 15/01/2021", at: "Tiêu đề", days: days).isEmpty)
        let other = TextCheck.findings(in: "từ 17/12 đến 15/01/2021", at: "Tiêu đề", days: days)
        #expect(other.map(\.rule) == [.text] && other.map(\.grade) == [.doubtful], "a right stretch of other days")
    }

    @Test(
        "a share beside its part and whole needs no table",
        arguments: [
            ("Tỷ lệ đúng hạn 82,1% (820/1.000)", "82,0"), ("820/1.000 hồ sơ, đạt tỷ lệ 82,1%", "82,0"),
            ("đúng hạn 820/1000 (82,1%)", "82,0"), ("Trong 1.000 hồ sơ có 820 hồ sơ đúng hạn (82,1%).", "82,0"),
            ("Trong tổng số 1.000 hồ sơ, có 820 hồ sơ đúng hạn, chiếm 82,0%.", nil),
            ("820 trong 1.000 (82,1%)", "82,0"),
            ("820 hồ sơ trên tổng số 1.000 hồ sơ, đạt 82,1%", "82,0"), ("Tỷ lệ 82,0% (820/1.000 hồ sơ)", nil),
            ("820/1.000, đạt 82%", nil),
            ("Tháng 5/2020 đạt 98%", nil), ("Nghị định 61/2018/NĐ-CP, đạt 95%", nil), ("ngày 15/6/2020 đạt 3%", nil),
        ])
    func fractions(text: String, expected: String?) throws {
        let found = ShareCheck(try ratings(), []).findings(in: text, at: "Lời văn").filter { $0.grade == .wrong }
        #expect(found.map(\.expected) == (expected.map { [$0] } ?? []))
    }

    @Test("a long text that begins a sentence again and again is looked through once", .timeLimit(.minutes(1)))
    func longText() throws {
        let text = String(repeating: "Có ông bà. ", count: 10_000)
        #expect(TextCheck.findings(in: text, at: "Lời văn", of: try ratings()).isEmpty)
        let sentence = BodySentence(try ratings(), preset: .levels).text.replacing("82,0%", with: "82,1%")
        #expect(TextCheck.findings(in: text + sentence, at: "Lời văn", of: try ratings()).count == 1)
    }

    @Test("a unit that vanished is found, but not one whose end is recorded")
    func vanished() throws {
        let units = [try Sample.unit("a", "Sở A", 1), try Sample.unit("b", "Sở B", 2)]
        let earlier = try Sample.table([try Sample.tally(unit: "b", 12)], in: try Sample.directory(of: units))
        let later = try Sample.table([], in: try Sample.directory(of: [units[0]]))
        func found(_ earlier: RatingTable, _ later: RatingTable, ended: String? = nil) -> [CheckFinding] {
            TableCheck.vanished(from: earlier.figures, of: "2020-05", in: later.figures) { $0 == ended }
        }
        #expect(found(earlier, later).map(\.place) == ["Phụ lục II · Sở B"])
        #expect(found(earlier, later).first?.text.contains("kỳ 2020-05") == true)
        #expect(found(earlier, later, ended: "b").isEmpty && found(later, earlier).isEmpty)
    }

    @Test("counts below those of an earlier issue are found, those above are not")
    func belowIssued() throws {
        let directory = try Sample.directory(try Sample.unit("a", "Sở A", 1), try Sample.unit("b", "Sở B", 2))
        let then = try Sample.table([try Sample.tally(unit: "a", 14), try Sample.tally(unit: "b", 3)], in: directory)
        let now = try Sample.table([try Sample.tally(unit: "a", 13), try Sample.tally(unit: "b", 4)], in: directory)
        let found = TableCheck.belowIssued(TableDifference(from: then.figures, to: now.figures), edition: 1)
        #expect(found.map(\.place) == ["Phụ lục II · Sở A · Hài lòng với dịch vụ"])
        #expect(found.first?.text == "13, bản 1 đã chốt là 14" && found.first?.grade == .doubtful)
    }

    @Test("what nobody has decided is listed: waiting presses, silent boxes, marks")
    func undecided() throws {
        var table = try Sample.table([], in: Directory())
        table.notes.waiting = [.unregistered: 5]
        table.notes.silentBoxes = [TableNotes.SilentBox(uid: "b1", label: "B1", counters: [], heard: nil)]
        let found =
            TableCheck.undecided(table)
            + TableCheck.undecided(marked: [PressKey(device: "b1", boot: 1, sequence: 2)])
        #expect(found.map(\.place) == ["Lượt bấm chờ xử lý", "Thiết bị B1", "Lượt bấm b1/1/2"])
        #expect(found.allSatisfy { $0.rule == .undecided && $0.grade == .doubtful })
    }
}
