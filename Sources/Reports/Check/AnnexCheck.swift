import Ratings

/// Checks an annex that stands printed in a report, cell by cell, against the period's own.
public enum AnnexCheck {
    /// What does not agree in `printed` with that of `annexes` whose rows it has; nil where it is none of them.
    public static func findings(in printed: FigureTable, of annexes: [FigureTable]) -> [CheckFinding]? {
        let fitting = annexes.filter { isLike($0, printed.columns) }.map { annex in
            (annex: annex, rows: printed.rows.count { row in annex.rows.contains { isSame($0.name, row.name) } })
        }
        guard let best = fitting.max(by: { $0.rows < $1.rows }), best.rows > 0 else { return nil }
        return findings(in: printed, of: best.annex)
    }

    /// Whether columns with these headings are those of `annex`, one or two of them perhaps spelt in another way.
    public static func isLike(_ annex: FigureTable, _ columns: [FigureTable.Column]) -> Bool {
        let known = annex.columns.count { column in columns.contains { isSame($0.heading, column.heading) } }
        return known > 1 && known * 2 > annex.columns.count
    }

    private static func findings(in printed: FigureTable, of annex: FigureTable) -> [CheckFinding] {
        let columns = annex.columns.indices.compactMap { index in
            printed.columns.firstIndex { isSame($0.heading, annex.columns[index].heading) }.map { (index, $0) }
        }
        func compared(_ stated: [Int], _ expected: [Int], at row: String) -> [CheckFinding] {
            columns.filter { expected[$0.0] != stated[$0.1] }.map { own, other in
                let (stated, expected) = (stated[other].vietnamese, expected[own].vietnamese)
                return CheckFinding(
                    .wrong, .text, at: "\(printed.name) · \(row)", stated: stated, expected: expected,
                    "“\(annex.columns[own].heading)” ghi \(stated), theo số liệu của kỳ là \(expected)")
            }
        }
        var findings = printed.rows.flatMap { row in
            if let own = annex.rows.first(where: { isSame($0.name, row.name) }) {
                return compared(row.figures, own.figures, at: row.name)
            }
            return [
                CheckFinding(
                    .doubtful, .text, at: "\(printed.name) · \(row.name)", "dòng này không có trong số liệu của kỳ")
            ]
        }
        let missing = annex.rows.filter { row in
            row.figures.contains { $0 != 0 } && !printed.rows.contains { isSame($0.name, row.name) }
        }
        findings += missing.map { row in
            CheckFinding(.wrong, .text, at: "\(printed.name) · \(row.name)", "thiếu dòng này, trong kỳ có số liệu")
        }
        if let total = printed.total { findings += compared(total, annex.sums, at: "Tổng cộng") }
        var shared = FigureTable(
            name: printed.name, unit: annex.unit, columns: annex.columns, rows: [], total: annex.sums,
            rules: annex.rules)
        shared.shares = printed.shares.map { shares in
            annex.columns.indices.map { index in columns.first { $0.0 == index }.map { shares[$0.1] } ?? "" }
        }
        return findings + shared.findings.filter { $0.rule == .shares }
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        TextCheck.normal(one).lowercased() == TextCheck.normal(other).lowercased()
    }
}

extension RatingTable {
    /// Its numbers as they are printed, with the column of totals.
    public var printed: FigureTable {
        var table = figures
        let total = FigureTable.Column(code: "total", heading: "Tổng cộng")
        table.rules = [.sum(of: total.code, parts: table.columns.map(\.code))]
        table.columns.append(total)
        for (index, row) in rows.enumerated() { table.rows[index].figures.append(row.counts.total) }
        return table
    }
}
