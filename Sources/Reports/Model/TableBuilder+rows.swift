import Foundation
import Ratings

/// Which rows there are, in which order, and what they are called.
extension TableBuilder {
    func names(_ kind: RowKind, counted: Set<String>, asOf: Instant) -> [(code: String, name: String)] {
        switch kind {
        case .unit: unitNames(counted: counted)
        case .counter: counterNames(counted: counted)
        case .officer: officerNames(counted: counted)
        case .field:
            directory.fields.values.sorted { ($0.order, $0.code) < ($1.order, $1.code) }.map { ($0.code, $0.name) }
                + counted.filter { directory.fields[$0] == nil }.sorted().map { ($0, $0) }
        case .day: dayNames(counted: counted, asOf: asOf)
        }
    }

    private func unitNames(counted: Set<String>) -> [(code: String, name: String)] {
        let shown = directory.units.codes.filter { code in
            counted.contains(code) || (succession.heir(of: code) == nil && existed(directory.units.all(code)))
        }
        let units = shown.compactMap { succession.unit($0) }
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

    /// The days of the period that have begun, and no other that has no rating.
    private func dayNames(counted: Set<String>, asOf: Instant) -> [(code: String, name: String)] {
        let today = directory.settings.zone(at: asOf).day(of: asOf)
        return span.pieces.flatMap { $0.lowerBound.number...$0.upperBound.number }.map(Day.init(number:))
            .filter { $0 <= today || counted.contains($0.description) }
            .map { ($0.description, $0.vietnamese) }
    }

    private func existed(_ versions: [some Dated]) -> Bool {
        versions.contains { $0.overlaps(from: start, until: end) }
    }
}
