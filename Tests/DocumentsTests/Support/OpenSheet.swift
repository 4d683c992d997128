import Foundation
import Testing

@testable import Documents

/// A sheet of a written workbook; rows and columns count from 0.
struct OpenSheet {
    struct Cell {
        var text = ""
        var number: Double?
        var formula: String?
        var isString = false
        var format: String?
    }

    let workbook: Element
    let sheet: Element
    private var cells: [String: Cell] = [:]

    init(_ data: Data, number: Int = 1) throws {
        let file = try OpenDocument(data)
        workbook = try file.xml("xl/workbook.xml")
        sheet = try file.xml("xl/worksheets/sheet\(number).xml")
        let strings = try file.xml("xl/sharedStrings.xml").all("si").map(\.text)
        let styles = try file.xml("xl/styles.xml")
        // The formats that spreadsheets know by number.
        var formats = ["0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00"]
        for format in styles.all("numFmt") { formats[format["numFmtId"] ?? ""] = format["formatCode"] }
        let looks = try #require(styles.first("cellXfs")).children.map { formats[$0["numFmtId"] ?? ""] }
        for element in sheet.all("c") {
            var cell = Cell(formula: element.first("f")?.text)
            let value = element.first("v")?.text
            cell.format = element["s"].flatMap(Int.init).flatMap { looks[$0] }
            if element["t"] == "s" {
                cell.isString = true
                cell.text = strings[try #require(value.flatMap(Int.init))]
            } else {
                cell.number = value.flatMap(Double.init)
            }
            cells[try #require(element["r"])] = cell
        }
    }

    subscript(row: Int, column: Int) -> Cell {
        cells["\(String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column))))\(row + 1)"] ?? Cell()
    }

    /// The row of the cell that shows `text`.
    func row(of text: String) -> Int? {
        cells.first { $0.value.text == text }.flatMap { Int($0.key.drop { $0.isLetter }) }.map { $0 - 1 }
    }
}
