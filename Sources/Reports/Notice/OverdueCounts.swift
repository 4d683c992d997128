import Ratings

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

    /// Those of a unit by the dossiers that were imported of a period's months: what was resolved late in any of them, and
    /// what was still in progress at the end of the last. Units that it took over by the end of the period are its own.
    /// `gaps` tells in Vietnamese what is not known, a sentence each.
    public init(
        of unit: String, over span: PeriodSpan, in directory: Directory, by succession: UnitSuccession,
        gaps: inout [String]
    ) {
        self.init()
        guard let name = span.name else {
            gaps.append("số liệu hồ sơ chỉ có theo kỳ có tên; thông báo này không nói về hồ sơ quá hạn.")
            return
        }
        let months = name.monthNames
        for month in months {
            guard let report = DossierReport(ofUnitsIn: month, in: directory) else {
                gaps.append("chưa có số liệu hồ sơ của kỳ \(month); thông báo không nói về hồ sơ quá hạn của kỳ đó.")
                continue
            }
            resolved += report.count("resolved_late", of: unit, by: succession)
            if month == months.last { inProgress = report.count("in_progress_overdue", of: unit, by: succession) }
        }
    }
}

extension DossierReport {
    /// The dossiers by unit of a month, as they were imported; nil where none were.
    fileprivate init?(ofUnitsIn month: String, in directory: Directory) {
        guard let table = directory.dossiers[DossierTable.key(period: month, rowKind: .unit)],
            let period = PeriodRule.period(named: month, in: directory)
        else { return nil }
        self.init(table, period: period, in: directory)
    }

    /// A month's rows are those of its own end, when units may still have stood that merged later.
    fileprivate func count(_ column: String, of unit: String, by succession: UnitSuccession) -> Int {
        guard let index = columns.firstIndex(where: { $0.code == column }) else { return 0 }
        return rows.filter { succession.row(of: $0.code) == unit }.reduce(0) { $0 + $1.counts[index] }
    }
}
