import Foundation
import Ratings
import Store

extension Office {
    /// One kind of file as CSV (UTF-8, comma, line feed). Importing it again changes nothing. With `hasByteOrderMark`
    /// Excel shows the Vietnamese letters right.
    public nonisolated func export(_ kind: FileKind, hasByteOrderMark: Bool = false) -> String {
        CSVWriter.text(of: kind, in: store.directory, hasByteOrderMark: hasByteOrderMark)
    }

    /// All kinds of files that have rows.
    public nonisolated func exportAll(hasByteOrderMark: Bool = false) -> [ImportFile] {
        let directory = store.directory
        return FileKind.allCases.filter { !$0.format.write(directory).isEmpty }.map { kind in
            let text = CSVWriter.text(of: kind, in: directory, hasByteOrderMark: hasByteOrderMark)
            return ImportFile(name: kind.fileName, bytes: Data(text.utf8))
        }
    }
}
