/// A seeded source of chance: the same seed gives the same run on every machine.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// True once in `period` on average; never for 0.
    mutating func once(in period: UInt64) -> Bool {
        period > 0 && next() % period == 0
    }

    mutating func below(_ bound: UInt64) -> UInt64 { next() % bound }

    /// A waiting time of the given mean, in milliseconds: short ones are frequent, long ones happen.
    mutating func wait(mean: UInt64) -> UInt64 {
        let uniform = below(1_000) + 1
        // The exponential distribution by thirds of its range is near enough and needs no library.
        if uniform > 900 { return mean * 3 + below(mean + 1) }
        if uniform > 400 { return mean / 2 + below(mean + 1) }
        return below(mean / 2 + 1) + 1
    }
}
