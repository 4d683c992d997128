import Ratings

extension Planner {
    /// Accepts the finding of this mark.
    func accept(_ mark: String, among items: [MonthCheck.Item], of month: String, why: String) throws -> Plan {
        guard let item = items.first(where: { $0.mark == CodeRule.clean(mark) }) else {
            let known = items.filter { $0.acceptance == nil }.map(\.mark).joined(separator: ", ")
            throw OfficeError(
                "finding", mark, why: "no finding of \(month) has this mark",
                remedy: known.isEmpty ? "There is none to accept." : "Name one of \(known).")
        }
        var plan = Plan("accept finding")
        guard item.acceptance == nil else {
            plan.summary = [Words.nothingToDo]
            return plan
        }
        let why = CodeRule.clean(why)
        try plan.put(
            FindingAcceptance(subject: month, finding: item.mark, text: item.finding.line, who: who, why: why))
        plan.summary = [Words.accepted(item, why: why)]
        return plan
    }
}
