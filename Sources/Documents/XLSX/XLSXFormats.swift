import CXlsxWriter
import Reports

/// The looks of a workbook's cells, each made once.
final class XLSXFormats {
    /// What sets a cell's look.
    struct Look: Hashable {
        var size = 12.0
        var isBold = false
        var isItalic = false
        var isUnderlined = false
        var hasBorder = false
        var alignment = PaperTable.Alignment.left
        /// At the cell's top rather than in its middle.
        var isAtTop = false
        /// Levels that the text stands in.
        var indent = 0
        /// The number's format, as Excel writes it; the reader's locale decides how its dots and commas look.
        var number: String?
    }

    typealias Format = UnsafeMutablePointer<lxw_format>

    private let book: UnsafeMutablePointer<lxw_workbook>
    private var made: [Look: Format] = [:]

    init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

    /// The format of a look.
    func callAsFunction(_ look: Look) throws -> Format {
        if let format = made[look] { return format }
        guard let format = workbook_add_format(book) else { throw DocumentError("no memory for a workbook") }
        format_set_font_name(format, "Times New Roman")
        format_set_font_size(format, look.size)
        if look.isBold { format_set_bold(format) }
        if look.isItalic { format_set_italic(format) }
        if look.isUnderlined { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        if look.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        let side =
            switch look.alignment {
            case .left: LXW_ALIGN_LEFT
            case .centre: LXW_ALIGN_CENTER
            case .right: LXW_ALIGN_RIGHT
            }
        format_set_align(format, UInt8(side.rawValue))
        format_set_align(
            format, UInt8((look.isAtTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER).rawValue))
        if look.indent > 0 { format_set_indent(format, UInt8(look.indent)) }
        format_set_text_wrap(format)
        if let number = look.number { format_set_num_format(format, number) }
        made[look] = format
        return format
    }
}
