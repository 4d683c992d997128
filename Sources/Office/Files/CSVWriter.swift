import Ratings

/// Writes the directory's files.
enum CSVWriter {
    /// One kind of file with its heading row.
    static func text(of kind: FileKind, in directory: Directory, hasByteOrderMark: Bool) -> String {
        let rows = [kind.format.fields.map(\.code)] + kind.format.write(directory)
        let body = rows.map { $0.map(cell).joined(separator: ",") + "\n" }.joined()
        return (hasByteOrderMark ? "\u{FEFF}" : "") + body
    }

    private static func cell(_ text: String) -> String {
        let isPlain = !text.utf8.contains { byte in
            [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "\t"), 10, 13].contains(byte)
        }
        return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
