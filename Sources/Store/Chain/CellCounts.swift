/// Counts of the cells of the finest table, known by a hash of where they stand: texts are not made of millions of
/// codes to compare a few thousand sums. The hash is seeded anew for every process, so that nobody can aim at it.
struct CellCounts {
    private static let codes: Int32 = 6
    private var counts: [Int: Int] = [:]

    /// Cells that do not add up to 0.
    var differences: Int { counts.values.count { $0 != 0 } }

    mutating func add(_ count: Int, to cell: Int) { counts[cell, default: 0] &+= count }

    /// The cell whose codes stand in six columns of `row` from `first` on; no code is as good as an empty one.
    static func cell(day: Int, hour: Int, codes row: RowWalk, from first: Int32) -> Int {
        var hasher = Hasher()
        hasher.combine(day)
        hasher.combine(hour)
        for column in first..<first + codes {
            let bytes = row.bytes(column)
            hasher.combine(bytes.count)
            hasher.combine(bytes: bytes)
        }
        return hasher.finalize()
    }
}
