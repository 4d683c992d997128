/// How wide the columns of a table are.
enum ColumnFit {
    /// Shares `width` by weight; a column that would be narrower than its minimum gets that, and the others share the
    /// rest.
    /// - Returns: nil where the minimums together are wider than `width`.
    static func widths(weights: [Double], minimums: [Double], within width: Double) -> [Double]? {
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
