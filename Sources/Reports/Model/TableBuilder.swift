import Foundation
import Ratings

/// Builds the tables of a period from its tallies.
public struct TableBuilder: Sendable {
    let source: TableSource
    let span: PeriodSpan
    let start: Instant
    let end: Instant
    /// Which units there are and who took over whom.
    public let succession: UnitSuccession
    /// The directory that everything is read from.
    public var directory: Directory { source.directory }

    /// A builder for the tables of `days`, both inclusive.
    public init(_ source: TableSource, days: ClosedRange<Day>) { self.init(source, span: PeriodSpan(days: days)) }

    /// A builder for the tables of `span`. With `unitsAsOf`, its units are those of that later moment: then it can be
    /// compared with a table of then.
    public init(_ source: TableSource, span: PeriodSpan, unitsAsOf: Instant? = nil) {
        self.source = source
        self.span = span
        start = source.directory.settings.start(of: span.days.lowerBound)
        end = source.directory.settings.start(of: span.days.upperBound.advanced(by: 1))
        succession = UnitSuccession(source.directory, end: unitsAsOf ?? end)
    }

    /// The table with rows of `kind`; its period is called as the span is, unless a name is given.
    public func table(by kind: RowKind, periodName: String? = nil, asOf: Instant) -> RatingTable {
        table(of: counts(by: kind), by: kind, periodName: periodName, asOf: asOf)
    }

    /// The sum of tables with rows of `kind` that were made of parts of the span (lũy kế từ đầu năm): what was reported
    /// counts, whatever has changed since; units that ended meanwhile stand with those that took them over.
    public func sum(of tables: [RatingTable], by kind: RowKind, asOf: Instant) -> RatingTable {
        var counts: [String?: Counts] = [:]
        let parts = tables.filter { $0.kind == kind }
        for row in parts.flatMap(\.rows) { counts[row.code, default: Counts()] += row.counts }
        var sum = table(of: counts, by: kind, periodName: nil, asOf: asOf)
        // What a part already counted with another unit stands under that one's code here.
        for merged in parts.flatMap(\.notes.merged) { sum.notes.add(merged) }
        return sum
    }

    private func table(
        of counts: [String?: Counts], by kind: RowKind, periodName: String?, asOf: Instant
    ) -> RatingTable {
        var counts = counts
        let total = counts.values.reduce(into: Counts()) { $0 += $1 }
        var notes = self.notes(asOf: asOf, of: total)
        if kind == .unit { foldPredecessors(&counts, &notes) }
        var rows: [RatingTable.Row] = []
        for (code, name) in names(kind, counted: Set(counts.keys.compactMap(\.self)), asOf: asOf) {
            rows.append(
                RatingTable.Row(ordinal: rows.count + 1, code: code, name: name, counts: counts[code] ?? Counts()))
        }
        if let unknown = counts[nil], unknown.total > 0 {
            rows.append(RatingTable.Row(ordinal: nil, code: nil, name: kind.unknown, counts: unknown))
        }
        return RatingTable(
            kind: kind, periodName: periodName ?? span.name?.description, days: span.days,
            columns: columns(used: total.used), rows: rows,
            decimals: directory.settings.decimals(at: end - .milliseconds(1)), notes: notes)
    }

    private func counts(by kind: RowKind) -> [String?: Counts] {
        switch kind {
        case .unit: source.tallies.counts(by: .unit, where: span.contains)
        case .counter: source.tallies.counts(by: .counter, where: span.contains)
        case .officer: source.tallies.counts(by: .officer, where: span.contains)
        case .field: source.tallies.counts(by: .field, where: span.contains)
        case .day:
            Dictionary(
                uniqueKeysWithValues: source.tallies.countsByDay(where: span.contains)
                    .map { ($0.key.description, $0.value) })
        }
    }

    /// The columns of the scales in force, and those in which anything was counted.
    func columns(used: Set<Column>) -> ColumnSet {
        let scales = directory.columnSets(from: start, until: end)
        return ColumnSet(showing: scales.reduce(into: used) { $0.formUnion($1.columns) })
    }

    private func foldPredecessors(_ counts: inout [String?: Counts], _ notes: inout TableNotes) {
        for code in directory.units.codes {
            guard let own = counts[code], let heir = succession.heir(of: code), let unit = succession.unit(code),
                let until = unit.until
            else { continue }
            counts[code] = nil
            counts[heir.code, default: Counts()] += own
            let since = directory.settings.zone.day(of: until)
            notes.merged.append(.init(from: unit.name, into: heir.name, since: since, count: own.total))
        }
    }
}
