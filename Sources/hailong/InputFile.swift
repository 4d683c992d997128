import Foundation
import Office
import Ratings

/// A file that a person names.
enum InputFile {
    /// The most that a file for one use may have, in bytes.
    enum Limit: Int {
        /// Words that persons type.
        case text = 2_097_152
        /// A table to be read, as the office takes it.
        case table = 10_485_760
        /// A report or template with its pictures.
        case document = 20_971_520
        /// A scanned report. The office says how to make it smaller; this only bounds what is read.
        case scan = 104_857_600
    }

    /// Its bytes.
    /// - Throws: `CommandFailure` with the reason and what to do next.
    static func bytes(_ path: String, _ limit: Limit) throws -> Data {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
            // A pipe or device tells no size, and a file may grow.
            let data = size > limit.rawValue ? nil : try file.read(upToCount: limit.rawValue + 1) ?? Data()
            if let data, data.count <= limit.rawValue { return data }
        } catch {
            throw CommandFailure.cannotRun("\(path) cannot be read: \(error.systemReason). Name a file you may read.")
        }
        throw CommandFailure.refused(
            "\(path) is larger than \(limit.rawValue >> 20) MB. Is it the right file? Then make it smaller.")
    }

    /// The bytes of a signed document; its size is looked at before it is read.
    /// - Throws: `CommandFailure` with the reason and what to do next.
    static func signed(_ path: String) throws -> Data {
        do {
            if let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int {
                try SignedDocument.check(size: size)
            }
            let bytes = try bytes(path, .scan)
            try SignedDocument.check(bytes)
            return bytes
        } catch let fault as SignedDocument.Fault {
            throw CommandFailure.refused("\(path): \(fault.finding.why). \(fault.finding.remedy)")
        }
    }

    /// Its text, in UTF-8.
    /// - Throws: `CommandFailure` with the reason and what to do next.
    static func text(_ path: String) throws -> String {
        guard let text = String(bytes: try bytes(path, .text), encoding: .utf8) else {
            throw CommandFailure.refused("\(path) is no text in UTF-8. Save it as plain text with the encoding UTF-8.")
        }
        return text
    }
}
