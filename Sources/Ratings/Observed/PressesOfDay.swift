/// The presses of one day, whatever became of them.
public struct PressesOfDay: Hashable, Sendable {
    /// How many.
    public var count: Int
    /// When the last one was made; nil without any.
    public var last: Instant?

    /// The presses of one day.
    public init(count: Int, last: Instant?) {
        self.count = count
        self.last = last
    }
}
