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
            ("ngày 24/6/2020", nil), ("từ 16/5/2020 đến 14/6/2020", .text), ("", nil),
        ])
    func daysOfText(text: String, rule: CheckFinding.Rule?) throws {
        let days = try Sample.days("2020-05-16", "2020-06-15")
        for form in [text, text.decomposedStringWithCanonicalMapping] {
            #expect(TextCheck.findings(in: form, at: "Tiêu đề", days: days).map(\.rule) == (rule.map { [$0] } ?? []))
        }
    }

    private static let template =
        "Có {tổng số} ý kiến đánh giá; kết quả có {tỷ lệ hài lòng} tổ chức, cá nhân hài lòng với dịch vụ."

    @Test("the numbers of a sentence are compared with the table, field by field")
    func sentence() {
        let fields = ["tổng số": "995", "tỷ lệ hài lòng": "99,90%"]
        func findings(_ text: String) -> [CheckFinding] {
            TextCheck.findings(in: text, at: "Lời văn", template: Self.template, fields: fields)
        }
        let right = "I. Kết quả\nCó 995 ý kiến đánh giá; kết quả có 99,90% tổ chức, cá nhân\nhài lòng với dịch vụ. Hết."
        #expect(findings(right).isEmpty && findings(right.decomposedStringWithCanonicalMapping).isEmpty)
        let wrong = findings(right.replacing("995", with: "959").replacing("99,90%", with: "100%"))
        #expect(wrong.map(\.stated) == ["959", "100%"] && wrong.map(\.expected) == ["995", "99,90%"])
        #expect(wrong.allSatisfy { $0.grade == .wrong && $0.rule == .text })
        #expect(findings("Trong kỳ không có đánh giá.").isEmpty)
        #expect(findings("Có nhiều người. " + right.replacing("995", with: "1")).map(\.stated) == ["1"])
    }

    @Test("a unit that vanished is found, but not one whose end is recorded")
    func vanished() throws {
        let units = [try Sample.unit("a", "Sở A", 1), try Sample.unit("b", "Sở B", 2)]
        var earlier = try Sample.table(
            [try Sample.tally(unit: "b", 12)], in: try Sample.directory(of: units))
        earlier.periodName = "2020-05"
        let later = try Sample.table([], in: try Sample.directory(of: [units[0]]))
        let found = TableCheck.vanished(from: earlier, in: later) { _ in false }
        #expect(found.map(\.place) == ["Sở B"] && found.first?.text.contains("kỳ 2020-05 (12 lượt)") == true)
        #expect(TableCheck.vanished(from: earlier, in: later) { $0 == "b" }.isEmpty)
        #expect(TableCheck.vanished(from: later, in: earlier) { _ in false }.isEmpty)
    }

    @Test("counts below those of an earlier issue are found, those above are not")
    func belowIssued() throws {
        let directory = try Sample.directory(try Sample.unit("a", "Sở A", 1), try Sample.unit("b", "Sở B", 2))
        let then = try Sample.table([try Sample.tally(unit: "a", 14), try Sample.tally(unit: "b", 3)], in: directory)
        let now = try Sample.table([try Sample.tally(unit: "a", 13), try Sample.tally(unit: "b", 4)], in: directory)
        let found = TableCheck.belowIssued(TableDifference(from: then, to: now), edition: 1)
        #expect(found.map(\.place) == ["Sở A · Hài lòng với dịch vụ"])
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
