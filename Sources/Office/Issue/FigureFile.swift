import Ratings
import Reports

/// Reads a printed table, saved as CSV with one row of headings, for the check before a signature.
public enum FigureFile {
    private static let totals: Set = ["tong cong", "tong so", "tong", "cong", "total"]
    private static let shares: Set = ["ty le %", "ty le", "ty le (%)", "ti le %", "ti le", "%"]
    private static let ordinals: Set = ["stt", "tt"]

    /// The table in a file. Rules are those of the official annexes where its headings are theirs, and `rules`.
    /// - Throws: `OfficeError` with everything that cannot be read, cell by cell.
    public static func table(in file: ImportFile, unit: String, rules: [FigureRule]) throws -> FigureTable {
        do {
            let grid = try grid(of: file)
            guard let head = grid.rows.firstIndex(where: isHeading) else {
                throw Finding(
                    file: file.name, why: "no row of headings",
                    remedy: "Save the table as CSV with one row of headings above the figures.")
            }
            return try table(file.name, Array(grid.rows[head...]), unit: unit, rules: rules)
        } catch let finding as Finding {
            throw OfficeError([finding])
        }
    }

    private static func grid(of file: ImportFile) throws -> Grid {
        let bytes = Array(try FileText.decode(file).utf8)
        // The delimiter that makes the most cells is the one that was meant.
        let grids = CSVReader.delimiters.compactMap { try? CSVReader.rows(of: bytes, delimiter: $0, file: file.name) }
        let best = grids.max { cells($0) < cells($1) }
        return try best ?? CSVReader.rows(of: bytes, delimiter: CSVReader.delimiters[0], file: file.name)
    }

    private static func cells(_ grid: Grid) -> Int { grid.rows.reduce(0) { $0 + $1.cells.count } }

    /// Several words and no figure.
    private static func isHeading(_ row: Grid.Row) -> Bool {
        let cells = row.cells.filter { !$0.isEmpty }
        return cells.count > 1 && cells.allSatisfy { number($0) == nil }
    }

    private static func table(
        _ name: String, _ rows: [Grid.Row], unit: String, rules: [FigureRule]
    ) throws -> FigureTable {
        let headings = rows[0].cells
        let names = headings.firstIndex { !ordinals.contains(CodeRule.folded($0)) } ?? 0
        let columns = headings.indices.filter { $0 > names && !headings[$0].isEmpty }
        let titles = columns.map { headings[$0] }
        var table = FigureTable(name: name, unit: unit, columns: titles, rows: [], rules: [])
        table.rules = FigureRule.standard(for: titles) + rules
        var findings = rules.flatMap { [$0.whole] + $0.parts }.filter { !titles.contains($0) }.map { title in
            Finding(
                file: name, line: rows[0].line, field: title, why: "no such heading",
                remedy: "The table has \(titles.joined(separator: ", ")).")
        }
        for row in rows.dropFirst() where !row.cells.allSatisfy({ $0.hasPrefix("(") }) {
            func text(_ column: Int) -> String { column < row.cells.count ? row.cells[column] : "" }
            let label = row.cells.prefix(names + 1).last { !$0.isEmpty } ?? ""
            if shares.contains(CodeRule.folded(label)) {
                table.shares = columns.map(text)
                continue
            }
            let figures = columns.map { number(text($0)) }
            for (column, figure) in zip(columns, figures) where figure == nil {
                findings.append(
                    Finding(
                        file: name, line: row.line, field: headings[column], value: text(column), why: "no figure",
                        remedy: "Write it with digits, thousands with a dot."))
            }
            let known = figures.compactMap(\.self)
            guard known.count == figures.count else { continue }
            if totals.contains(CodeRule.folded(label)) {
                table.total = known
            } else {
                table.rows.append(FigureTable.Row(name: label, figures: known))
            }
        }
        guard findings.isEmpty else { throw OfficeError(findings) }
        return table
    }

    /// `12.746` or `5.811.000 đồng`; an empty cell and a dash are 0; nil for what is no figure.
    private static func number(_ text: String) -> Int? {
        var text = text.hasSuffix("đồng") ? CodeRule.clean(String(text.dropLast(4))) : text
        if text.isEmpty || text == "-" || text == "–" { return 0 }
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        if groups.count > 1 {
            guard groups.dropFirst().allSatisfy({ $0.count == 3 }), (1...3).contains(groups[0].count) else {
                return nil
            }
            text = groups.joined()
        }
        return text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}
