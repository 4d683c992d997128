import Foundation

/// The words and tables of a report that somebody wrote in Word or LibreOffice.
public struct DocumentText: Hashable, Sendable {
    /// Its paragraphs, each on a line; those in tables too.
    public private(set) var text = ""
    /// Its tables, as rows of cells. Of merged cells the first has the words, the others are empty.
    public private(set) var tables: [[[String]]] = []

    /// More columns than any page has room for.
    private static let mostColumns = 200

    /// Reads a DOCX.
    /// - Throws: `DocumentError` where `data` is none, or one that holds more than any report.
    public init(_ data: Data) throws {
        let body = try ReportTemplate(data).body
        var paragraphs: [String] = []
        read(body, into: &paragraphs)
        text = paragraphs.joined(separator: "\n")
    }

    private mutating func read(_ element: Element, into paragraphs: inout [String]) {
        for child in element.children {
            if child.name == "w:p" { paragraphs.append(TemplateParagraph(child).words) }
            if child.name == "w:tbl" {
                tables.append(Self.within(child, "w:tr").map { Self.cells(of: $0) })
            }
            read(child, into: &paragraphs)
        }
    }

    private static func cells(of row: Element) -> [String] {
        var cells = Array(repeating: "", count: number(row.first("w:trPr")?.first("w:gridBefore"), from: 0))
        for cell in within(row, "w:tc") where cells.count < mostColumns {
            let properties = cell.first("w:tcPr")
            let merge = properties?.first("w:vMerge")
            let isContinued = merge != nil && merge?["w:val"] != "restart"
            let words = within(cell, "w:p").map { TemplateParagraph($0).words }.joined(separator: " ")
            cells.append(isContinued ? "" : words)
            cells += Array(repeating: "", count: number(properties?.first("w:gridSpan"), from: 1) - 1)
        }
        return cells
    }

    private static func number(_ element: Element?, from least: Int) -> Int {
        min(max(element?["w:val"].flatMap { Int($0) } ?? least, least), mostColumns)
    }

    /// The elements of this name, but not those of a table within.
    private static func within(_ element: Element, _ name: String) -> [Element] {
        element.children.flatMap { child in
            child.name == name ? [child] : child.name == "w:tbl" ? [] : within(child, name)
        }
    }
}
