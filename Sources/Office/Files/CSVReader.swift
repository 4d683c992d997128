/// Reads RFC 4180 as Excel and people write it: any line ends, quotes with line breaks inside, cells cleaned.
///
/// Our own, since the readers there are for Swift take the delimiter as given and lose the line of a row, without which
/// no error can say where it is.
struct CSVReader {
    /// The delimiters that a file may use.
    static let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private let file: String
    private var index = 0
    private var line = 1

    private static let (quote, carriageReturn, lineFeed) = (UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"))

    private init(_ bytes: [UInt8], delimiter: UInt8, file: String) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.file = file
    }

    /// The rows of a text, those without content left out; with `limit` only the first ones.
    /// - Throws: `Finding` where quotes do not close or a limit is passed.
    static func rows(
        of bytes: [UInt8], delimiter: UInt8, file: String, limit: Int? = nil
    ) throws(Finding) -> Grid {
        var reader = CSVReader(bytes, delimiter: delimiter, file: file)
        var grid = Grid()
        while reader.index < reader.bytes.count, grid.rows.count < limit ?? Int.max {
            let row = try reader.row()
            guard !row.isEmpty else { continue }
            guard grid.rows.count < FileLimits.rows else {
                throw Finding(
                    file: file, line: row.line, why: "more than \(FileLimits.rows) rows",
                    remedy: "Split it into several files of the same kind.")
            }
            grid.rows.append(row)
        }
        return grid
    }

    private mutating func row() throws(Finding) -> Grid.Row {
        var row = Grid.Row(line: line, cells: [])
        while true {
            let cell = try cell()
            row.cells.append(cell)
            guard index < bytes.count, bytes[index] == delimiter else { break }
            index += 1
        }
        skipLineEnd()
        while row.cells.last?.isEmpty == true { row.cells.removeLast() }
        guard row.cells.count <= FileLimits.columns else {
            throw Finding(
                file: file, line: row.line, why: "more than \(FileLimits.columns) columns",
                remedy: "Remove what does not belong to the table.")
        }
        return row
    }

    private mutating func skipLineEnd() {
        guard index < bytes.count else { return }
        if bytes[index] == Self.carriageReturn {
            index += 1
            if index < bytes.count, bytes[index] == Self.lineFeed { index += 1 }
        } else if bytes[index] == Self.lineFeed {
            index += 1
        }
        line += 1
    }

    private mutating func cell() throws(Finding) -> String {
        let begun = line
        let text = try index < bytes.count && bytes[index] == Self.quote ? quoted() : plain()
        guard text.utf8.count <= FileLimits.cellCharacters || text.count <= FileLimits.cellCharacters else {
            throw Finding(
                file: file, line: begun, value: String(text.prefix(40)),
                why: "a cell of more than \(FileLimits.cellCharacters) characters",
                remedy: "Shorten it, or look for a quotation mark that is not closed.")
        }
        return text
    }

    private mutating func plain() -> String {
        let start = index
        while index < bytes.count, bytes[index] != delimiter, bytes[index] != Self.lineFeed,
            bytes[index] != Self.carriageReturn
        {
            index += 1
        }
        return CodeRule.clean(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    private mutating func quoted() throws(Finding) -> String {
        let begun = line
        var content: [UInt8] = []
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == Self.quote {
                guard index < bytes.count, bytes[index] == Self.quote else {
                    let rest = plain()
                    guard rest.isEmpty else {
                        throw Finding(
                            file: file, line: begun, value: rest, why: "text after a closing quotation mark",
                            remedy: "Double each quotation mark inside a quoted cell.")
                    }
                    return CodeRule.clean(String(decoding: content, as: UTF8.self))
                }
                index += 1
            } else if byte == Self.lineFeed
                || (byte == Self.carriageReturn && !(index < bytes.count && bytes[index] == Self.lineFeed))
            {
                line += 1
            }
            content.append(byte)
        }
        throw Finding(
            file: file, line: begun, why: "a quotation mark that is never closed",
            remedy: "Close it, or double it where it is part of the text.")
    }
}
