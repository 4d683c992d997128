/// One sheet: its rows, cells and merged cells.
final class SheetPart: XMLHandler {
    private(set) var sheet: Workbook.Sheet
    private(set) var failure: WorkbookError?

    private let strings: [String]
    private let formats: [NumberFormat]
    private let numbers: NumberCell
    private let limits: WorkbookLimits
    private var row = Workbook.Row(number: 0, cells: [])
    private var open = OpenCell()

    /// The cell being read.
    private struct OpenCell {
        var column = 0
        var type = "n"
        var style = 0
        var value = ""
        var inline = RichText()
        var isInValue = false
        var isFormula = false
    }

    init(name: String, strings: [String], formats: [NumberFormat], countsFrom1904: Bool, limits: WorkbookLimits) {
        sheet = Workbook.Sheet(name: name)
        (self.strings, self.formats, self.limits) = (strings, formats, limits)
        numbers = NumberCell(countsFrom1904: countsFrom1904)
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "row":
            let number = attributes["r"].flatMap { Int($0) } ?? row.number + 1
            guard number > row.number, number <= CellReference.mostRows else { return fail("rows out of order") }
            row = Workbook.Row(number: number, cells: [])
        case "c":
            let column = attributes["r"].map { CellReference($0)?.column } ?? open.column + 1
            guard let column else { return fail("a cell without a place in row \(row.number)") }
            open = OpenCell(
                column: column, type: attributes["t"] ?? "n", style: attributes["s"].flatMap { Int($0) } ?? 0)
        case "v": open.isInValue = true
        case "f": open.isFormula = true
        case "mergeCell":
            guard let range = attributes["ref"].flatMap({ CellRange($0) }) else {
                return fail("merged cells without a place")
            }
            guard sheet.merged.count < limits.merged else { return fail("more than \(limits.merged) merged cells") }
            sheet.merged.append(range)
        default: open.inline.start(name)
        }
    }

    func end(_ name: String) {
        switch name {
        case "v": open.isInValue = false
        case "c": put(cell())
        case "row":
            endRow()
            open.column = 0
        default: open.inline.end(name)
        }
    }

    func text(_ text: String) {
        if open.isInValue { open.value += text } else { open.inline.append(text) }
        guard open.value.utf8.count + open.inline.length > limits.cellCharacters * 8 else { return }
        fail("a cell of more than \(limits.cellCharacters) characters in row \(row.number)", remedy: "Shorten it.")
    }

    private func cell() -> Cell {
        switch open.type {
        case "inlineStr": return text(of: open.inline.value)
        case "e": return .fault(.error(open.value))
        default: break
        }
        guard !open.value.isEmpty else {
            return open.isFormula && open.type != "str" ? .fault(.formulaWithoutResult) : .empty
        }
        switch open.type {
        case "s":
            guard let index = Int(open.value), strings.indices.contains(index) else {
                return .fault(.unreadable(open.value))
            }
            return text(of: strings[index])
        case "str": return text(of: open.value)
        case "b": return .boolean(open.value == "1")
        case "d": return .date(open.value)
        case "n":
            let format = formats.indices.contains(open.style) ? formats[open.style] : .number
            return numbers.cell(open.value, format)
        default: return .fault(.unreadable(open.value))
        }
    }

    private func text(of text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

    private func put(_ cell: Cell) {
        guard cell != .empty else { return }
        guard open.column <= limits.columns else { return fail("more than \(limits.columns) columns") }
        let missing = open.column - row.cells.count
        if missing > 0 { row.cells += Array(repeating: .empty, count: missing) }
        row.cells[open.column - 1] = cell
    }

    private func endRow() {
        guard !row.cells.isEmpty else { return }
        guard sheet.rows.count < limits.rows else { return fail("more than \(limits.rows) rows") }
        sheet.rows.append(row)
    }

    private func fail(_ why: String, remedy: String = WorkbookError.split) {
        guard failure == nil else { return }
        failure = WorkbookError(why, remedy: remedy)
        failure?.sheet = sheet.name
    }
}
