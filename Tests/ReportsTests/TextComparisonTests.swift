import Ratings
import Testing

@testable import Reports

@Suite("A report's text is compared") struct TextComparisonTests {
    @Test(
        "parts that are told with their whole: more than it is wrong, a rest is to be looked at",
        arguments: [
            (
                "Đã giải quyết 10.170 hồ sơ (trong đó trước hạn 9.991, đúng hạn 171, quá hạn 9).",
                CheckFinding.Grade?.some(.wrong)
            ),
            ("Đã giải quyết 10.170 hồ sơ (trong đó trước hạn 9.991, đúng hạn 170, quá hạn 9).", nil),
            (
                "Nhận 12.746 hồ sơ, trong đó trực tiếp 9.000 hồ sơ, trực tuyến 1.198 hồ sơ, bưu chính 100 hồ sơ.",
                .doubtful
            ),
            (
                "Nhận 300 hồ sơ, trong đó trực tiếp 100 hồ sơ và qua trực tuyến 200 hồ sơ, chiếm 66,7%; đã giải quyết 9.",
                nil
            ),
            (
                "Nhận 300 hồ sơ, trong đó: 100 hồ sơ trực tiếp; 201 hồ sơ trực tuyến (chiếm 67%); đã giải quyết 9 hồ sơ.",
                .wrong
            ),
            ("Nhận 300 hồ sơ, trong đó trực tiếp 100 hồ sơ, trực tuyến 100 hồ sơ, qua Zalo 100 hồ sơ.", nil),
            ("Nhận 300 hồ sơ, trong đó trực tuyến 100 hồ sơ.", nil),
            ("Nhận 300 hồ sơ, trong đó trực tuyến 301 hồ sơ.", .wrong),
            ("Nhận 300 hồ sơ, đã giải quyết 200 hồ sơ, trong đó trực tiếp 100 hồ sơ, trực tuyến 200 hồ sơ.", nil),
            ("Tổng thu 5.811.000 đồng, trong đó phí 5.000.000 đồng, lệ phí 800.000 đồng.", .doubtful),
            ("Tổng thu 5.811.000 đồng, trong đó phí 5.000.000 đồng, lệ phí 811.000 đồng.", nil),
            ("Nhận 12.746 hồ sơ, đã giải quyết 170 hồ sơ (trong đó trước hạn 9, đúng hạn 171).", .wrong),
            ("Có 990 lượt đánh giá; trong đó 985 lượt hài lòng, chiếm 99,5%; không có lượt không hài lòng.", .doubtful),
            ("Có 990 lượt đánh giá; trong đó 985 lượt hài lòng, chiếm 99,5%; 05 lượt không hài lòng.", nil),
            ("Có 990 lượt, trong đó đánh giá Hài lòng với dịch vụ là 168 lượt; Hài lòng với thái độ là 827 lượt.", nil),
            ("Có 990 lượt, trong đó 100% hài lòng.", nil), ("Trong đó quá hạn 5 hồ sơ.", nil),
        ])
    func parts(text: String, grade: CheckFinding.Grade?) throws {
        let sentence = try #require(TextSentences.of(TextCheck.normal(text)).first)
        let found = TextParts().findings(in: sentence, at: "Lời văn").findings
        #expect(found.map(\.grade) == (grade.map { [$0] } ?? []), "\(found.map(\.text))")
    }

    @Test("what is left of a whole is told with the numbers")
    func rest() {
        let text = "Tổng thu 5.811.000 đồng, trong đó phí 5.000.000 đồng, lệ phí 800.000 đồng"
        #expect(
            TextParts().findings(in: text[...], at: "Lời văn").findings.map(\.text) == [
                "5.811.000 đồng, trong đó 5.000.000 + 800.000 là 5.800.000: còn 11.000 đồng chưa phân loại"
            ])
    }

    /// 995 ratings, all of them satisfied.
    private func ratings() throws -> RatingTable {
        try Sample.table(
            [try Sample.tally(unit: "a", .satisfiedService, 168), try Sample.tally(unit: "b", .satisfiedService, 827)],
            in: try Sample.directory(try Sample.unit("a", "Sở A", 1), try Sample.unit("b", "Sở B", 2)))
    }

    @Test(
        "the number of ratings is held against the table's",
        arguments: [
            ("Trung tâm có 990 lượt đánh giá, trong đó 100% hài lòng.", CheckFinding.Grade?.some(.wrong)),
            ("Trung tâm có 995 lượt đánh giá, trong đó 100% hài lòng.", nil),
            ("Tổng số lượt đánh giá là 1.000 lượt.", .wrong), ("Tổng số lượt đánh giá: 995 lượt.", nil),
            ("Ghi nhận 990 ý kiến đánh giá của tổ chức, cá nhân.", .wrong),
            ("Có 12 lượt đánh giá không hài lòng.", nil),
            ("Có 995 lượt đánh giá, trong đó có 12 lượt đánh giá, góp ý.", nil),
            ("Sở A có 168 lượt đánh giá.", nil), ("Sở A có 169 lượt đánh giá.", .doubtful),
            ("Tháng trước có 900 lượt đánh giá.", .doubtful),
            ("Qua phiếu khảo sát, có 120 ý kiến đánh giá.", .doubtful),
        ])
    func totals(text: String, grade: CheckFinding.Grade?) throws {
        let found = RatingClaims(TextSentences.of(text), at: "Lời văn", of: try ratings()).findings
        #expect(found.map(\.grade) == (grade.map { [$0] } ?? []), "\(found.map(\.text))")
    }

    @Test("how much of a text was compared is told, so that silence is no proof")
    func extent() throws {
        let table = try ratings()
        func comparison(_ text: String) -> TextComparison {
            TextComparison(of: text, at: "Lời văn", with: table, nil, [], days: table.days)
        }
        let some = comparison(
            "1. Kết quả. Trung tâm có 995 lượt đánh giá. Có 12 người. Đạt 820/1.000 hồ sơ (82,0%). Hết.")
        #expect((some.compared, some.uncompared) == (2, 1) && some.findings.isEmpty)
        let none = comparison("Báo cáo số 7 của TP. Sóc Trăng")
        #expect((none.compared, none.uncompared) == (0, 1))
        let days = comparison("Từ ngày \(table.days.lowerBound.vietnamese) đến \(table.days.upperBound.vietnamese).")
        #expect((days.compared, days.uncompared) == (1, 0))
    }

    @Test("a sentence that says the same again and again is looked through once", .timeLimit(.minutes(1)))
    func longSentence() throws {
        let table = try ratings()
        let text = String(repeating: "có 995 lượt đánh giá, ", count: 1000)
        let comparison = TextComparison(of: text, at: "Lời văn", with: table, nil, [], days: table.days)
        #expect(comparison.compared == 1000 && comparison.findings.isEmpty)
    }

    @Test("a sentence ends with a full stop, but not behind a short word of a name")
    func sentences() {
        #expect(
            TextSentences.of("TP. Sóc Trăng nhận 1.000 hồ sơ. Hết. P. 7 có 2.").map { String($0) }
                == ["TP. Sóc Trăng nhận 1.000 hồ sơ", "Hết", "P. 7 có 2."])
        #expect(TextSentences.of("").isEmpty && TextSentences.of("Hết. ").count == 1)
    }
}
