import Ratings
import Reports

/// Writes the directory's files.
package enum CSVWriter {
    /// One kind of file with its heading row.
    package static func text(of kind: FileKind, in directory: Directory, hasByteOrderMark: Bool) -> String {
        let rows = [kind.format.fields.map(\.code)] + kind.format.write(directory)
        let body = rows.map { $0.map(CSVField.quoted).joined(separator: ",") + "\n" }.joined()
        return (hasByteOrderMark ? "\u{FEFF}" : "") + body
    }
}
