import Ratings

extension Planner {
    /// An invitation under a number that the store gave; the one still open at the counter shuts.
    func invite(
        counter: String, subject: Subject?, windowSeconds: Int?, id: UInt32, open: Invitation?
    ) throws -> Plan {
        let counter = try self.counter(counter)
        if let windowSeconds, !(1...3600).contains(windowSeconds) {
            throw OfficeError("window", "\(windowSeconds)", why: "no window", remedy: "Give seconds from 1 to 3600.")
        }
        let subject = try subject.map { try checked($0, at: counter) }
        let window =
            windowSeconds.map { .seconds($0) } ?? directory.settings.invitationWindow(at: at, counter: counter)
        let invitation = Invitation(
            id: id, counter: counter, opened: at, expires: at + window, by: who, subject: subject)
        var plan = Plan("invite")
        if let open { plan.summary += try closeInvitation(open, in: &plan) }
        try plan.put(invitation)
        plan.invitation = invitation
        plan.summary.append(Words.invited(invitation, in: zone))
        return plan
    }

    private func checked(_ subject: Subject, at counter: String) throws -> Subject {
        if let named = subject.counter, named != counter {
            throw OfficeError(
                "subject", named, why: "another counter than the invitation's (\(counter))",
                remedy: "Leave the subject's counter out.")
        }
        if let field = subject.field, directory.fields[field] == nil {
            throw unknown("field", field, known: directory.fields.keys.sorted(), file: .fields)
        }
        return Subject(
            counter: subject.counter, officer: try subject.officer.map { try officer($0) },
            unit: try subject.unit.map { try unit($0) }, field: subject.field)
    }

    func closeInvitation(_ invitation: Invitation?, id: UInt32) throws -> Plan {
        guard let invitation else {
            throw OfficeError(
                "id", "\(id)", why: "no such invitation", remedy: "Give the number that 'invite' answered.")
        }
        guard invitation.shuts > at else {
            throw OfficeError(
                "id", "\(id)", why: "its window shut on \(moment(invitation.shuts))",
                remedy: "Nothing is left to close.")
        }
        var plan = Plan("close invitation")
        plan.summary = try closeInvitation(invitation, in: &plan)
        return plan
    }

    private func closeInvitation(_ invitation: Invitation, in plan: inout Plan) throws -> [String] {
        var closed = invitation
        closed.closed = max(at, invitation.opened)
        try plan.put(closed)
        plan.invitation = closed
        return [Words.closed(closed)]
    }

    /// Decides on presses; `isKnown` says whether the ledger has one.
    func decide(on presses: [PressKey], isSetAside: Bool, isKnown: (PressKey) throws -> Bool) throws -> Plan {
        var plan = Plan(isSetAside ? "set aside" : "keep")
        let missing = try presses.filter { try !isKnown($0) }
        guard !presses.isEmpty, missing.isEmpty else {
            let remedy = "Look it up with 'hailong press list'."
            throw missing.isEmpty
                ? OfficeError("press", why: "none was named", remedy: remedy)
                : OfficeError(
                    missing.map {
                        Finding(field: "press", value: $0.description, why: "not in the ledger", remedy: remedy)
                    })
        }
        for press in presses {
            let isNow = directory.setAside[press]?.isSetAside ?? false
            guard isNow != isSetAside || directory.setAside[press] == nil else { continue }
            try plan.put(SetAside(press: press, isSetAside: isSetAside))
            plan.summary.append(Words.decided(press, isSetAside: isSetAside))
        }
        if plan.records.isEmpty { plan.summary.append(Words.nothingToDo) }
        return plan
    }

    func set(_ name: Setting.Name, scope: Setting.Scope, value: String, since: Instant?) throws -> Plan {
        let value = SettingRule.normal(CodeRule.clean(value), of: name)
        let setting = Setting(name: name, scope: scope, since: since ?? at, value: value)
        var plan = Plan("set \(name.rawValue)")
        let old = directory.settings.all.filter { $0.name == name && $0.scope == scope && $0.since <= setting.since }
            .max { $0.since < $1.since }
        try plan.put(setting)
        plan.summary.append(Words.set(setting, from: old?.value, in: zone))
        return plan
    }

    func definePeriod(name: String, first: Day, last: Day) throws -> Plan {
        let period = ReportPeriod(name: CodeRule.clean(name), first: first, last: last)
        var plan = Plan("define period")
        if directory.periods[period.name] != period {
            try plan.put(period)
        } else {
            plan.summary.append(Words.nothingToDo)
        }
        return plan
    }
}
