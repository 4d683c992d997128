import KioskProtocol

/// How many presses a box can keep.
public enum RingSize: Int, Sendable, CaseIterable {
    /// 4 presses.
    case four = 4
    /// 16 presses.
    case sixteen = 16
    /// 64 presses.
    case sixtyFour = 64
    /// 256 presses.
    case twoHundredFiftySix = 256
    /// 1024 presses.
    case thousandTwentyFour = 1024

    func brain(_ identity: BoxIdentity) -> any BoxBrain {
        switch self {
        case .four: return RingedBrain<4>(identity)
        case .sixteen: return RingedBrain<16>(identity)
        case .sixtyFour: return RingedBrain<64>(identity)
        case .twoHundredFiftySix: return RingedBrain<256>(identity)
        case .thousandTwentyFour: return RingedBrain<1024>(identity)
        }
    }
}
