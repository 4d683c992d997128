/// What came of one opening of a port; the later counts more.
enum LinkOutcome: Int, Comparable {
    /// No box was there.
    case nobody
    /// A box was welcomed.
    case connected
    /// We closed it, because what is behind it cannot be believed.
    case refused

    static func < (one: LinkOutcome, other: LinkOutcome) -> Bool { one.rawValue < other.rawValue }
}
