/// Counts failures in a row: says which to log (ten, then one in a hundred) and how long to pause.
public struct RepeatedFailure: Sendable {
    /// Failures since the last success.
    public private(set) var count = 0

    private let first: Duration

    /// None yet.
    /// - Parameter first: The pause after the first of a row.
    public init(first: Duration = .milliseconds(100)) { self.first = first }

    /// Counts one more, and says whether it is one to log.
    public mutating func shouldReport() -> Bool {
        count += 1
        return count <= 10 || count.isMultiple(of: 100)
    }

    /// Ends the row: how many there were, if there were any.
    public mutating func recovered() -> Int? {
        defer { count = 0 }
        return count > 0 ? count : nil
    }

    /// The first pause, doubling to 32 times as long: 3.2 s.
    public var pause: Duration { first * (1 << (min(max(count, 1), 6) - 1)) }
}
