/// A small generator with a known sequence for every seed: what a seed did once it does again.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The sequence of `seed`; `parts` choose one of many independent sequences of it.
    public init(seed: UInt64, _ parts: UInt64...) {
        state = seed
        for part in parts {
            state = next() ^ (part &* 0xD6E8_FEB8_6659_FD93)
        }
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed &>> 31)
    }

    /// A number from 0 to `bound - 1`, 0 for no bound.
    mutating func below(_ bound: Int) -> Int {
        bound > 0 ? Int.random(in: 0..<bound, using: &self) : 0
    }

    /// Whether something that happens so often (0 to 1) happens now.
    mutating func happens(_ rate: Double) -> Bool {
        rate > 0 && Double.random(in: 0..<1, using: &self) < rate
    }

    /// Between half of `mean` and one and a half, at least 1.
    mutating func jittered(_ mean: Double) -> UInt64 {
        UInt64(max(1, mean * Double.random(in: 0.5..<1.5, using: &self)))
    }
}
