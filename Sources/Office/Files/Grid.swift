import Workbooks

/// A file's rows and cells, before anybody knows what they mean.
struct Grid {
    /// One row.
    struct Row {
        /// Where it stands: line of the file, or row of the sheet or HTML table, from 1.
        var line: Int
        var cells: [String]
        /// Cells that have no value, by their column.
        var faults: [Int: Fault] = [:]
        /// Columns whose cells are numbers by their type, and no text that looks like one.
        var numbers: Set<Int> = []

        var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
    }

    /// Why a cell has no value.
    struct Fault {
        var why: String
        var remedy: String
    }

    var rows: [Row] = []
    /// Cells that are merged, by lines and columns from 1.
    var merged: [CellRange] = []

    /// The merged cells that reach into the rows from `index` on, by the index of the first such row.
    func merged(from index: Int) -> [Int: [CellRange]] {
        var found: [Int: [CellRange]] = [:]
        for range in merged {
            var (low, high) = (index, rows.count)
            while low < high {
                let middle = (low + high) / 2
                if rows[middle].line < range.rows.lowerBound { low = middle + 1 } else { high = middle }
            }
            guard rows.indices.contains(low), range.rows.contains(rows[low].line) else { continue }
            found[low, default: []].append(range)
        }
        return found
    }

    /// The headings of each column from the top; one that spans several columns stands above each of them.
    static func headings(_ rows: ArraySlice<Row>) -> [[String]] {
        let width = rows.map(\.cells.count).max() ?? 0
        let lines = rows.map { $0.cells + Array(repeating: "", count: width - $0.cells.count) }
        return (0..<width).map { column in
            var path: [String] = []
            for (level, line) in lines.enumerated() {
                let isAbove = lines[(level + 1)...].contains { !$0[column].isEmpty }
                let text = line[column].isEmpty && isAbove ? line[..<column].last { !$0.isEmpty } ?? "" : line[column]
                if !text.isEmpty, path.last != text { path.append(text) }
            }
            return path
        }
    }
}
