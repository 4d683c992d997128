import Foundation

/// A file that a person names.
enum InputFile {
    /// Its bytes.
    /// - Throws: `CommandFailure` with the reason and what to do next.
    static func bytes(_ path: String) throws -> Data {
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw CommandFailure.cannotRun("\(path) cannot be read: \(error.systemReason). Name a file you may read.")
        }
    }

    /// Its text, in UTF-8.
    /// - Throws: `CommandFailure` with the reason and what to do next.
    static func text(_ path: String) throws -> String {
        guard let text = String(bytes: try bytes(path), encoding: .utf8) else {
            throw CommandFailure.refused("\(path) is no text in UTF-8. Save it as plain text with the encoding UTF-8.")
        }
        return text
    }
}
