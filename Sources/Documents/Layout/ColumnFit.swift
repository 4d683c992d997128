/// How wide the columns of a table are.
enum ColumnFit {
    /// So heavy that the weights of all columns can still be added up.
    private static let heaviest = 1e9

    /// Shares `width` by weight; a column that would be narrower than its minimum gets that, one that would be wider
    /// than its maximum gets that, and the others share the rest. Where no column may be wider, all are. A weight that
    /// is no positive number counts as 1.
    /// - Returns: nil where the minimums together are wider than `width`.
    static func widths(
        weights: [Double], minimums: [Double], maximums: [Double], within width: Double
    ) -> [Double]? {
        let weights = weights.map { $0.isFinite && $0 > 0 ? min($0, heaviest) : 1 }
        guard var widths = widths(weights: weights, minimums: minimums, within: width) else { return nil }
        let others = widths.indices.filter { widths[$0] <= maximums[$0] }
        guard !others.isEmpty, others.count < widths.count else { return widths }
        for column in widths.indices { widths[column] = min(widths[column], max(minimums[column], maximums[column])) }
        let taken = widths.indices.filter { !others.contains($0) }.reduce(0) { $0 + widths[$1] }
        let shared = Self.widths(
            weights: others.map { weights[$0] }, minimums: others.map { minimums[$0] }, within: width - taken)
        for (column, width) in zip(others, shared ?? []) { widths[column] = width }
        return widths
    }

    /// The widths where `words` need more than `width`: every column has what its `numbers` need, which are never broken;
    /// of the rest those with the widest words get least of what they lack.
    static func broken(words: [Double], numbers: [Double], within width: Double) -> [Double] {
        let needed = numbers.reduce(0, +)
        var rest = width - needed
        guard rest > 0 else { return numbers.map { needed > 0 ? $0 / needed * width : 0 } }
        func lack(_ column: Int) -> Double { max(0, words[column] - numbers[column]) }
        var widths = numbers
        for (index, column) in words.indices.sorted(by: { lack($0) < lack($1) }).enumerated() {
            let more = min(lack(column), rest / Double(words.count - index))
            widths[column] += more
            rest -= more
        }
        return widths
    }

    private static func widths(weights: [Double], minimums: [Double], within width: Double) -> [Double]? {
        guard minimums.reduce(0, +) <= width else { return nil }
        var narrow: Set<Int> = []
        while true {
            let rest = width - narrow.reduce(0) { $0 + minimums[$1] }
            let shared = weights.indices.filter { !narrow.contains($0) }
            let sum = shared.reduce(0) { $0 + weights[$1] }
            let tooNarrow = shared.filter { rest * weights[$0] / sum < minimums[$0] }
            guard !tooNarrow.isEmpty else {
                return weights.indices.map { narrow.contains($0) ? minimums[$0] : rest * weights[$0] / sum }
            }
            narrow.formUnion(tooNarrow)
        }
    }
}
