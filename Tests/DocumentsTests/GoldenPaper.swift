import Foundation
import Ratings
import Reports
import Testing

/// Phụ lục II of Sóc Trăng, June 2020, as a paper.
enum GoldenPaper {
    static let settings = PaperSettings(
        issuer: "Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng", parent: "Ủy ban nhân dân tỉnh Sóc Trăng",
        place: "Sóc Trăng", number: 7, date: Day(iso: "2020-06-24"), authority: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
        recipients: ["- Như trên;", "- Lưu: VT, NV."], state: .issued)

    /// Made on the day of the report, so that bytes can be compared.
    static func made() throws -> Instant { try #require(MomentText.parse("2020-06-24", in: .vietnam)) }

    static func paper(_ settings: PaperSettings = settings) throws -> Paper {
        Annex(try table(), settings: settings, zone: .vietnam).paper(made: try made())
    }

    /// The published table.
    static func table() throws -> RatingTable {
        var directory = Directory()
        var tallies: [Tally] = []
        for (index, (name, counts)) in try published().enumerated() {
            let unit = AdministrativeUnit(
                code: "u\(index)", name: name, order: index + 1,
                since: try #require(MomentText.parse("2000-01-01", in: .vietnam)))
            try directory.apply(StoredRecord(unit))
            for (column, count) in zip(ColumnSet.phuLucII.columns, counts) where count > 0 {
                let key = TallyKey(
                    day: try #require(Day(iso: "2020-06-10")), hour: 9, unit: unit.code, counter: nil, officer: nil,
                    field: nil, choice: column.rawValue, column: column)
                tallies.append(Tally(key: key, count: count))
            }
        }
        let days = try #require(Day(iso: "2020-05-16"))...(try #require(Day(iso: "2020-06-15")))
        return TableBuilder(TableSource(tallies: CodedTallies(tallies), directory: directory), days: days)
            .table(by: .unit, periodName: "2020-06", asOf: try made())
    }

    /// Names and the five counts of the published rows, in order.
    static func published() throws -> [(name: String, counts: [Int])] {
        let url = try #require(
            Bundle.module.url(forResource: "phu-luc-ii", withExtension: "csv", subdirectory: "Fixtures"))
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            // One name holds a comma and stands in quotes.
            let numbers = line.split(separator: ",").suffix(6).compactMap { Int($0) }
            let name = line.split(separator: ",").dropFirst().dropLast(6).joined(separator: ",")
            return (name.replacing("\"", with: ""), Array(numbers.prefix(5)))
        }
    }
}
