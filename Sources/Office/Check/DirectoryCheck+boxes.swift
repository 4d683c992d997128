import Ratings

extension DirectoryCheck {
    mutating func checkBoxes() {
        var byLabel: [String: Box] = [:]
        for box in directory.boxes.values.sorted(by: { $0.uid < $1.uid }) {
            if CodeRule.uid(box.uid) != box.uid {
                find(box, "uid", box.uid, why: "not a UID", remedy: CodeRule.uidRemedy)
            }
            check(code: box.label, of: box, field: "label")
            if let other = byLabel[box.label] {
                find(
                    box, "label", box.label, why: "box \(other.uid) has this label already",
                    remedy: "Give each box a label of its own.")
            }
            byLabel[box.label] = box
        }
        for uid in directory.assignments.owners { checkAssignments(of: uid) }
        for uid in directory.tests.owners {
            for test in directory.tests.all(of: uid) { check(interval: test) }
        }
    }

    /// A device at two places at once is an error.
    private mutating func checkAssignments(of uid: String) {
        let assignments = directory.assignments.all(of: uid)
        for assignment in assignments {
            check(interval: assignment)
            check(uid, of: assignment, "box", isKnown: directory.boxes[uid] != nil, file: .boxes)
            if assignment.counters.isEmpty {
                find(
                    assignment, "counters", "", why: "no counter",
                    remedy: "Name the counter, or several with '|' between them.")
            }
            for counter in assignment.counters {
                let versions = directory.counters.all(counter)
                check(counter, of: assignment, "counters", isKnown: !versions.isEmpty, file: .counters)
                if let end = versions.last?.until, assignment.since >= end {
                    find(
                        assignment, "counters", counter, why: "the counter closed on \(moment(end))",
                        remedy: "Name a counter that was open then, or correct the date.")
                }
            }
        }
        var longest = assignments.first
        for later in assignments.dropFirst() {
            guard let earlier = longest else { break }
            if earlier.overlaps(from: later.since, until: later.until) {
                find(
                    later, "since", moment(later.since),
                    why: "box \(uid) stands at \(earlier.counters.joined(separator: ", ")) since "
                        + "\(moment(earlier.since))\(earlier.until.map { " until \(moment($0))" } ?? ""), "
                        + "and a device cannot be at two places at once",
                    remedy: "Give the earlier assignment an 'until' not after \(moment(later.since)).")
            }
            if let end = earlier.until, later.until.map({ $0 >= end }) ?? true { longest = later }
        }
    }
}
