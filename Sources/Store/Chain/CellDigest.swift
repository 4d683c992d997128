/// Whether counts of cells add up to 0 in every cell, told by one number: each count is multiplied by a hash of its cell
/// and summed up. The hash is seeded anew for every process, so that nobody can aim at a sum of 0.
struct CellDigest {
    private var sum: Int128 = 0

    /// Whether every cell adds up to 0; wrong once in 2⁶³ times.
    var isZero: Bool { sum == 0 }

    mutating func add(_ count: Int, to cell: Int) { sum &+= Int128(count) &* Int128(cell) }
}
