import Ratings

extension Planner {
    func boxAssign(
        uid text: String, counters: [String], since: Instant?, until: Instant?, label: String?
    ) throws -> Plan {
        let uid = try uid(text)
        let counters = try counters.map { try counter($0) }
        let start = since ?? at
        try check(start, until)
        var plan = Plan("box assign")
        try register(uid, label: label, note: nil, in: &plan)
        guard !counters.isEmpty else {
            throw OfficeError("counter", why: "no counter was named", remedy: "Name at least one counter.")
        }
        var new = Assignment(box: uid, counters: counters, since: start, until: until)
        let all = directory.assignments.all(of: uid)
        if let same = all.first(where: { $0.counters == counters && $0.holds(at: start) }) {
            let isFollowed = all.contains { $0.since > start }
            let isCovered =
                same.until == nil || until.map { $0 <= same.until ?? $0 } ?? isFollowed
            guard !isCovered else {
                plan.summary.append(Words.stoodAlready(title(uid), at: counters, interval(same)))
                return plan
            }
            new.since = same.since
        }
        for old in all where old.overlaps(from: new.since, until: new.until) {
            if old.counters == counters {
                try join(old, into: &new, until, &plan)
            } else {
                try giveWay(old, to: &new, from: start, until, &plan)
            }
        }
        try plan.put(new)
        plan.summary.append(Words.stands(label ?? title(uid), at: counters, interval(new)))
        return plan
    }

    /// An assignment to the same counters becomes part of the new one.
    private func join(_ old: Assignment, into new: inout Assignment, _ until: Instant?, _ plan: inout Plan) throws {
        if old.since > new.since {
            plan.withdraw(old)
            if until == nil { new.until = old.until }
        }
        if let end = until { new.until = old.until.map { max($0, end) } }
    }

    /// An assignment to other counters ends where the new one begins, and goes on after an end that was told.
    private func giveWay(
        _ old: Assignment, to new: inout Assignment, from start: Instant, _ until: Instant?, _ plan: inout Plan
    ) throws {
        if old.since < start {
            var earlier = old
            earlier.until = start
            try plan.put(earlier)
            plan.summary.append(Words.stands(title(old.box), at: old.counters, interval(earlier)))
        } else if old.since == start {
            if until == nil { new.until = old.until }
            plan.summary.append(Words.noLongerStands(title(old.box), at: old.counters, interval(old)))
        } else {
            guard until != nil else {
                throw OfficeError(
                    "since", moment(start),
                    why: "box \(title(old.box)) stands at \(old.counters.joined(separator: ", ")) "
                        + "from \(moment(old.since))\(old.until.map { " until \(moment($0))" } ?? "")",
                    remedy: "Say until when it stood here (until \(moment(old.since)) keeps the later one), "
                        + "or release it there first.")
            }
            plan.withdraw(old)
            plan.summary.append(Words.noLongerStands(title(old.box), at: old.counters, interval(old)))
        }
        guard let end = until, old.until.map({ $0 > end }) ?? true else { return }
        var rest = old
        rest.since = end
        try plan.put(rest)
        plan.summary.append(Words.stands(title(old.box), at: rest.counters, interval(rest)))
    }

    func boxRelease(uid text: String, since: Instant?) throws -> Plan {
        let uid = try uid(text)
        let end = since ?? at
        var plan = Plan("box release")
        let all = directory.assignments.all(of: uid)
        guard let old = all.first(where: { $0.holds(at: end) }) else {
            let last = all.last { $0.since <= end }
            let known = last.map { "It last stood at \($0.counters.joined(separator: ", ")) \(interval($0)). " } ?? ""
            throw OfficeError(
                "uid", text, why: "the box stands at no counter on \(moment(end))",
                remedy: known + "Give the moment from which it no longer stood there.")
        }
        if old.since == end {
            plan.withdraw(old)
            plan.summary.append(Words.noLongerStands(title(uid), at: old.counters, interval(old)))
        } else {
            var ended = old
            ended.until = end
            try plan.put(ended)
            plan.summary.append(Words.stands(title(uid), at: old.counters, interval(ended)))
        }
        for later in all where later.since > end {
            plan.notes.append(Words.stands(title(uid), at: later.counters, interval(later)))
        }
        return plan
    }

    func boxRegister(uid text: String, label: String?, note: String?) throws -> Plan {
        var plan = Plan("box register")
        try register(try uid(text), label: label, note: note, in: &plan)
        return plan
    }

    /// Registers a box that is not, and takes label and note over where they are told.
    private func register(_ uid: String, label: String?, note: String?, in plan: inout Plan) throws {
        let old = directory.boxes[uid]
        var box = old ?? Box(uid: uid, label: freeLabel())
        if let label { box.label = CodeRule.clean(label) }
        if let note { box.note = CodeRule.clean(note).isEmpty ? nil : CodeRule.clean(note) }
        guard box != old else { return }
        try plan.put(box)
        plan.summary.append(old == nil ? Words.registered(box) : Words.changed(box))
    }

    /// The first of B01, B02, … that no box has.
    private func freeLabel() -> String {
        let taken = Set(directory.boxes.values.map(\.label))
        var number = 1
        while taken.contains("B\(String(number).leftPadded(to: 2))") { number += 1 }
        return "B\(String(number).leftPadded(to: 2))"
    }

    func boxTest(uid text: String, isOn: Bool, since: Instant?) throws -> Plan {
        let moment = since ?? at
        let uid = try BoxFinder(directory, at: moment).uid(text)
        var plan = Plan(isOn ? "box test" : "box test end")
        let tests = directory.tests.all(of: uid)
        let open = tests.last { $0.holds(at: moment) }
        if isOn {
            if let open {
                throw OfficeError(
                    "uid", text, why: "the box is under test since \(self.moment(open.since))",
                    remedy: "End that test first.")
            }
            let next = tests.first { $0.since > moment }
            try plan.put(BoxTest(box: uid, since: moment, until: next?.since))
        } else {
            guard var test = open else {
                throw OfficeError(
                    "uid", text, why: "the box is not under test on \(self.moment(moment))", remedy: "Nothing to end.")
            }
            if test.since == moment {
                plan.withdraw(test)
            } else {
                test.until = moment
                try plan.put(test)
            }
        }
        plan.summary.append(Words.test(title(uid), isOn: isOn, self.moment(moment)))
        return plan
    }

    func settleDuplicate(
        uid text: String, decision: DuplicateIdentity.Decision, from: Int64?
    ) throws -> Plan {
        let uid = try uid(text)
        let all = directory.duplicates[uid] ?? []
        let chosen = all.filter { from == nil ? $0.decision == nil : $0.from == from }
        guard !chosen.isEmpty else {
            let known = all.map { "\($0.from)" }.joined(separator: ", ")
            throw OfficeError(
                "uid", text, why: "nothing to decide: no two boxes gave this identity there",
                remedy: known.isEmpty
                    ? "See 'hailong devices' for the boxes that need a decision."
                    : "Name one of the stretches by its first position: \(known).")
        }
        var plan = Plan("settle duplicate identity")
        for var duplicate in chosen {
            duplicate.decision = decision
            if duplicate.to == nil {
                // Both are still live: what is decided ends here, and what comes is as doubtful as before.
                duplicate.to = nextPosition
                try plan.put(DuplicateIdentity(box: uid, from: nextPosition))
            }
            try plan.put(duplicate)
            plan.summary.append(Words.settled(title(uid), decision, from: duplicate.from))
        }
        return plan
    }
}
