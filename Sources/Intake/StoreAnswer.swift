/// What came of a request that went the way of a press.
public enum StoreAnswer: Sendable {
    /// The store takes what is brought.
    case works
    /// The store answers that it cannot write just now; boxes keep their presses, and a restart would not help.
    case fails(any Error)

    /// Whether it works.
    public var isGood: Bool { if case .works = self { true } else { false } }
}
