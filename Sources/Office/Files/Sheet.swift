import Workbooks

/// A file, or a sheet of a workbook, whose kind and headings are known.
struct Sheet {
    let file: String
    let kind: FileKind
    /// Where each field stands, by its code.
    let columns: [String: Int]
    /// The column of running numbers (STT), which is read over.
    let runningNumber: Int?
    /// The rows below the headings.
    let rows: [Grid.Row]
    /// Merged cells that reach into them, by the index of the first such row.
    let merged: [Int: [CellRange]]

    /// A candidate for the heading row.
    private struct Heading {
        var kind: FileKind
        var index: Int
        var columns: [String: Int] = [:]
        var unknown: [String] = []
        var repeated: [String] = []
        var runningNumber: Int?

        /// `folded` are the row's cells, folded.
        init(_ kind: FileKind, index: Int, row: Grid.Row, folded: [String]) {
            (self.kind, self.index) = (kind, index)
            for (column, (text, folded)) in zip(row.cells, folded).enumerated() where !text.isEmpty {
                guard let field = kind.format.fields.first(where: { $0.isCalled(folded) }) else {
                    if folded == "stt" { runningNumber = column } else { unknown.append(text) }
                    continue
                }
                if columns[field.code] != nil { repeated.append(text) }
                columns[field.code] = column
            }
        }

        var missing: [String] {
            kind.format.fields.filter { $0.isRequired && columns[$0.code] == nil }.map(\.code)
        }
        var isComplete: Bool { missing.isEmpty && unknown.isEmpty && repeated.isEmpty }
        /// More is better: complete before incomplete, then the more headings are known.
        var rank: Int { (isComplete ? 10_000 : missing.isEmpty ? 5000 : 0) + columns.count * 10 - unknown.count }
    }

    /// The tables of a file: one, or as many as a workbook has sheets that are one.
    /// - Throws: `Finding` where it cannot be read as a table of the directory.
    static func all(in file: ImportFile) throws(Finding) -> [Sheet] {
        let named = FileKind(fileName: file.name)
        let tables = try TableFile.tables(in: file) { heading(in: $0, named)?.rank }
        guard tables.count > 1 else { return [try Sheet(tables.first ?? TableFile.Table(file: file.name), named)] }
        // A workbook may hold more than tables, an explanation for instance, but each sheet named as a table is one.
        var sheets: [Sheet] = []
        for table in tables {
            let named = table.sheet.flatMap { FileKind(fileName: $0) }
            guard named != nil || heading(in: table.grid, nil)?.isComplete == true else { continue }
            sheets.append(try Sheet(table, named))
        }
        guard !sheets.isEmpty else {
            let kinds = FileKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Finding(
                file: file.name, why: "no sheet has a heading row",
                remedy: "Name each sheet after what it holds (\(kinds)), or begin with 'hailong import --template'.")
        }
        return sheets
    }

    /// Finds kind and headings of a table.
    private init(_ table: TableFile.Table, _ named: FileKind?) throws(Finding) {
        let grid = table.grid
        guard let best = Self.heading(in: grid, named), best.columns.count > 0 else {
            let kinds = FileKind.allCases.map(\.fileName).joined(separator: ", ")
            throw Finding(
                file: table.file, line: grid.rows.first?.line, why: "no heading row was found",
                remedy: named.map { "Write the headings \(Self.headings(of: $0))." }
                    ?? "Name the file after what it holds (\(kinds)) and give it a heading row.")
        }
        let line = grid.rows[best.index].line
        if !best.isComplete {
            throw Self.wrongHeadings(best, file: table.file, line: line)
        }
        if named == nil, let other = Self.rival(of: best, in: grid.rows[best.index]) {
            throw Finding(
                file: table.file, line: line, why: "the headings fit \(best.kind.fileName) and \(other.fileName)",
                remedy: "Name the file after what it holds.")
        }
        (file, kind, columns, runningNumber) = (table.file, best.kind, best.columns, best.runningNumber)
        rows = Array(grid.rows[(best.index + 1)...])
        let first = best.index + 1
        merged = Dictionary(uniqueKeysWithValues: grid.merged(from: first).map { ($0.key - first, $0.value) })
    }

    private static func headings(of kind: FileKind) -> String {
        kind.format.fields.map { $0.isRequired ? $0.code : "[\($0.code)]" }.joined(separator: ", ")
    }

    private static func heading(in grid: Grid, _ named: FileKind?) -> Heading? {
        var best: Heading?
        for (index, row) in grid.rows.prefix(FileLimits.titleRows).enumerated() {
            let folded = row.cells.map(CodeRule.folded)
            for kind in named.map({ [$0] }) ?? FileKind.allCases {
                let found = Heading(kind, index: index, row: row, folded: folded)
                if !found.columns.isEmpty, best.map({ found.rank > $0.rank }) ?? true { best = found }
            }
        }
        return best
    }

    private static func rival(of best: Heading, in row: Grid.Row) -> FileKind? {
        let folded = row.cells.map(CodeRule.folded)
        return FileKind.allCases.first {
            $0 != best.kind && Heading($0, index: 0, row: row, folded: folded).rank == best.rank
        }
    }

    private static func wrongHeadings(_ heading: Heading, file: String, line: Int) -> Finding {
        var parts: [String] = []
        if !heading.missing.isEmpty { parts.append("missing \(heading.missing.joined(separator: ", "))") }
        if !heading.unknown.isEmpty { parts.append("unknown '\(heading.unknown.joined(separator: "', '"))'") }
        if !heading.repeated.isEmpty { parts.append("twice '\(heading.repeated.joined(separator: "', '"))'") }
        return Finding(
            file: file, line: line, why: "wrong headings: \(parts.joined(separator: "; "))",
            remedy: "\(heading.kind.fileName) has the columns \(headings(of: heading.kind)).")
    }
}
