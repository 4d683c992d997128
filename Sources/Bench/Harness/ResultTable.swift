import Foundation

/// The table of results: on the screen row by row, and in a file for `docs/performance.md`.
struct ResultTable {
    private let path: String
    private var text: String

    init(machine: String, path: String) {
        self.path = path
        let day = Date.now.formatted(.iso8601.year().month().day())
        text = "\(day), \(machine).\n\n\(ResultRow.head)\n"
        print(text, terminator: "")
    }

    /// Adds rows, and writes the file again.
    mutating func add(_ rows: [ResultRow]) throws {
        for row in rows {
            print(row.markdown)
            text += row.markdown + "\n"
        }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
