/// A table of cells for a terminal: columns as wide as they need, headings broken over lines.
public struct TextGrid: Sendable {
    /// How a column is set.
    public enum Alignment: Sendable { case left, right }

    private let headings: [String]
    private let alignments: [Alignment]
    private var groups: [[[String]]] = [[]]

    /// A grid with these headings.
    public init(headings: [String], alignments: [Alignment]) {
        self.headings = headings
        self.alignments = alignments
    }

    /// Adds a row of as many cells as there are headings.
    public mutating func add(_ cells: [String]) { groups[groups.count - 1].append(cells) }

    /// Draws a line below what was added so far.
    public mutating func addRule() { groups.append([]) }

    /// The lines of the grid; headings are broken at `headingWidth`.
    public func lines(headingWidth: Int = 14) -> [String] {
        let broken = headings.map { Self.broken($0, at: headingWidth) }
        let height = broken.map(\.count).max() ?? 0
        let top = (0..<height).map { line in broken.map { line < $0.count ? $0[line] : "" } }
        let widths = headings.indices.map { column in
            (top + groups.joined()).map { $0[column].count }.max() ?? 0
        }
        func rule(_ left: String, _ middle: String, _ right: String) -> String {
            left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right
        }
        func line(_ cells: [String]) -> String {
            let padded = cells.enumerated().map { column, cell in
                let blank = String(repeating: " ", count: widths[column] - cell.count)
                return alignments[column] == .right ? blank + cell : cell + blank
            }
            return "│ " + padded.joined(separator: " │ ") + " │"
        }
        let bodies = groups.filter { !$0.isEmpty }.map { $0.map(line) }
        return [rule("┌", "┬", "┐")] + top.map(line) + [rule("├", "┼", "┤")]
            + bodies.joined(separator: [rule("├", "┼", "┤")]) + [rule("└", "┴", "┘")]
    }

    private static func broken(_ text: String, at width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
