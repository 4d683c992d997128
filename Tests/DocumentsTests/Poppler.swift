import Foundation
import Testing

/// What others find in a PDF: Poppler's commands, run on a file of its own.
struct Poppler {
    private let bytes: Data

    init(_ bytes: Data) { self.bytes = bytes }

    /// The text as it stands on the pages.
    func text() throws -> String { try run("pdftotext", ["-layout", "-enc", "UTF-8"], output: ["-"]) }

    /// The text of one page, in which blanks of any width are one.
    func words(page: Int) throws -> String {
        try run("pdftotext", ["-f", "\(page)", "-l", "\(page)", "-layout", "-enc", "UTF-8"], output: ["-"])
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The lines of the text that begin with a number or hold `name`, as their words.
    func info() throws -> [String: String] {
        let lines = try run("pdfinfo", ["-isodates"]).split(separator: "\n")
        return Dictionary(
            lines.compactMap { line in
                line.firstIndex(of: ":").map { colon in
                    (
                        String(line[..<colon]),
                        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                    )
                }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The tags, each as deep as it stands, with their texts.
    func structure() throws -> [String] {
        try run("pdfinfo", ["-struct-text"]).split(separator: "\n").map(String.init)
    }

    /// The fonts: name, and whether it is embedded.
    func fonts() throws -> [(name: String, isEmbedded: Bool)] {
        try run("pdffonts", []).split(separator: "\n").dropFirst(2).map { line in
            let fields = line.split(separator: " ")
            return (String(fields.first ?? ""), fields.dropLast(4).last == "yes")
        }
    }

    /// Runs a command with the file between options and what follows.
    private func run(_ command: String, _ options: [String], output: [String] = []) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("paper-\(UUID().uuidString).pdf")
        try bytes.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [command] + options + [file.path] + output
        process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(command) failed on \(bytes.count) bytes")
        return String(decoding: text, as: UTF8.self)
    }
}
