import CXlsxWriter
import Foundation

/// A workbook to be filled in by people: texts alone, and every column formatted as text, so that a spreadsheet leaves
/// what is typed as it is (leading zeros, long codes, days).
public struct PlainWorkbook: Sendable {
    /// How a row looks.
    public enum Style: Sendable, CaseIterable {
        case title, note, heading
    }

    /// One sheet.
    public struct Sheet: Sendable {
        /// The name on its tab, at most 31 characters.
        public var name: String
        /// Its rows from the top.
        public var rows: [(style: Style, cells: [String])]

        /// A sheet.
        public init(name: String, rows: [(style: Style, cells: [String])]) {
            (self.name, self.rows) = (name, rows)
        }
    }

    /// The sheets in order.
    public var sheets: [Sheet]

    /// A workbook of these sheets.
    public init(sheets: [Sheet]) {
        self.sheets = sheets
    }

    /// The bytes of the .xlsx.
    /// - Throws: `WorkbookError` with the library's reason, or what the system says of the temporary folder.
    public func bytes() throws -> Data {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("hailong-\(UUID().uuidString).xlsx")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard let book = workbook_new(path) else {
            throw WorkbookError("the workbook cannot be made", remedy: "Look whether there is memory left.")
        }
        let formats = Formats(book)
        for sheet in sheets { Self.add(sheet, to: book, formats) }
        let error = workbook_close(book)
        guard error == LXW_NO_ERROR else {
            throw WorkbookError(
                "the workbook cannot be written: \(String(cString: lxw_strerror(error)))",
                remedy: "Look whether the folder for temporary files has room.")
        }
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }

    private struct Formats {
        let text: UnsafeMutablePointer<lxw_format>?
        let styles: [Style: UnsafeMutablePointer<lxw_format>?]

        init(_ book: UnsafeMutablePointer<lxw_workbook>) {
            text = workbook_add_format(book)
            format_set_num_format(text, "@")
            var styles: [Style: UnsafeMutablePointer<lxw_format>?] = [:]
            for style in Style.allCases {
                let format = workbook_add_format(book)
                format_set_num_format(format, "@")
                switch style {
                case .title: format_set_bold(format)
                case .note: format_set_italic(format)
                case .heading:
                    format_set_bold(format)
                    format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
                }
                styles[style] = format
            }
            self.styles = styles
        }
    }

    private static func add(_ sheet: Sheet, to book: UnsafeMutablePointer<lxw_workbook>, _ formats: Formats) {
        let page = workbook_add_worksheet(book, sheet.name)
        let width = sheet.rows.map(\.cells.count).max() ?? 1
        worksheet_set_column(page, 0, lxw_col_t(max(width, 1) - 1), 20, formats.text)
        for (line, row) in sheet.rows.enumerated() {
            for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
                worksheet_write_string(
                    page, lxw_row_t(line), lxw_col_t(column), cell, formats.styles[row.style] ?? nil)
            }
        }
        if let heading = sheet.rows.lastIndex(where: { $0.style == .heading }) {
            worksheet_freeze_panes(page, lxw_row_t(heading + 1), 0)
        }
    }
}
