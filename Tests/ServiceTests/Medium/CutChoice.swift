import Simulator

/// What chance decides at a power cut; the same seed decides the same.
struct CutChoice {
    /// How much of what was on its way to one file has arrived.
    enum Policy: CaseIterable {
        case nothing, some, most, all

        /// Whether the medium has the change of this index at this place: each place has all changes up to one.
        func keeps(_ index: Int, of count: Int, _ salt: UInt64, place: Int) -> Bool {
            var random = SplitMix64(seed: salt ^ UInt64(truncatingIfNeeded: place) &* 0x9E37_79B9_7F4A_7C15)
            let first = Int(random.next() % 8)
            switch self {
            case .nothing: return false
            case .all: return true
            case .some where first < 4, .most where first == 0: return false
            case .some where first == 7, .most where first > 1: return true
            case .some, .most: return index < Int(random.next() % UInt64(count + 1))
            }
        }
    }

    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func next() -> UInt64 { random.next() }
}
