import Foundation
import Testing

/// A file of the Fixtures folder.
enum Fixture {
    static func text(_ path: String) throws -> String {
        let folder = try #require(Bundle.module.resourceURL)
        return try String(contentsOf: folder.appendingPathComponent("Fixtures/\(path)"), encoding: .utf8)
    }

    /// A CSV file as rows of fields; it reads only what the fixtures need of RFC 4180.
    static func rows(_ path: String) throws -> [[String]] {
        try text(path).split(separator: "\n").map { line in
            var fields = [""]
            var isQuoted = false
            for character in line {
                switch character {
                case "\"": isQuoted.toggle()
                case "," where !isQuoted: fields.append("")
                default: fields[fields.count - 1].append(character)
                }
            }
            return fields
        }
    }
}
