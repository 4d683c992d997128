import Workbooks

/// The tables in a file, whatever its format: CSV, an HTML page under the name ".xls", or a workbook.
enum TableFile {
    /// One table.
    struct Table {
        /// The file, with the sheet where there are several: what findings name.
        var file: String
        /// The sheet's name.
        var sheet: String?
        var grid = Grid()
    }

    /// All tables with content; at least one.
    /// - Parameter fit: How well the first rows fit what is looked for, by which the delimiter of CSV is chosen.
    /// - Throws: `Finding` where it cannot be read.
    static func tables(in file: ImportFile, fit: (Grid) -> Int?) throws(Finding) -> [Table] {
        guard file.bytes.count <= FileLimits.bytes else {
            throw Finding(
                file: file.name, why: "larger than \(FileLimits.bytes / 1024 / 1024) MB",
                remedy: "Split it into several files of the same kind.")
        }
        if Workbook.isLikely(file.bytes) { return try sheets(of: file) }
        let text = try FileText.decode(file)
        if HTMLTableReader.canRead(text) {
            return [Table(file: file.name, grid: try HTMLTableReader.rows(of: text, file: file.name))]
        }
        let bytes = Array(text.utf8)
        var best = (delimiter: CSVReader.delimiters[0], fit: Int.min)
        for delimiter in CSVReader.delimiters {
            let head = try? CSVReader.rows(
                of: bytes, delimiter: delimiter, file: file.name, limit: FileLimits.titleRows)
            guard let head, let fit = fit(head), fit > best.fit else { continue }
            best = (delimiter, fit)
        }
        return [
            Table(file: file.name, grid: try CSVReader.rows(of: bytes, delimiter: best.delimiter, file: file.name))
        ]
    }

    private static func sheets(of file: ImportFile) throws(Finding) -> [Table] {
        let book: Workbook
        do {
            book = try Workbook(file.bytes, limits: FileLimits.workbook)
        } catch {
            throw Finding(file: label(file.name, error.sheet), why: error.why, remedy: error.remedy)
        }
        let sheets = book.sheets.filter { !$0.rows.isEmpty }
        guard !sheets.isEmpty else {
            throw Finding(
                file: file.name, why: "no sheet has anything in it", remedy: "Look whether it is the right file.")
        }
        return sheets.map { sheet in
            Table(
                file: label(file.name, sheets.count > 1 ? sheet.name : nil), sheet: sheet.name, grid: Grid(sheet))
        }
    }

    private static func label(_ file: String, _ sheet: String?) -> String { sheet.map { "\(file) [\($0)]" } ?? file }
}

extension Grid {
    /// The rows of a workbook's sheet.
    init(_ sheet: Workbook.Sheet) {
        merged = sheet.merged
        rows = sheet.rows.map { Row($0) }.filter { !$0.isEmpty || !$0.faults.isEmpty }
    }
}

extension Grid.Row {
    fileprivate init(_ row: Workbook.Row) {
        self.init(line: row.number, cells: [])
        for (column, cell) in row.cells.enumerated() {
            switch cell {
            case .empty: cells.append("")
            case .text(let text): cells.append(CodeRule.clean(text))
            case .number(let text):
                cells.append(text)
                numbers.insert(column)
            case .date(let text): cells.append(text)
            case .boolean(let isTrue): cells.append(isTrue ? "TRUE" : "FALSE")
            case .fault(let fault):
                cells.append(fault.text)
                faults[column] = Grid.Fault(fault, at: CellReference(row: row.number, column: column + 1))
            }
        }
    }
}

extension CellFault {
    /// What stands in the cell.
    fileprivate var text: String {
        switch self {
        case .error(let text), .tooManyDigits(let text), .unreadable(let text): text
        case .formulaWithoutResult: ""
        }
    }
}

extension Grid.Fault {
    fileprivate init(_ fault: CellFault, at place: CellReference) {
        switch fault {
        case .error:
            self.init(
                why: "an error of the spreadsheet in \(place)", remedy: "Correct the formula, or write the value.")
        case .formulaWithoutResult:
            self.init(
                why: "a formula without its result in \(place)",
                remedy: "Open the file in Excel or LibreOffice and save it, or write the value.")
        case .tooManyDigits:
            self.init(
                why: "a number of more than 15 digits in \(place), of which spreadsheets lose the last ones",
                remedy: "Format the column as text and write it again.")
        case .unreadable:
            self.init(why: "no value that can be read in \(place)", remedy: "Write the value again.")
        }
    }
}
