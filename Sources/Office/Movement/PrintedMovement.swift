import Ratings
import Reports

/// How printed tables change though no rating moves: units that end, merge, are renamed or take another place, and the
/// number of decimals.
struct PrintedMovement {
    let before: Directory
    let after: Directory
    let tallies: (ClosedRange<Day>) throws -> [Tally]

    /// One line a period with ratings whose table changes, of the periods from the change's own time to `until`.
    func lines(changing records: [StoredRecord], until: Day) throws -> [String] {
        guard let since = try records.compactMap(Self.start).min() else { return [] }
        var lines: [String] = []
        let first = after.settings.zone.day(of: since)
        for period in PeriodRule.periods(from: first, to: until, in: after) {
            let days = period.first...period.last
            let counted = try tallies(days)
            guard !counted.isEmpty else { continue }
            let (old, new) = (table(counted, days, before), table(counted, days, after))
            let changes = Self.changes(old, new)
            if !changes.isEmpty { lines.append(Words.printed(period.name, changes)) }
        }
        return lines
    }

    private func table(_ tallies: [Tally], _ days: ClosedRange<Day>, _ directory: Directory) -> RatingTable {
        let end = directory.settings.start(of: days.upperBound.advanced(by: 1))
        return TableBuilder(TableSource(tallies: CodedTallies(tallies), directory: directory), days: days)
            .table(by: .unit, asOf: end)
    }

    private static func changes(_ old: RatingTable, _ new: RatingTable) -> [String] {
        let difference = TableDifference(from: old.figures, to: new.figures)
        var changes = difference.rows.map { row in
            row.now.map { "\($0.name): \(row.then?.total ?? 0) → \($0.total)" } ?? Words.rowGone(row.name)
        }
        if difference.isReordered { changes.append(Words.orderChanged) }
        if old.decimals != new.decimals { changes.append(Words.decimals(old.decimals, new.decimals)) }
        return changes
    }

    /// From when a record can change a printed table; nil for one that cannot.
    private static func start(of record: StoredRecord) throws -> Instant? {
        guard record.body != nil else { return nil }
        switch record.kind {
        case .unit: return try record.decoded(as: AdministrativeUnit.self).since
        case .setting:
            let setting: Setting = try record.decoded()
            return setting.name == .decimals ? setting.since : nil
        default: return nil
        }
    }
}

extension FigureTable.Row {
    /// All ratings of the row.
    fileprivate var total: Int { figures.reduce(0, &+) }
}
