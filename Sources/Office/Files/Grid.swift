/// A file's rows and cells, before anybody knows what they mean.
struct Grid {
    /// One row.
    struct Row {
        /// Where it stands: line of the file, or row of the HTML table, from 1.
        var line: Int
        var cells: [String]
        /// Columns of cells that span several rows or columns.
        var merged: Set<Int> = []

        var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
    }

    var rows: [Row] = []
}
