/// The dossiers of a unit that were or are overdue (hồ sơ quá hạn) in a period.
public struct OverdueCounts: Hashable, Sendable {
    /// Resolved, but late.
    public var resolved: Int
    /// Still in progress, and past their day.
    public var inProgress: Int

    /// Counts; none without arguments.
    public init(resolved: Int = 0, inProgress: Int = 0) {
        self.resolved = resolved
        self.inProgress = inProgress
    }
}
