import Ratings

extension DirectoryCheck {
    mutating func checkCentres() {
        for centre in directory.centres {
            check(name: centre.name, of: centre)
            check(interval: centre)
        }
        check(versions: directory.centres)
    }

    /// Sites, units, fields and counters, and what they say of each other.
    mutating func checkPlaces() {
        for code in directory.sites.codes {
            for site in directory.sites.all(code) {
                check(code: code, of: site)
                check(name: site.name, of: site)
                check(interval: site)
            }
            check(versions: directory.sites.all(code))
        }
        for code in directory.units.codes {
            directory.units.all(code).forEach { check(unit: $0) }
            check(versions: directory.units.all(code))
        }
        for field in directory.fields.values.sorted(by: { $0.code < $1.code }) {
            check(code: field.code, of: field)
            check(name: field.name, of: field)
        }
        for code in directory.counters.codes {
            directory.counters.all(code).forEach { check(counter: $0) }
            check(versions: directory.counters.all(code))
        }
    }

    private mutating func check(unit: AdministrativeUnit) {
        check(code: unit.code, of: unit)
        check(name: unit.name, of: unit)
        check(interval: unit)
        if let parent = unit.parent {
            check(parent, of: unit, "parent", isKnown: !directory.units.all(parent).isEmpty, file: .units)
            if isBelow(unit, itself: parent) {
                find(unit, "parent", parent, why: "the unit would belong to itself", remedy: "Name another parent.")
            }
        }
        for successor in unit.successors {
            check(successor, of: unit, "successors", isKnown: !directory.units.all(successor).isEmpty, file: .units)
            if successor == unit.code {
                find(unit, "successors", successor, why: "a unit cannot succeed itself", remedy: "Name another unit.")
            }
        }
        if unit.until == nil, !unit.successors.isEmpty {
            find(
                unit, "successors", unit.successors.joined(separator: "|"), why: "successors of a unit that goes on",
                remedy: "Say in 'until' when it ended, or leave 'successors' empty.")
        }
    }

    /// Whether going up from `parent` comes back to the unit.
    private func isBelow(_ unit: AdministrativeUnit, itself parent: String) -> Bool {
        var seen: Set<String> = [unit.code]
        var above: String? = parent
        while let code = above {
            guard seen.insert(code).inserted else { return code == unit.code }
            above = directory.units.version(of: code, at: unit.since)?.parent
        }
        return false
    }

    private mutating func check(counter: Counter) {
        check(code: counter.code, of: counter)
        check(name: counter.name, of: counter)
        check(interval: counter)
        if let site = counter.site {
            check(site, of: counter, "site", isKnown: !directory.sites.all(site).isEmpty, file: .sites)
        }
        for code in counter.units {
            check(code, of: counter, "units", isKnown: !directory.units.all(code).isEmpty, file: .units)
            guard let end = directory.units.all(code).last?.until else { continue }
            if counter.since >= end {
                find(
                    counter, "units", code, why: "the unit ended on \(moment(end)), before this counter begins",
                    remedy: "Name its successor, or correct one of the dates.")
            } else if directory.counters.all(counter.code).last == counter, counter.until.map({ $0 > end }) ?? true {
                note(Words.counterServesEndedUnit(counter.code, unit: code, end: moment(end)))
            }
        }
    }

    /// Versions of one code follow each other.
    mutating func check(versions: [some DirectoryRecord & Dated]) {
        for (earlier, later) in zip(versions, versions.dropFirst()) {
            guard let until = earlier.until, until > later.since else { continue }
            find(
                earlier, "until", moment(until), why: "the next version already begins on \(moment(later.since))",
                remedy: "End this version there, or leave 'until' empty: a newer version ends it.")
        }
    }
}
