import Ratings
import Reports

extension Planner {
    /// Closes the case of a dissatisfied rating with its cause, or (nil) opens it again. `rating` is what became of the
    /// press; nil where the ledger does not have it.
    func closeCase(of press: PressKey, cause: ClosedCase.Cause?, officer: String?, rating: Rating?) throws -> Plan {
        guard let rating else {
            throw OfficeError(
                "press", press.description, why: "not in the ledger", remedy: "Look it up with 'hailong press list'.")
        }
        let old = directory.closedCases[press]
        var plan = Plan(cause == nil ? "open case" : "close case")
        guard let cause else {
            if let old { plan.withdraw(old) }
            plan.summary = [old == nil ? Words.nothingToDo : Words.reopened(press)]
            return plan
        }
        guard rating.verdict == .counted, rating.column?.isDissatisfied == true else {
            throw OfficeError(
                "press", press.description, why: "no counted rating of somebody dissatisfied",
                remedy: "Only such a one has a case.")
        }
        guard cause == .staff || officer == nil else {
            throw OfficeError(
                "officer", officer, why: "named for a cause that lies with no officer",
                remedy: "Leave --officer out, or give --cause staff.")
        }
        let named = try officer.map { try self.officer($0) } ?? rating.officer
        guard cause != .staff || named != nil else {
            throw OfficeError(
                "officer", why: "nobody is known to have been at the counter",
                remedy: "Name the officer with --officer.")
        }
        let new = ClosedCase(press: press, cause: cause, officer: cause == .staff ? named : nil)
        if new != old { try plan.put(new) }
        plan.summary = [new == old ? Words.nothingToDo : Words.closed(new, directory)]
        return plan
    }
}
