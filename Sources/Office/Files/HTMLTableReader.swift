import Foundation
import Workbooks

/// Reads the tables of an HTML page, as some programs write it under the name ".xls".
struct HTMLTableReader {
    private var grid = Grid()
    private var row: Grid.Row?
    private var cell: (text: String, columns: Int, rows: Int)?
    /// Columns that cells of earlier rows still cover, with how many rows more.
    private var covered: [Int: Int] = [:]
    private var line = 0

    /// Whether a text is HTML with a table in it.
    static func canRead(_ text: String) -> Bool {
        let head = text.prefix(4000).drop(while: \.isWhitespace)
        return head.first == "<" && text.range(of: "<table", options: .caseInsensitive) != nil
    }

    /// All rows of all tables, one after another, those without content left out.
    /// - Throws: `Finding` where a limit is passed.
    static func rows(of text: String, file: String) throws(Finding) -> Grid {
        var reader = HTMLTableReader()
        var rest = text[...]
        while let opening = rest.firstIndex(of: "<") {
            reader.take(text: rest[..<opening])
            rest = rest[opening...]
            if rest.hasPrefix("<!--") {
                rest = rest.range(of: "-->").map { rest[$0.upperBound...] } ?? ""
                continue
            }
            guard let closing = rest.firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: opening)..<closing]
            rest = rest[rest.index(after: closing)...]
            let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" }.lowercased()
            if ["style", "script", "title"].contains(name) {
                rest = rest.range(of: "</\(name)", options: .caseInsensitive).map { rest[$0.lowerBound...] } ?? ""
            } else {
                reader.take(tag: name, String(tag))
            }
            guard reader.grid.rows.count <= FileLimits.rows, reader.row?.cells.count ?? 0 <= FileLimits.columns else {
                throw Finding(
                    file: file, line: reader.line,
                    why: "more than \(FileLimits.rows) rows or \(FileLimits.columns) columns",
                    remedy: "Save the table as CSV UTF-8, in several files.")
            }
        }
        reader.endRow()
        return reader.grid
    }

    private mutating func take(text: Substring) { cell?.text += text }

    private mutating func take(tag name: String, _ tag: String) {
        switch name {
        case "tr":
            endRow()
            line += 1
            row = Grid.Row(line: line, cells: [])
        case "td", "th":
            endCell()
            cell = ("", span("colspan", tag), span("rowspan", tag))
        case "/td", "/th": endCell()
        case "/tr", "/table": endRow()
        case "br": cell?.text += " "
        default: break
        }
    }

    private func span(_ name: String, _ tag: String) -> Int {
        guard let found = tag.range(of: name, options: .caseInsensitive) else { return 1 }
        let digits = tag[found.upperBound...].drop { !$0.isNumber }.prefix { $0.isNumber }
        return min(max(Int(digits) ?? 1, 1), FileLimits.columns)
    }

    private mutating func skipCovered() {
        while let column = row?.cells.count, let left = covered[column], left > 0 {
            covered[column] = left - 1
            row?.cells.append("")
        }
    }

    private mutating func endCell() {
        guard let ended = cell else { return }
        cell = nil
        skipCovered()
        guard let column = row?.cells.count else { return }
        if ended.columns > 1 || ended.rows > 1 {
            grid.merged.append(
                CellRange(rows: line...line + ended.rows - 1, columns: column + 1...column + ended.columns))
        }
        let text = Self.unescape(ended.text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        row?.cells.append(CodeRule.clean(text))
        row?.cells += Array(repeating: "", count: ended.columns - 1)
        for covering in column..<column + ended.columns where ended.rows > 1 { covered[covering] = ended.rows - 1 }
    }

    private mutating func endRow() {
        endCell()
        skipCovered()
        guard var ended = row else { return }
        row = nil
        while ended.cells.last?.isEmpty == true { ended.cells.removeLast() }
        if !ended.isEmpty { grid.rows.append(ended) }
    }

    private static func unescape(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            rest = rest[rest.index(after: start)...]
            guard let end = rest.prefix(10).firstIndex(of: ";"), let scalar = scalar(rest[..<end]) else {
                result += "&"
                continue
            }
            result.unicodeScalars.append(scalar)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func scalar(_ name: Substring) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return "\u{A0}"
        default:
            guard name.first == "#" else { return nil }
            let digits = name.dropFirst()
            let number = digits.first?.lowercased() == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            // As HTML has it: no text has the character NUL.
            return number == 0 ? "\u{FFFD}" : number.flatMap(Unicode.Scalar.init)
        }
    }
}
