import Ratings

extension DirectoryCheck {
    mutating func checkPeople() {
        for officer in directory.officers.values.sorted(by: { $0.code < $1.code }) {
            check(code: officer.code, of: officer)
            check(name: officer.name, of: officer)
        }
    }

    /// The duties at one counter, and who holds them.
    mutating func checkDuties(of counter: String) {
        let duties = directory.duties.all(of: counter)
        var last: [String: Duty] = [:]
        for duty in duties {
            check(duty: duty)
            let owner = "\(duty.officer)/\(duty.source.rawValue)"
            if let earlier = last[owner], earlier.overlaps(from: duty.since, until: duty.until) {
                find(
                    duty, "since", moment(duty.since),
                    why: "\(duty.officer) already has a duty at \(counter) since \(moment(earlier.since))",
                    remedy: "Leave one of the two, or end the first before the second begins.")
            }
            last[owner] = duty
        }
    }

    private mutating func check(duty: Duty) {
        check(interval: duty)
        let isCounterKnown = !directory.counters.all(duty.counter).isEmpty
        check(duty.counter, of: duty, "counter", isKnown: isCounterKnown, file: .counters)
        check(duty.officer, of: duty, "officer", isKnown: directory.officers[duty.officer] != nil, file: .officers)
        if let unit = duty.unit {
            check(unit, of: duty, "unit", isKnown: !directory.units.all(unit).isEmpty, file: .units)
        }
        if let replaced = duty.replaces {
            check(replaced, of: duty, "replaces", isKnown: directory.officers[replaced] != nil, file: .officers)
            if replaced == duty.officer {
                find(
                    duty, "replaces", replaced, why: "an officer cannot stand in for himself",
                    remedy: "Name the officer who is away.")
            }
        }
    }
}
