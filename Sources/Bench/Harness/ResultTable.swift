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

    /// Ends the table with how long all of it took.
    mutating func end(after duration: Duration) throws {
        let seconds = Int(duration / .seconds(1))
        let line = "\nMeasured in \(seconds / 60) min \(seconds % 60) s.\n"
        print(line, terminator: "")
        text += line
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
