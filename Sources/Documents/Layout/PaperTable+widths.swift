import Reports

extension PaperTable {
    /// The columns' shares of `width` by their weights, whole numbers that add up to it.
    func widths(of width: Int) -> [Int] {
        let sum = columns.reduce(0) { $0 + $1.weight }
        var (before, weight) = (0, 0.0)
        return columns.map { column in
            weight += column.weight
            let edge = Int((Double(width) * weight / sum).rounded())
            defer { before = edge }
            return edge - before
        }
    }
}
