import Ratings

extension Planner {
    func dutyStart(
        counter: String, officer: String, unit: String?, since: Instant?, until: Instant?
    ) throws -> Plan {
        let start = since ?? at
        try check(start, until)
        var plan = Plan("duty start")
        var duty = Duty(
            counter: try self.counter(counter), officer: try self.officer(officer),
            unit: try unit.map { try self.unit($0) }, since: start, until: until, source: .signOn)
        duty.until = until ?? sessionEnd(after: start, counter: duty.counter)
        let others = directory.duties.all(of: duty.counter).filter {
            $0.officer == duty.officer && $0.source == .signOn
        }
        // A sign-on told afterwards ends where the next one of the same officer begins.
        if until == nil, let next = others.first(where: { $0.since > start }) {
            duty.until = min(duty.until ?? next.since, next.since)
        }
        for other in others where other.since < start && other.overlaps(from: start, until: duty.until) {
            try end(other, at: start, in: &plan)
        }
        try plan.put(duty)
        plan.summary.append(Words.duty(duty, in: directory))
        try noteCrew(at: duty.counter, start, &plan)
        return plan
    }

    /// When the session that `moment` falls in, or that begins next on its day, closes; after the last one the day's
    /// end, since nobody is on duty into the next morning.
    private func sessionEnd(after moment: Instant, counter: String) -> Instant {
        let day = zone.day(of: moment)
        return directory.calendar.sessions(on: day, counter: counter).map { zone.instant(of: day, at: $0.closes) }
            .first { $0 > moment } ?? zone.start(of: day.advanced(by: 1))
    }

    /// Ends a duty; one that would not have begun is withdrawn.
    private func end(_ duty: Duty, at instant: Instant, in plan: inout Plan) throws {
        if duty.since >= instant {
            plan.withdraw(duty)
            plan.summary.append(Words.dutyGone(duty, in: directory))
        } else {
            var ended = duty
            ended.until = instant
            try plan.put(ended)
            plan.summary.append(Words.duty(ended, in: directory))
        }
    }

    private func noteCrew(at counter: String, _ moment: Instant, _ plan: inout Plan) throws {
        let officers = Set(Crew(at: counter, moment, in: try plan.applied(to: directory)).duties.map(\.officer))
        guard officers.count > 1 else { return }
        plan.notes.append(Words.several(officers.sorted(), at: counter, in: directory))
    }

    /// Ends every duty that holds, the roster's too: who has left does not come back by the roster.
    func dutyEnd(counter: String, officer: String?, since: Instant?) throws -> Plan {
        let counter = try self.counter(counter)
        let officer = try officer.map { try self.officer($0) }
        let end = since ?? at
        var plan = Plan("duty end")
        let holding = directory.duties.holding(of: counter, at: end).filter { officer == nil || $0.officer == officer }
        guard !holding.isEmpty else {
            let there = Set(directory.duties.holding(of: counter, at: end).map(\.officer)).sorted()
            throw OfficeError(
                "officer", officer, why: "no duty at \(counter) on \(moment(end))",
                remedy: there.isEmpty
                    ? "Give the moment at which the duty ended, while it was still in force."
                    : "On duty then: \(there.joined(separator: ", ")).")
        }
        for duty in holding { try self.end(duty, at: end, in: &plan) }
        return plan
    }

    func dutyCorrect(
        counter: String, officer: String, moment: Instant, newOfficer: String?, unit: String?, since: Instant?,
        until: Instant?
    ) throws -> Plan {
        let counter = try self.counter(counter)
        let officer = try self.officer(officer)
        guard newOfficer != nil || unit != nil || since != nil || until != nil else {
            throw OfficeError(why: "nothing to correct was told", remedy: "Give a new officer, unit, beginning or end.")
        }
        let holding = directory.duties.holding(of: counter, at: moment).filter { $0.officer == officer }
        let inForce = Crew(at: counter, moment, in: directory).duties.last { $0.officer == officer }
        guard let old = inForce ?? holding.last else {
            let there = Set(directory.duties.holding(of: counter, at: moment).map(\.officer)).sorted()
            throw OfficeError(
                "officer", officer, why: "no duty of this officer at \(counter) on \(self.moment(moment))",
                remedy: there.isEmpty
                    ? "Nobody was on duty then: use 'duty start' with --since and --until."
                    : "On duty then: \(there.joined(separator: ", ")).")
        }
        var new = old
        if let newOfficer { new.officer = try self.officer(newOfficer, field: "new officer") }
        if let unit { new.unit = CodeRule.clean(unit).isEmpty ? nil : try self.unit(unit) }
        if let since { new.since = since }
        if let until { new.until = until }
        try check(new.since, new.until)
        var plan = Plan("duty correct")
        guard new != old else {
            plan.summary.append(Words.nothingToDo)
            return plan
        }
        if new.key != old.key {
            if let taken = directory.duties.all(of: counter).first(where: { $0.key == new.key }) {
                throw OfficeError(
                    "officer", new.officer, why: "has a duty there already: \(Words.duty(taken, in: directory))",
                    remedy: "Correct or end that one instead.")
            }
            plan.withdraw(old)
            plan.summary.append(Words.dutyGone(old, in: directory))
        }
        try plan.put(new)
        plan.summary.append(Words.duty(new, in: directory))
        try noteCrew(at: counter, moment, &plan)
        return plan
    }

    func standIn(
        counter: String, officer: String, replaces: String?, unit: String?, since: Instant?, until: Instant
    ) throws -> Plan {
        let start = since ?? at
        try check(start, until)
        var plan = Plan("stand-in")
        let duty = Duty(
            counter: try self.counter(counter), officer: try self.officer(officer),
            unit: try unit.map { try self.unit($0) }, since: start, until: until, source: .standIn,
            replaces: try replaces.map { try self.officer($0, field: "replaces") })
        try plan.put(duty)
        plan.summary.append(Words.duty(duty, in: directory))
        if let replaced = duty.replaces,
            !directory.duties.overlapping(of: duty.counter, from: start, until: until).contains(where: {
                $0.officer == replaced
            })
        {
            plan.notes.append(Words.replacesNobody(replaced, in: directory))
        }
        try noteCrew(at: duty.counter, start, &plan)
        return plan
    }
}
