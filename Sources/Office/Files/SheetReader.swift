import Ratings

/// Reads cells as values, row by row, and collects what is wrong instead of stopping at it.
struct SheetReader {
    let sheet: Sheet
    /// The directory with the files read before this one.
    let directory: Directory
    let zone: Zone
    private(set) var findings: [Finding] = []
    private(set) var records: [(record: StoredRecord, origin: Origin)] = []
    private(set) var notes: [String] = []
    private var row = Grid.Row(line: 0, cells: [])
    private var lines: [String: Int] = [:]
    private var isRowGood = true

    init(_ sheet: Sheet, directory: Directory, zone: Zone) {
        self.sheet = sheet
        self.directory = directory
        self.zone = zone
    }

    /// The line of the row being read.
    var line: Int { row.line }

    /// Calls `body` for each row that has no cells outside the table and none merged.
    mutating func forEachRow(_ body: (inout SheetReader) -> Void) {
        let known = Set(sheet.columns.values).union([sheet.runningNumber].compactMap(\.self))
        for (index, next) in sheet.rows.enumerated() {
            row = next
            isRowGood = true
            for range in sheet.merged[index] ?? [] {
                let column = range.columns.lowerBound - 1
                let field = sheet.columns.first { $0.value == column }?.key
                let text = column < next.cells.count ? next.cells[column] : ""
                find(field, text, why: "merged cells \(range)", remedy: "Unmerge them and fill each cell in.")
            }
            for (column, fault) in next.faults.sorted(by: { $0.key < $1.key }) {
                let field = sheet.columns.first { $0.value == column }?.key
                find(field, next.cells[column], why: fault.why, remedy: fault.remedy)
            }
            if let stray = next.cells.indices.first(where: { !known.contains($0) && !next.cells[$0].isEmpty }) {
                find(
                    nil, next.cells[stray], why: "a cell without a heading above it (column \(stray + 1))",
                    remedy: "Move it under its heading, quote a text that holds the delimiter, or remove it.")
            }
            if isRowGood { body(&self) }
        }
    }

    mutating func find(_ field: String?, _ value: String?, why: String, remedy: String) {
        isRowGood = false
        findings.append(
            Finding(file: sheet.file, line: row.line, field: field, value: value, why: why, remedy: remedy))
    }

    mutating func note(_ text: String) { notes.append(text) }

    /// Takes a record of the row in; a key that the file had before is an error.
    mutating func add(_ record: some DirectoryRecord, named name: String, field: String, at line: Int? = nil) {
        guard isRowGood else { return }
        let line = line ?? row.line
        if let earlier = lines[record.key] {
            find(
                field, name, why: "the same key stands in line \(earlier) already",
                remedy: "Leave one of the two lines, or correct the one that is meant otherwise.")
            return
        }
        lines[record.key] = line
        do {
            records.append((try StoredRecord(record), Origin(file: sheet.file, line: line)))
        } catch {
            find(field, name, why: "cannot be stored (\(error))", remedy: "Report this as a bug.")
        }
    }

    /// Whether the file has the column; where it has not, an import leaves what there is.
    func has(_ field: String) -> Bool { sheet.columns[field] != nil }

    /// The text of a cell; empty where there is none.
    func text(_ field: String) -> String {
        guard let column = sheet.columns[field], column < row.cells.count else { return "" }
        return row.cells[column]
    }

    /// The text of a cell that may be empty; what `old` says where the file lacks the column.
    func optional(_ field: String, keeping old: String?) -> String? {
        guard has(field) else { return old }
        let text = text(field)
        return text.isEmpty ? nil : text
    }

    /// The text of a cell that must be filled.
    mutating func required(_ field: String) -> String? {
        let text = text(field)
        guard text.isEmpty else { return text }
        find(field, nil, why: "empty", remedy: "Fill it in.")
        return nil
    }

    /// Codes with `|` between them.
    func codes(_ field: String) -> [String] {
        var codes: [String] = []
        for part in text(field).split(separator: "|") {
            let code = CodeRule.clean(part)
            if !code.isEmpty, !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    /// A whole number. One with separators is refused, since `4.052` may be 4052 or 4,052.
    mutating func integer(_ field: String) -> Int? {
        guard let text = required(field) else { return nil }
        if text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(text) { return value }
        let isNumber = sheet.columns[field].map { row.numbers.contains($0) } ?? false
        let isAmbiguous = !isNumber && text.allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
        find(
            field, text, why: isAmbiguous ? "may mean different numbers" : "no whole number",
            remedy: "Write it with digits alone, e.g. 4052.")
        return nil
    }

    /// A moment that must be told.
    mutating func moment(_ field: String) -> Instant? {
        guard let text = required(field) else { return nil }
        return moment(field, text)
    }

    /// A moment that may be left open; what `old` says where the file lacks the column.
    mutating func optionalMoment(_ field: String, keeping old: Instant?) -> Instant? {
        guard has(field) else { return old }
        let text = text(field)
        return text.isEmpty ? nil : moment(field, text)
    }

    private mutating func moment(_ field: String, _ text: String) -> Instant? {
        if let instant = MomentCell.instant(text, in: zone) { return instant }
        find(field, text, why: "no such day or time", remedy: MomentCell.momentRemedy)
        return nil
    }

    mutating func day(_ field: String) -> Day? {
        guard let text = required(field) else { return nil }
        if let day = MomentCell.day(text) { return day }
        find(field, text, why: "no such day", remedy: MomentCell.dayRemedy)
        return nil
    }

    mutating func time(_ field: String) -> DayTime? {
        guard let text = required(field) else { return nil }
        // Excel likes to write seconds behind a time of day.
        if let time = DayTime(text.split(separator: ":").prefix(2).joined(separator: ":")) { return time }
        find(field, text, why: "no time of day", remedy: "Write HH:mm, e.g. 07:30.")
        return nil
    }

    /// One of a few words.
    mutating func word<Value>(_ field: String, _ words: WordList<Value>) -> Value? {
        guard let text = required(field) else { return nil }
        if let value = words.value(of: text) { return value }
        find(
            field, text, why: "not one of the values",
            remedy: "Write one of: \(words.known.joined(separator: ", ")).")
        return nil
    }
}
