import Ratings
import Testing

@testable import Reports

/// What a spreadsheet calculates is what the paper says.
@Suite("Where cells come from") struct OriginTests {
    private let directory: Directory

    init() throws {
        directory = try Sample.directory(
            try Sample.unit("a", "A", 1), try Sample.unit("b", "B", 2), try Sample.unit("c", "C", 3))
    }

    private func ratings(by kind: RowKind = .unit, _ factor: Int = 1) throws -> RatingTable {
        try Sample.table(
            by: kind,
            [
                try Sample.tally(
                    unit: "a", counter: "q1", officer: "an", field: "dat", .satisfiedService, 1_000 * factor),
                try Sample.tally(unit: "a", counter: "q1", officer: "an", field: "dat", .satisfiedAttitude, 37),
                try Sample.tally(on: "2020-06-11", unit: "b", counter: "q2", officer: "bình", .dissatisfiedTime, 41),
                try Sample.tally(unit: "c", counter: "q2", officer: "bình", .comments, 3), try Sample.tally(7),
            ], in: directory)
    }

    /// Compares each cell that has an origin with what comes of it.
    /// - Returns: how many those are.
    private func check(_ table: PaperTable, _ name: String) -> Int {
        var checked = 0
        for (row, line) in table.rows.enumerated() {
            for (column, cell) in line.cells.enumerated() {
                guard let origin = cell.origin else { continue }
                #expect(Evaluation(table).text(of: origin, row, column, cell.value) == cell.value.text, "\(name)")
                checked += 1
            }
        }
        return checked
    }

    @Test(
        "in a table of ratings, each row's sum, all totals and all shares come from its cells",
        arguments: RowKind.allCases)
    func ratings(kind: RowKind) throws {
        let table = try ratings(by: kind)
        #expect(check(table.paperTable, kind.rawValue) == table.rows.count + 12)
    }

    @Test("beside an earlier period, differences, totals, and the shares of the total come from its cells")
    func comparison() throws {
        let table = ComparisonTable(try ratings(), with: try ratings(3), basis: .lastYear)
        let paper = table.paperTable
        // Of each row with ratings in both periods two differences; of the total two sums and two shares besides.
        #expect(table.rows.map { $0.counts.now.total > 0 } == [true, true, true, true])
        #expect(check(paper, "comparison") == 4 * 2 + 6 * 4 + 2)
        #expect(
            paper.rows[4].cells[5].origin == .share(rows: [5, 6], column: 2, ofRow: 4, ofColumn: 2))
    }

    @Test("a row that cannot be compared has no differences, and an empty period no shares")
    func incomparable() throws {
        let empty = try Sample.table([], in: directory)
        let table = ComparisonTable(try ratings(), with: empty, basis: .previous, incomparable: ["a"])
        let paper = table.paperTable
        #expect(paper.rows[0].cells.allSatisfy { $0.origin == nil })
        #expect(paper.rows[4].cells[6].value == .empty && paper.rows[4].cells[6].origin == nil)
        #expect(check(paper, "incomparable") > 0)
    }

    @Test("coverage sums up the ratings of those rows that have a base, and no others")
    func coverage() throws {
        let base = CoverageBase(kind: .resolved, counts: ["a": 3_000, "b": 0])
        let table = try #require(CoverageTable(try ratings(), against: base))
        let paper = table.paperTable
        #expect(paper.rows[4].cells[2].value == .count(1_078))
        #expect(check(paper, "coverage") == 4)
        let without = try #require(
            CoverageTable(try ratings(), against: CoverageBase(kind: .resolved, counts: [:])))
        #expect(check(without.paperTable, "without a base") == 1)
    }

    @Test("hours and days of the week add up both ways")
    func hours() throws {
        let map = HeatMap(
            caption: "Giờ", columns: ["Thứ Hai", "Thứ Ba"], rows: ["8", "9"], counts: [[1, 2], [3, 4]])
        #expect(check(map.table, "hours") == 2 + 3)
    }
}

/// Does what a spreadsheet does with the origin of a cell.
private struct Evaluation {
    private let table: PaperTable

    init(_ table: PaperTable) { self.table = table }

    func text(of origin: PaperTable.Origin, _ row: Int, _ column: Int, _ value: PaperTable.Value) -> String? {
        switch origin {
        case .sumOfRows(let rows, let known):
            let counted = rows.filter { row in known.map { count(row, $0) != nil } ?? true }
            return counted.reduce(0) { $0 + (count($1, column) ?? 0) }.vietnamese
        case .sumOfColumns(let columns): return columns.reduce(0) { $0 + (count(row, $1) ?? 0) }.vietnamese
        case .share(let rows, let column, let ofRow, let ofColumn):
            let part = rows.reduce(0) { $0 + (count($1, column) ?? 0) }
            return count(ofRow, ofColumn).flatMap { Share(part, of: $0) }?.text(decimals: decimals(value))
        case .difference(let column, let other):
            guard let one = scaled(row, column), let two = scaled(row, other) else { return nil }
            let cell = decimals(value) == 0 ? SheetCell.difference(one - two) : .points(one - two, decimals: 2)
            return cell.vietnamese
        }
    }

    private func count(_ row: Int, _ column: Int) -> Int? {
        guard case .count(let count) = table.rows[row].cells[column].value else { return nil }
        return count
    }

    /// A count, or a share in hundredths of a percent.
    private func scaled(_ row: Int, _ column: Int) -> Int? {
        guard case .number(_, let plain, _) = table.rows[row].cells[column].value else { return count(row, column) }
        return Int((plain * 100).rounded())
    }

    private func decimals(_ value: PaperTable.Value) -> Int {
        switch value {
        case .share(_, let decimals), .number(_, _, let decimals): decimals
        default: 0
        }
    }
}
