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

extension OverdueCounts {
    /// Those of a unit by the dossiers of a period's months, oldest first: what was resolved late in any of them, and what
    /// was still in progress at the end of the last.
    public init(of unit: String, in reports: [DossierReport]) {
        self.init(
            resolved: reports.reduce(0) { $0 + $1.count("resolved_late", of: unit) },
            inProgress: reports.last?.count("in_progress_overdue", of: unit) ?? 0)
    }
}

extension DossierReport {
    fileprivate func count(_ column: String, of unit: String) -> Int {
        guard let index = columns.firstIndex(where: { $0.code == column }) else { return 0 }
        return rows.first { $0.code == unit }?.counts[index] ?? 0
    }
}
