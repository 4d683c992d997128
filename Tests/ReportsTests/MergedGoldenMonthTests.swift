import Ratings
import Testing

@testable import Reports

/// The golden month after the mergers of 2025: what seventeen units had, twelve have.
@Suite("The golden month on merged units") struct MergedGoldenMonthTests {
    private static let merger = "2020-05-20"
    /// Who was taken over, and by whom.
    private static let successors = [
        "Sở Giao thông vận tải": "Sở Xây dựng", "Sở Kế hoạch và Đầu tư": "Sở Tài chính",
        "Sở Nông nghiệp và PTNT": "Sở Nông nghiệp và Môi trường",
        "Sở Tài nguyên và Môi trường": "Sở Nông nghiệp và Môi trường",
        "Sở Thông tin và Truyền thông": "Sở Khoa học và Công nghệ",
        "Sở Lao động - Thương binh và Xã hội": "Sở Nội vụ",
    ]
    private let directory: Directory
    private let tallies: [Tally]

    init() throws {
        var records: [any DirectoryRecord] = [
            try Sample.unit("Sở Nông nghiệp và Môi trường", "Sở Nông nghiệp và Môi trường", 9, since: Self.merger)
        ]
        var tallies: [Tally] = []
        for (index, row) in try Fixture.rows("phu-luc-ii").dropFirst().enumerated() {
            let name = row[1]
            let heir = Self.successors[name]
            records.append(
                try Sample.unit(
                    name, name, index + 1, until: heir == nil ? nil : Self.merger,
                    successors: heir.map { [$0] } ?? []))
            for (column, text) in zip(ColumnSet.phuLucII.columns, row[2...6]) {
                let count = try #require(Int(text))
                // Some before the mergers and some of the old boxes' presses after them.
                let days = ["2020-05-16", "2020-06-15"]
                for (day, part) in zip(days, [count / 3, count - count / 3]) where part > 0 {
                    tallies.append(try Sample.tally(on: day, unit: name, column, part))
                }
            }
        }
        directory = try Sample.directory(of: records)
        self.tallies = tallies
    }

    private func builder(_ first: String, _ last: String, unitsAsOf: Instant? = nil) throws -> TableBuilder {
        let days = try Sample.days(first, last)
        return TableBuilder(
            TableSource(tallies: CodedTallies(tallies.filter { days.contains($0.key.day) }), directory: directory),
            span: PeriodSpan(days: days), unitsAsOf: unitsAsOf)
    }

    private func totals(_ table: RatingTable) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: table.rows.map { ($0.name, $0.counts.total) })
    }

    private func expectMerged(_ table: RatingTable) {
        let totals = totals(table)
        #expect(table.rows.count == 12)
        #expect(table.rows.map(\.ordinal) == Array(1...12))
        #expect(table.total.total == 995)
        #expect(
            [
                "Sở Xây dựng", "Sở Tài chính", "Sở Nông nghiệp và Môi trường", "Sở Khoa học và Công nghệ", "Sở Nội vụ",
            ].map { totals[$0] } == [122, 123, 177, 6, 39])
    }

    @Test("twelve rows, in their order, and each rating with the unit that took its own over")
    func merged() throws {
        let table = try builder("2020-05-16", "2020-06-15").table(by: .unit, asOf: try Sample.at("2020-06-24"))
        expectMerged(table)
        #expect(
            table.rows.map(\.name) == [
                "Sở Công Thương", "Sở Giáo dục và Đào tạo", "Sở Khoa học và Công nghệ", "Sở Nội vụ",
                "Sở Nông nghiệp và Môi trường", "Sở Tài chính", "Sở Tư pháp", "Sở Văn hóa, Thể thao và Du lịch",
                "Sở Xây dựng", "Sở Y tế", "Công an tỉnh", "Bảo hiểm xã hội",
            ])
        #expect(table.shares.cell(.satisfiedService).vietnamese == "16,88")
        #expect(table.notes.merged.count == 6)
        #expect(table.notes.merged.map(\.count).sorted() == [3, 4, 19, 49, 123, 158])
    }

    @Test("the sum of what was reported before and after the mergers is the same table")
    func sumOfMonths() throws {
        let asOf = try Sample.at("2020-06-24")
        let before = try builder("2020-05-16", "2020-05-18").table(by: .unit, asOf: asOf)
        #expect(before.rows.count == 17, "then all seventeen were there")
        let after = try builder("2020-05-19", "2020-06-15").table(by: .unit, asOf: asOf)
        let sum = try builder("2020-05-16", "2020-06-15").sum(of: [before, after], by: .unit, asOf: asOf)
        expectMerged(sum)
        #expect(sum == (try builder("2020-05-16", "2020-06-15").table(by: .unit, asOf: asOf)))
    }

    @Test("a period before the mergers is compared under the units of today")
    func compared() throws {
        let asOf = try Sample.at("2020-06-24")
        let now = try builder("2020-05-19", "2020-06-15")
        let then = now.earlier(
            TableSource(tallies: CodedTallies(tallies), directory: directory),
            span: try builder("2020-05-16", "2020-05-18").span)
        let comparison = now.comparison(
            now.table(by: .unit, asOf: asOf), with: then.table(by: .unit, asOf: asOf), of: then, basis: .previous)
        #expect(comparison.rows.count == 12)
        #expect(comparison.rows.allSatisfy { $0.isComparable })
        let works = try #require(comparison.rows.first { $0.name == "Sở Xây dựng" })
        #expect(works.counts.now.total + works.counts.then.total == 122)
    }
}
