/// Counts by two things, shown as a field of shades with its numbers: hour × weekday.
public struct HeatMap: Hashable, Sendable {
    /// What is counted, as a caption.
    public var caption: String
    /// The names of the columns, as the weekdays.
    public var columns: [String]
    /// The names of the rows, as the hours.
    public var rows: [String]
    /// Counts by row and column.
    public var counts: [[Int]]

    /// A heat map; `counts` has a row for each of `rows`, each with a count for each of `columns`.
    public init(caption: String, columns: [String], rows: [String], counts: [[Int]]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.counts = counts
    }

    /// The shade of a count between 0 (none) and 1 (the most).
    public func shade(row: Int, column: Int) -> Double {
        let most = counts.joined().max() ?? 0
        return most == 0 ? 0 : Double(counts[row][column]) / Double(most)
    }

    /// The same as a table with sums at the right and below.
    public var table: PaperTable {
        let last = columns.count + 1
        let lines = rows.indices.map { row in
            PaperTable.Row(
                .entry,
                [.init(.text(rows[row]))] + counts[row].map { .init(.count($0)) } + [
                    .init(.count(counts[row].reduce(0, +)), from: .sumOfColumns(Array(1..<last)))
                ])
        }
        let sums = columns.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
        let total = PaperTable.Row(
            .total,
            [.init(.text("Tổng cộng"))]
                + (sums + [sums.reduce(0, +)]).map { .init(.count($0), from: .sumOfRows(0..<rows.count)) })
        return PaperTable(
            columns: [.init(weight: 2, alignment: .left)]
                + Array(repeating: .init(weight: 1.2, alignment: .right), count: columns.count + 1),
            heading: [([caption] + columns + ["Tổng cộng"]).map { .init($0) }], rows: lines + [total])
    }
}
