import Foundation
import Ratings

/// Builds the table of a period from its tallies.
public struct TableBuilder: Sendable {
    private let source: TableSource
    private let days: ClosedRange<Day>
    private let start: Instant
    private let end: Instant
    private var directory: Directory { source.directory }
    private var zone: Zone { source.directory.settings.zone }

    /// A builder for the tables of `days`, both inclusive.
    public init(_ source: TableSource, days: ClosedRange<Day>) {
        self.source = source
        self.days = days
        start = source.directory.settings.start(of: days.lowerBound)
        end = source.directory.settings.start(of: days.upperBound.advanced(by: 1))
    }

    /// The table with rows of `kind`.
    public func table(by kind: RowKind, periodName: String? = nil, asOf: Instant) -> RatingTable {
        var counts: [String?: Counts] = [:]
        for tally in source.tallies where days.contains(tally.key.day) {
            counts[code(of: tally.key, kind), default: Counts()][tally.key.column] += tally.count
        }
        var notes = self.notes(asOf: asOf)
        if kind == .unit { foldPredecessors(&counts, &notes) }
        var rows: [RatingTable.Row] = []
        for (code, name) in names(kind, counted: Set(counts.keys.compactMap(\.self))) {
            rows.append(
                RatingTable.Row(ordinal: rows.count + 1, code: code, name: name, counts: counts[code] ?? Counts()))
        }
        if let unknown = counts[nil], unknown.total > 0 {
            rows.append(RatingTable.Row(ordinal: nil, code: nil, name: kind.unknown, counts: unknown))
        }
        return RatingTable(
            kind: kind, periodName: periodName, days: days, rows: rows,
            decimals: directory.settings.decimals(at: end - .milliseconds(1)), notes: notes)
    }

    private func code(of key: TallyKey, _ kind: RowKind) -> String? {
        switch kind {
        case .unit: key.unit
        case .counter: key.counter
        case .officer: key.officer
        case .field: key.field
        }
    }

    // MARK: Rows in order

    private func names(_ kind: RowKind, counted: Set<String>) -> [(code: String, name: String)] {
        switch kind {
        case .unit: unitNames(counted: counted)
        case .counter: counterNames(counted: counted)
        case .officer: officerNames(counted: counted)
        case .field:
            directory.fields.values.sorted { ($0.order, $0.code) < ($1.order, $1.code) }.map { ($0.code, $0.name) }
                + counted.filter { directory.fields[$0] == nil }.sorted().map { ($0, $0) }
        }
    }

    private func unitNames(counted: Set<String>) -> [(code: String, name: String)] {
        let shown = directory.units.codes.filter { code in
            counted.contains(code) || (successor(of: code) == nil && existed(directory.units.all(code)))
        }
        let units = shown.compactMap { directory.units.version(of: $0, at: end - .milliseconds(1)) }
        let known = units.sorted { ($0.order, $0.code) < ($1.order, $1.code) }.map { ($0.code, $0.name) }
        return known + counted.subtracting(directory.units.codes).sorted().map { ($0, $0) }
    }

    private func counterNames(counted: Set<String>) -> [(code: String, name: String)] {
        let codes = Set(directory.counters.codes.filter { existed(directory.counters.all($0)) }).union(counted)
        return codes.sorted { $0.compare($1, options: .numeric) == .orderedAscending }.map {
            ($0, directory.counters.version(of: $0, at: end - .milliseconds(1))?.name ?? $0)
        }
    }

    /// Officers with ratings or duties in the period, by given name; namesakes are told apart by their codes.
    private func officerNames(counted: Set<String>) -> [(code: String, name: String)] {
        var codes = counted
        for counter in directory.duties.owners {
            codes.formUnion(directory.duties.overlapping(of: counter, from: start, until: end).map(\.officer))
        }
        let people = codes.map { code in (code: code, name: directory.officers[code]?.name ?? code) }
        let namesakes = Dictionary(grouping: people, by: \.name).filter { $0.value.count > 1 }
        return people.sorted { VietnameseOrder.people($0.name, $0.code, before: $1.name, $1.code) }.map {
            (code: $0.code, name: namesakes[$0.name] == nil ? $0.name : "\($0.name) (\($0.code))")
        }
    }

    private func existed(_ versions: [some Dated]) -> Bool {
        versions.contains { $0.overlaps(from: start, until: end) }
    }

    // MARK: Merged units

    /// The unit that took over a unit ended within the period or before it, if exactly one did; followed to the last
    /// one. A unit that ends together with the period stands for itself once more.
    private func successor(of code: String) -> AdministrativeUnit? {
        var (current, seen) = (code, Set([code]))
        var found: AdministrativeUnit?
        while let unit = directory.units.version(of: current, at: end - .milliseconds(1)), let until = unit.until,
            until < end, unit.successors.count == 1, let next = unit.successors.first, seen.insert(next).inserted
        {
            found = directory.units.version(of: next, at: end - .milliseconds(1))
            current = next
        }
        return found
    }

    private func foldPredecessors(_ counts: inout [String?: Counts], _ notes: inout TableNotes) {
        for code in directory.units.codes {
            guard let own = counts[code], let heir = successor(of: code),
                let unit = directory.units.version(of: code, at: end - .milliseconds(1)), let until = unit.until
            else { continue }
            counts[code] = nil
            counts[heir.code, default: Counts()] += own
            notes.merged.append(
                TableNotes.Merged(from: unit.name, into: heir.name, since: zone.day(of: until), count: own.total))
        }
    }

    // MARK: Notes

    private func notes(asOf: Instant) -> TableNotes {
        var notes = TableNotes(asOf: asOf, isPeriodOver: asOf >= end)
        notes.gaps = source.gaps.filter { $0.missing > 0 }
        notes.missing = notes.gaps.reduce(0) { $0 + $1.missing }
        notes.dropped = source.dropped
        notes.edgeCrossings = source.edgeCrossings
        notes.waiting = source.waiting
        // While the period runs, a box that was heard within a day is well.
        let expected = notes.isPeriodOver ? end : asOf - .seconds(86_400)
        for uid in directory.assignments.owners {
            let standing = directory.assignments.overlapping(of: uid, from: start, until: end)
            let heard = source.heard[uid]
            guard !standing.isEmpty, heard.map({ $0 < expected }) ?? true else { continue }
            notes.silentBoxes.append(
                TableNotes.SilentBox(
                    uid: uid, label: directory.boxes[uid]?.label ?? uid,
                    counters: Set(standing.flatMap(\.counters)).sorted(), heard: heard))
        }
        return notes
    }
}
