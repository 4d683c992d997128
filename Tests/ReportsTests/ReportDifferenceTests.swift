import Ratings
import Testing

@testable import Reports

@Suite("What has changed since a report was frozen") struct ReportDifferenceTests {
    private func table(_ counts: [String: [Int]], names: [(String, String)] = [("a", "Sở A"), ("b", "Sở B")]) throws
        -> RatingTable
    {
        var tallies: [Tally] = []
        for (unit, counts) in counts {
            for (column, count) in zip(Column.allCases, counts) where count > 0 {
                tallies.append(try Sample.tally(unit: unit, column, count))
            }
        }
        var records: [any DirectoryRecord] = []
        for (index, unit) in names.enumerated() { records.append(try Sample.unit(unit.0, unit.1, index + 1)) }
        return try Sample.table(tallies, in: try Sample.directory(of: records))
    }

    private func difference(
        _ then: RatingTable, _ now: RatingTable, later: Int = 0, late: Int = 0
    ) -> ReportDifference {
        ReportDifference(
            from: PeriodFigures(table: then), to: PeriodFigures(table: now), later: later, late: late)
    }

    @Test("the same table has no difference and no note")
    func same() throws {
        let same = difference(try table(["a": [3]]), try table(["a": [3]]))
        #expect(same.isEmpty && same.lines.isEmpty && same.notes.isEmpty)
    }

    @Test("late presses are told cell by cell, and offered as the sentence for the next report")
    func late() throws {
        let late = difference(try table(["a": [14]]), try table(["a": [16], "b": [0, 0, 1]]), later: 3, late: 3)
        #expect(
            late.lines == [
                "Sở A · Hài lòng với dịch vụ: 14 → 16", "Sở B · Không hài lòng về nghiệp vụ nhân viên: 0 → 1",
                "Tổng cộng: 14 → 17",
            ])
        #expect(late.notes == ["Bổ sung 03 lượt đánh giá của kỳ trước do thiết bị mất kết nối."])
        #expect(late.table.cells.map { [$0.then, $0.now] } == [[14, 16], [0, 1]])
    }

    @Test("presses made after an early freeze are not said to be late, and those that were are told apart")
    func afterFreeze() throws {
        let (then, now) = (try table(["a": [14]]), try table(["a": [26]]))
        let after = "lượt đánh giá của kỳ trước, có sau khi chốt số liệu."
        #expect(difference(then, now, later: 12).notes == ["Bổ sung 12 \(after)"])
        #expect(
            difference(then, now, later: 12, late: 2).notes == [
                "Bổ sung 02 lượt đánh giá của kỳ trước do thiết bị mất kết nối.", "Bổ sung 10 \(after)",
            ])
    }

    @Test("a correction is no late press, and both are told apart")
    func corrected() throws {
        let fewer = difference(try table(["a": [14]]), try table(["a": [12]]))
        #expect(
            fewer.notes == ["Điều chỉnh số liệu của kỳ trước: giảm 02 lượt đánh giá so với số đã báo cáo."])
        let both = difference(try table(["a": [14]]), try table(["a": [26]]), later: 13, late: 13)
        #expect(
            both.notes == [
                "Bổ sung 13 lượt đánh giá của kỳ trước do thiết bị mất kết nối.",
                "Điều chỉnh số liệu của kỳ trước: giảm 01 lượt đánh giá so với số đã báo cáo.",
            ])
        let moved = difference(try table(["a": [1]]), try table(["b": [1]]))
        #expect(moved.notes.first?.hasSuffix("tổng số lượt đánh giá không đổi.") == true)
    }

    @Test("rows that come, go, are renamed or change places are told")
    func rows() throws {
        let then = try table(["a": [1], "b": [1]])
        let renamed = difference(then, try table(["a": [1], "b": [1]], names: [("a", "Sở Một"), ("b", "Sở B")]))
        #expect(renamed.lines == ["Sở A: nay là Sở Một"])
        #expect(renamed.notes.isEmpty)
        let gone = difference(then, try table(["b": [2]], names: [("b", "Sở B"), ("c", "Sở C")]))
        #expect(
            gone.lines.prefix(2) == ["Sở C: dòng mới", "Sở A: không còn dòng này"], "\(gone.lines)")
        let reordered = difference(then, try table(["a": [1], "b": [1]], names: [("b", "Sở B"), ("a", "Sở A")]))
        #expect(reordered.lines == ["Thứ tự các dòng đã đổi."])
    }

    @Test("other days and other decimals are differences, too")
    func daysAndDecimals() throws {
        let then = try table(["a": [1]])
        var now = then
        now.days = try Sample.days("2020-06-01", "2020-06-29")
        now.decimals = 1
        #expect(
            difference(then, now).lines == [
                "Kỳ báo cáo: từ 1/6/2020 đến 30/6/2020 → từ 1/6/2020 đến 29/6/2020", "Số chữ số thập phân: 2 → 1",
            ])
    }

    @Test("tables by other rows and of dossiers are compared as far as they were kept; a sentence tells of dossiers")
    func otherTables() throws {
        let ratings = try table(["a": [1]])
        var counters = ratings
        counters.kind = .counter
        var moved = counters
        moved.rows[1].counts = moved.rows[0].counts
        moved.rows[0].counts = Counts()
        let directory = try Sample.directory(try Sample.unit("a", "Sở A", 1))
        func dossiers(_ count: Int) -> DossierReport {
            let table = DossierTable(
                period: "2020-06", rowKind: .unit,
                columns: [DossierColumn(code: "all", heading: "Tổng số", role: .total)],
                rows: [DossierTable.Row(code: "a", counts: [count])])
            let period = ReportPeriod(name: "2020-06", first: ratings.days.lowerBound, last: ratings.days.upperBound)
            return DossierReport(table, period: period, in: directory)
        }
        let then = PeriodFigures(table: ratings, others: [counters], dossiers: [dossiers(100)])
        let now = PeriodFigures(table: ratings, others: [moved], dossiers: [dossiers(97)])
        #expect(ReportDifference(from: then, to: then).isEmpty)
        let difference = ReportDifference(from: then, to: now)
        #expect(!difference.isEmpty && difference.table.isEmpty)
        #expect(
            difference.lines == [
                "Phụ lục II (Quầy):", "  Sở A · Hài lòng với dịch vụ: 1 → 0", "  Sở B · Hài lòng với dịch vụ: 0 → 1",
                "Phụ lục I:", "  Sở A · Tổng số: 100 → 97",
            ])
        #expect(difference.notes == ["Điều chỉnh số liệu hồ sơ của kỳ trước: 01 số liệu tại Phụ lục I."])
        let never = ReportDifference(from: PeriodFigures(table: ratings), to: now)
        #expect(never.lines == ["Phụ lục I:", "  Sở A: dòng mới", "  Sở A · Tổng số: 0 → 97"])
        let gone = ReportDifference(from: then, to: PeriodFigures(table: ratings))
        #expect(gone.lines == ["Phụ lục I:", "  Sở A: không còn dòng này", "  Sở A · Tổng số: 100 → 0"])
    }
}
