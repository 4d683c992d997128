import Foundation
import Office
import Ratings

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

    /// The bytes of a signed document; its size is looked at before it is read.
    /// - Throws: `CommandFailure` with the reason and what to do next.
    static func signed(_ path: String) throws -> Data {
        do {
            if let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int {
                try SignedDocument.check(size: size)
            }
            let bytes = try bytes(path)
            try SignedDocument.check(bytes)
            return bytes
        } catch let fault as SignedDocument.Fault {
            throw CommandFailure.refused("\(path): \(fault.finding.why). \(fault.finding.remedy)")
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
