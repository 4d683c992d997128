/// Tells how many presses a box dropped since it was last counted: the wire says how many of a boot in all.
struct DropWatch {
    private var boot: UInt64 = 0
    private var counted: UInt32 = 0

    /// So many of this boot were counted on an earlier link.
    mutating func begin(boot: UInt64, counted: UInt32) { (self.boot, self.counted) = (boot, counted) }

    /// How many of `total` are new.
    mutating func take(boot: UInt64, total: UInt32) -> Int {
        if boot != self.boot { begin(boot: boot, counted: 0) }
        defer { counted = max(counted, total) }
        return total > counted ? Int(total - counted) : 0
    }
}
