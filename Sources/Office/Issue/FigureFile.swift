import Ratings
import Reports
import Workbooks

/// Reads printed tables (CSV, workbooks) for the check before a signature.
enum FigureFile {
    private static let totals: Set = ["tong cong", "tong so", "tong", "cong", "total"]
    private static let shareLabels: Set = ["ty le %", "ty le", "ty le (%)", "ti le %", "ti le", "%"]
    /// Sums of so many rows are numbers still.
    private static let most = 10_000_000_000_000

    /// The tables in `files`, of a workbook those of all sheets. Rules are those of the official annexes where the headings
    /// are theirs, and of `rules` those whose headings are there.
    /// - Throws: `OfficeError` with everything that cannot be read, cell by cell.
    static func tables(in files: [ImportFile], unit: String, rules: [FigureRule]) throws -> [FigureTable] {
        var tables = try files.flatMap { try self.tables(in: $0, unit: unit) }
        for rule in rules {
            let names = [rule.whole] + rule.parts
            let fitting = tables.indices.filter { index in
                names.allSatisfy { name in tables[index].columns.contains { $0.code == name } }
            }
            guard !fitting.isEmpty else {
                let known = tables.flatMap { $0.columns.map(\.code) }
                throw OfficeError(
                    "rule", names.first { !known.contains($0) } ?? rule.whole, why: "no table has such headings",
                    remedy: "There are \(known.joined(separator: "; ")).")
            }
            for index in fitting where !tables[index].rules.contains(rule) { tables[index].rules.append(rule) }
        }
        return tables
    }

    private static func tables(in file: ImportFile, unit: String) throws -> [FigureTable] {
        let grids: [TableFile.Table]
        do {
            // The delimiter that makes the most cells is the one that was meant.
            grids = try TableFile.tables(in: file) { grid in grid.rows.reduce(0) { $0 + $1.cells.count } }
        } catch {
            throw OfficeError([error])
        }
        let found = grids.compactMap { grid in FigureHeading(in: grid.grid).map { (grid, $0) } }
        guard !found.isEmpty else {
            throw OfficeError([
                Finding(
                    file: file.name, why: "no row of headings",
                    remedy: "Leave the headings of the columns above the figures.")
            ])
        }
        return try found.map { try table($0, below: $1, unit: unit) }
    }

    /// The table below its heading.
    /// - Throws: `OfficeError` with every cell that is no figure.
    static func table(_ source: TableFile.Table, below found: FigureHeading, unit: String) throws -> FigureTable {
        var heading = found
        heading.columns.removeAll { UsualHeadings.isShare($0.column.heading) }
        let shares = found.columns.filter { UsualHeadings.isShare($0.column.heading) }
        let codes = heading.columns.map(\.column.code)
        let standard = FigureRule.standard(for: codes)
        var table = FigureTable(
            name: source.file, unit: unit, columns: heading.columns.map(\.column), rows: [],
            rules: standard.isEmpty ? UsualHeadings.rules(for: codes) : standard)
        table.shareColumns = shares.map { share in
            let count = UsualHeadings.counted(by: share, among: heading.columns)
            return .init(
                heading: share.column.heading, count: count,
                bases: count.map { UsualHeadings.bases(of: $0, in: table) } ?? [])
        }
        var findings: [Finding] = []
        let hasEntries = source.grid.rows[heading.end...].contains { row in
            row.cells.prefix(heading.names).contains { Int($0) != nil }
        }
        for row in source.grid.rows[heading.end...] where !row.isIndex {
            let label = row.cells.prefix(heading.names + 1).last { !$0.isEmpty } ?? ""
            if shareLabels.contains(CodeRule.folded(label)) {
                table.shares = heading.columns.map { row.shown($0.index) }
                continue
            }
            let figures = heading.columns.map { figure(row, $0.index) }
            let isEmpty = heading.columns.allSatisfy { row.text($0.index).isEmpty && row.faults[$0.index] == nil }
            // A line between the rows, and who made the table below it.
            let isBelow = table.total != nil && figures.allSatisfy { ($0 ?? 0) == 0 }
            if isEmpty || isBelow { continue }
            for (column, figure) in zip(heading.columns, figures) where figure == nil {
                findings.append(
                    Finding(
                        file: source.file, line: row.line, field: column.column.heading, value: row.text(column.index),
                        why: row.faults[column.index]?.why ?? "no figure",
                        remedy: row.faults[column.index]?.remedy
                            ?? "Write a whole number with digits, thousands with a dot."))
            }
            let known = figures.compactMap(\.self)
            guard known.count == figures.count else { continue }
            let isTotal = totals.contains(CodeRule.folded(label))
            for index in shares.indices {
                table.shareColumns[index].entries.append(
                    .init(
                        row: isTotal ? "Tổng cộng" : label, figures: known, text: row.shown(shares[index].index)))
            }
            if isTotal {
                table.total = known
            } else {
                let isGroup =
                    hasEntries && row.cells.prefix(heading.names).contains(where: UsualHeadings.isGroupOrdinal)
                let entry = FigureTable.Row(name: label, figures: known)
                if isGroup { table.groups.append(entry) } else { table.rows.append(entry) }
            }
        }
        guard findings.isEmpty else { throw OfficeError(findings) }
        return table
    }

    /// `12.746` or `5.811.000 đồng`; an empty cell and a dash are 0; nil for what is no figure.
    static func figure(_ row: Grid.Row, _ column: Int) -> Int? {
        guard row.faults[column] == nil else { return nil }
        var text = row.text(column)
        if !row.numbers.contains(column) {
            if text.hasSuffix("đồng") { text = CodeRule.clean(String(text.dropLast(4))) }
            if text.isEmpty || text == "-" || text == "–" { return 0 }
            let groups = text.split(separator: ".", omittingEmptySubsequences: false)
            if groups.count > 1 {
                guard groups.dropFirst().allSatisfy({ $0.count == 3 }), (1...3).contains(groups[0].count) else {
                    return nil
                }
                text = groups.joined()
            }
        }
        guard text.utf8.allSatisfy({ (48...57).contains($0) }), let figure = Int(text), figure <= most else {
            return nil
        }
        return figure
    }
}

extension Grid.Row {
    /// What stands in a column.
    func text(_ column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }

    /// What a column shows; of a workbook's number its value does not tell that.
    fileprivate func shown(_ column: Int) -> String { numbers.contains(column) ? "" : text(column) }

    /// Whether it only numbers the columns: `(1)`, `(2)`.
    fileprivate var isIndex: Bool { !isEmpty && cells.allSatisfy { $0.isEmpty || $0.hasPrefix("(") } }
}
