import Ratings
import Workbooks

/// Reads a table of dossiers below its heading, and collects what is wrong instead of stopping at it.
struct DossierReader {
    private let file: String
    private let rows: [Grid.Row]
    private let merged: [Int: [CellRange]]
    private let heading: DossierHeading
    private let names: RowNames
    private let nameColumn: Int
    private(set) var rowKind: DossierRows
    private(set) var findings: [Finding] = []
    private(set) var counts: [DossierTable.Row] = []
    private(set) var total: [Int]?
    private(set) var shares: [String?]?
    /// Rows that were read over: headings between the rows, and what stands below the totals.
    private(set) var passedOver: [String] = []
    private var lines: [String: Int] = [:]

    private static let totals: Set = ["tong cong", "tong so", "tong", "cong", "total"]
    private static let shareNames: Set = ["ty le %", "ty le", "ty le (%)", "ti le %", "ti le", "%"]

    /// Reads all of a table whose heading is complete.
    init(_ table: TableFile.Table, _ heading: DossierHeading, _ directory: Directory) {
        file = table.file
        rows = table.grid.rows
        merged = table.grid.merged(from: heading.end)
        self.heading = heading
        rowKind = heading.names.first?.rows ?? .unit
        nameColumn = heading.names.first?.index ?? 0
        names = RowNames(directory, rowKind)
        for index in heading.end..<max(heading.end, rows.count) { read(index) }
        if counts.isEmpty, findings.isEmpty {
            findings.append(
                Finding(
                    file: file, line: rows.last?.line, why: "no rows below the headings", remedy: "Export it again."))
        }
    }

    /// The columns in the order of the map.
    var columns: [DossierColumn] { heading.columns.map(\.column) }

    private mutating func read(_ index: Int) {
        let row = rows[index]
        // The word stands above the names or, with merged cells, left of them.
        let labels = Set(row.cells.prefix(nameColumn + 1).map { CodeRule.folded($0) })
        if !labels.isDisjoint(with: Self.totals) {
            guard total == nil else {
                return find(row, nameColumn, why: "a second row of totals", remedy: "Leave one.")
            }
            total = numbers(row)
        } else if !labels.isDisjoint(with: Self.shareNames) {
            shares = heading.columns.map { column in
                row.numbers.contains(column.index) ? nil : row.cells.at(column.index)
            }
        } else if index == heading.end, isIndex(row) {
            return
        } else if total != nil || shares != nil {
            passBelow(row)
        } else {
            readData(row, merged[index] ?? [])
        }
    }

    private mutating func readData(_ row: Grid.Row, _ merged: [CellRange]) {
        let known = findings.count
        for range in merged {
            find(
                row, range.columns.lowerBound - 1, why: "merged cells \(range)",
                remedy: "Unmerge them and fill each cell in.")
        }
        let mapped = Set(heading.columns.map(\.index))
        let name = row.cells.at(nameColumn) ?? ""
        let isBlank = mapped.allSatisfy { (row.cells.at($0) ?? "").isEmpty && row.faults[$0] == nil }
        let answer = names.answer(for: name)
        // A line between the rows, as "CẤP TỈNH", has a name but no numbers.
        if isBlank, merged.isEmpty, answer == .unknown { return passedOver.append(row.text) }
        let places = mapped.union(heading.others).union([nameColumn])
        if let stray = row.cells.indices.first(where: { !places.contains($0) && !row.cells[$0].isEmpty }) {
            find(
                row, stray, why: "a cell without a heading above it (column \(stray + 1))",
                remedy: "Move it under its heading, quote a text that holds the delimiter, or remove it.")
        }
        let code = code(answer, name, row)
        guard let numbers = numbers(row), let code, findings.count == known else { return }
        if let line = lines[code] {
            return find(
                row, nameColumn, why: "the same row stands in line \(line) already", remedy: "Leave one of the two.")
        }
        lines[code] = row.line
        counts.append(DossierTable.Row(code: code, counts: numbers))
    }

    private mutating func code(_ answer: RowNames.Answer, _ name: String, _ row: Grid.Row) -> String? {
        let file = rowKind == .unit ? FileKind.units : .fields
        switch answer {
        case .code(let code): return code
        case .several(let codes):
            find(
                row, nameColumn, why: "the name of several: \(codes.joined(separator: ", "))",
                remedy: "Write the code instead.")
        case .unknown where name.isEmpty:
            find(row, nameColumn, why: "empty", remedy: "Write whose dossiers these are.")
        case .unknown:
            find(
                row, nameColumn, why: rowKind == .unit ? "unknown unit" : "unknown field",
                remedy: "Write a code or name of \(file.fileName), or import it there first.")
        }
        return nil
    }

    /// The counts of a row; nil, with findings, where one is none.
    private mutating func numbers(_ row: Grid.Row) -> [Int]? {
        var numbers: [Int] = []
        for (column, index) in heading.columns {
            if let fault = row.faults[index] {
                find(row, index, why: fault.why, remedy: fault.remedy)
                continue
            }
            let text = row.cells.at(index) ?? ""
            switch CountCell.count(text, isNumber: row.numbers.contains(index), column.digits) {
            case .success(let number): numbers.append(number)
            case .failure(let problem): find(row, index, why: problem.why, remedy: problem.remedy)
            }
        }
        return numbers.count == heading.columns.count ? numbers : nil
    }

    /// What stands below the totals (who made it, who signed) is no row, unless it has numbers like one.
    private mutating func passBelow(_ row: Grid.Row) {
        if let column = heading.columns.first(where: { column in
            let text = row.cells.at(column.index) ?? ""
            return !text.isEmpty && text.allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
        }) {
            return find(row, column.index, why: "a number below the totals", remedy: "Move the row above the totals.")
        }
        passedOver.append(row.text)
    }

    /// Whether a row only numbers the columns: (1), (2), (3)=(4)+(5); letters for those of text.
    private func isIndex(_ row: Grid.Row) -> Bool {
        let texts = row.cells.filter { !$0.isEmpty }
        return texts.count > 1
            && texts.allSatisfy { $0.hasPrefix("(") || ($0.count == 1 && $0.first?.isLetter == true) }
    }

    private mutating func find(_ row: Grid.Row, _ column: Int, why: String, remedy: String) {
        let field =
            heading.columns.first { $0.index == column }?.column.heading
            ?? heading.names.first { $0.index == column }?.heading
        let text = row.cells.at(column) ?? ""
        findings.append(
            Finding(
                file: file, line: row.line, field: field, value: text.isEmpty ? nil : text, why: why, remedy: remedy))
    }
}

extension [String] {
    fileprivate func at(_ index: Int) -> String? { indices.contains(index) ? self[index] : nil }
}

extension Grid.Row {
    fileprivate var text: String { cells.filter { !$0.isEmpty }.joined(separator: " ") }
}
