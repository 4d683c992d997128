import CXlsxWriter
import Foundation
import Reports

/// Writes one part of a paper as a sheet, from top to bottom.
struct XLSXSheet {
    /// What a draft's header holds on each page.
    static let draftHeader = "&R&\"Times New Roman,Bold\"&13DỰ THẢO"
    private static let pageHeader = "&C&\"Times New Roman,Regular\"&13&P"
    private static let inch = 25.4
    private static let points = 72.0
    /// Pixels of an inch.
    private static let pixels = 96.0

    let part: Paper.Part
    let sheet: UnsafeMutablePointer<lxw_worksheet>
    let formats: XLSXFormats
    /// Widths of the grid's columns in pixels, all of which titles and paragraphs take.
    let columnWidths: [Int]
    /// Where the next thing stands.
    var row = 0
    /// Heights of the rows so far, in points.
    private var height = 0.0

    private var columnCount: Int { columnWidths.count }

    /// What is higher than a page by no more than this is made smaller, so that it is on one.
    private static let shrinks = 1.35
    /// Left and right of a cell's text together, in points.
    private static let padding = 4.0
    /// A row without a height of its own, in points.
    private static let plainRow = 15.0

    /// Adds `part` to a workbook.
    static func add(
        _ part: Paper.Part, to book: UnsafeMutablePointer<lxw_workbook>, formats: XLSXFormats
    ) throws {
        let name = part.name.withoutControls
        try XLSXWriter.check(workbook_validate_sheet_name(book, name), "the sheet \"\(name)\"")
        guard let sheet = workbook_add_worksheet(book, name) else { throw DocumentError("no memory for a sheet") }
        let count = max(2, part.tables.map(\.columns.count).max() ?? 8)
        var writer = XLSXSheet(
            part: part, sheet: sheet, formats: formats, columnWidths: columnWidths(of: part, count))
        try writer.setPage()
        for block in part.blocks { try writer.write(block) }
        writer.setPrintArea()
    }

    private func setPage() throws {
        worksheet_set_paper(sheet, 9)
        if part.orientation == .landscape { worksheet_set_landscape(sheet) } else { worksheet_set_portrait(sheet) }
        typealias Margin = Sheet.Margin
        worksheet_set_margins(
            sheet, Margin.left / Self.inch, Margin.right / Self.inch, Margin.top / Self.inch, Margin.bottom / Self.inch)
        var options = lxw_header_footer_options()
        options.margin = DOCXHeader.distance / Self.inch
        try XLSXWriter.check(worksheet_set_header_opt(sheet, Self.pageHeader, &options), "the page number")
        worksheet_set_start_page(sheet, 1)
        worksheet_center_horizontally(sheet)
        worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        for (column, width) in columnWidths.enumerated() {
            try XLSXWriter.check(
                worksheet_set_column(
                    sheet, lxw_col_t(column), lxw_col_t(column), Self.letters(width), try formats(.init())),
                "column \(column + 1)")
        }
    }

    private static func columnWidths(of part: Paper.Part, _ count: Int) -> [Int] {
        let width = Int(Sheet(part.orientation).textWidth / points * pixels)
        let widest = part.tables.first { $0.columns.count == count }
        return widest?.widths(of: width, perPoint: pixels / points) ?? Array(repeating: width / count, count: count)
    }

    /// A width in digits of the workbook's font, which are 8 pixels wide. The library takes digits for 7 pixels wide, and
    /// adds 5 pixels.
    private static func letters(_ width: Int) -> Double { Double(width) / 8 - 5.0 / 7 }

    /// As wide as a page, and as high where it nearly is.
    private func setPrintArea() {
        let pages = height / Sheet(part.orientation).textHeight
        worksheet_fit_to_pages(sheet, 1, pages <= Self.shrinks ? 1 : 0)
        worksheet_print_area(sheet, 0, 0, lxw_row_t(max(0, row - 1)), lxw_col_t(columnCount - 1))
    }

    // MARK: Blocks

    private mutating func write(_ block: Block) throws {
        switch block {
        case .letterhead(let head): try writeLetterhead(head)
        case .title(let text, let style): try writeTitle(text, style)
        case .heading(let text, _): try writeLine(text, .init(size: 14, isBold: true))
        case .paragraph(let text): try writeLine(text, .init(size: 14, isAtTop: true))
        case .table(let table):
            try writeTable(table)
            skipRow()
        case .heatMap(let map):
            try writeHeatMap(map)
            skipRow()
        case .notes(let lines):
            for line in lines {
                let text = line.trimmingCharacters(in: .whitespaces)
                try writeLine(text, .init(size: 10, isAtTop: true, indent: line.hasPrefix("  ") ? 1 : 0))
            }
        case .closing(let closing): if !closing.isEmpty { try writeClosing(closing) }
        }
    }

    private mutating func writeTitle(_ text: String, _ style: TitleStyle) throws {
        switch style {
        case .kind, .subject:
            try writeLine(text, .init(size: style == .kind ? 14 : 13, isBold: true, alignment: .centre))
        case .attachment:
            try writeLine(text, .init(size: 13, isItalic: true, alignment: .centre))
            skipRow()
        case .addressee:
            try writeLine(text, .init(size: 14, alignment: .centre))
            skipRow()
        case .rule: skipRow()
        }
    }

    private mutating func skipRow() {
        row += 1
        height += Self.plainRow
    }

    /// A line over all columns.
    private mutating func writeLine(_ text: String, _ look: XLSXFormats.Look) throws {
        try write(text, look, columns: 0..<columnCount)
        setHeight(of: [(text, look, 0..<columnCount)])
        row += 1
    }

    /// Quốc hiệu and the issuing bodies: two halves, side by side.
    private mutating func writeLetterhead(_ head: Letterhead) throws {
        let caps = XLSXFormats.Look(size: 12, isBold: true, alignment: .centre)
        let plain = XLSXFormats.Look(size: 12, alignment: .centre)
        let number = XLSXFormats.Look(size: 13, alignment: .centre)
        let motto = XLSXFormats.Look(size: 13, isBold: true, isUnderlined: true, alignment: .centre)
        let date = XLSXFormats.Look(size: 13, isItalic: true, alignment: .centre)
        let issuer = (head.issuer, caps)
        let left = head.parent.map { [($0, plain), issuer] } ?? [issuer, ("", plain)]
        try writePair(left[0], (Letterhead.nation, caps))
        try writePair(left[1], (Letterhead.motto, motto))
        try writePair((head.number, number), (head.placeAndDate, date))
        if let regarding = head.regarding { try writePair((regarding, number), ("", plain)) }
        skipRow()
    }

    private mutating func writeClosing(_ closing: Closing) throws {
        skipRow()
        let sign = XLSXFormats.Look(size: 14, isBold: true, alignment: .centre)
        let list = XLSXFormats.Look(size: 11, isAtTop: true)
        let left =
            closing.recipients.isEmpty
            ? []
            : [("Nơi nhận:", XLSXFormats.Look(size: 12, isBold: true, isItalic: true))]
                + closing.recipients.map { ($0, list) }
        // Room for a signature.
        let right = closing.authority + Array(repeating: "", count: 4) + [closing.signer ?? ""]
        for line in 0..<max(left.count, right.count) {
            try writePair(
                line < left.count ? left[line] : ("", list), (line < right.count ? right[line] : "", sign))
        }
    }

    private mutating func writePair(
        _ left: (String, XLSXFormats.Look), _ right: (String, XLSXFormats.Look)
    ) throws {
        let middle = halfway
        try write(left.0, left.1, columns: 0..<middle)
        try write(right.0, right.1, columns: middle..<columnCount)
        setHeight(of: [(left.0, left.1, 0..<middle), (right.0, right.1, middle..<columnCount)])
        row += 1
    }

    /// The column at which the right half begins: nearest to 42 % of the width.
    private var halfway: Int {
        let widths = columnWidths
        let aim = Double(widths.reduce(0, +)) * 0.42
        let edges = widths.indices.dropFirst().map { edge in (edge, abs(Double(widths[..<edge].reduce(0, +)) - aim)) }
        return edges.min { $0.1 < $1.1 }?.0 ?? 1
    }

    // MARK: Cells

    /// Writes a text over `columns` of the current row.
    func write(
        _ text: String, _ look: XLSXFormats.Look, columns: Range<Int>, rows: Range<Int>? = nil
    ) throws {
        let rows = rows ?? row..<row + 1
        // A spreadsheet reads `_x0041_` as an A, but not behind an underscore that is written so itself.
        let text = text.withoutControls.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
        let format = try formats(look)
        let first = (lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound))
        if rows.count > 1 || columns.count > 1 {
            try XLSXWriter.check(
                worksheet_merge_range(
                    sheet, first.0, first.1, lxw_row_t(rows.upperBound - 1), lxw_col_t(columns.upperBound - 1), "",
                    format), "\"\(text.prefix(40))\"")
        }
        guard !text.isEmpty else {
            return try XLSXWriter.check(worksheet_write_blank(sheet, first.0, first.1, format), "an empty cell")
        }
        // Always a string: a name that begins with "=" is none the less a name.
        try XLSXWriter.check(worksheet_write_string(sheet, first.0, first.1, text, format), "\"\(text.prefix(40))\"")
    }

    /// Rows of merged cells do not grow by themselves: sets the current row's height to what the longest text takes.
    mutating func setHeight(of cells: [(text: String, look: XLSXFormats.Look, columns: Range<Int>)]) {
        setHeight(cells.map { height(of: $0.text, $0.look, columns: $0.columns) }.max() ?? Self.plainRow)
    }

    /// Sets the current row's height, in points.
    mutating func setHeight(_ points: Double) {
        height += points
        worksheet_set_row(sheet, lxw_row_t(row), points, nil)
    }

    /// What a text over `columns` takes, in points.
    func height(of text: String, _ look: XLSXFormats.Look, columns: Range<Int>) -> Double {
        let width = Double(columnWidths[columns].reduce(0, +)) / Self.pixels * Self.points - Self.padding
        return Double(TimesWidth.lines(text, within: width / look.size)) * look.size * 1.3
    }
}
