import Foundation

/// Files that the kernel writes as they are read.
public enum KernelFile {
    /// The whole text; bytes that are no UTF-8 are replaced. Nil where it cannot be read.
    ///
    /// The kernel hands such a file out by the page. `Data(contentsOf:)` and `String(contentsOfFile:)` take the end of
    /// the first page for the end of the file.
    public static func text(_ path: String) -> String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let data = try? file.readToEnd() ?? Data() else { return nil }
        return String(decoding: data, as: UTF8.self)
    }
}
