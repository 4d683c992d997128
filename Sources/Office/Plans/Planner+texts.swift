import Ratings
import Reports

extension Planner {
    /// Keeps what persons wrote into the report of a month, in place of what is kept of it: the texts of the edition that
    /// can go to be signed next. Those of one that waits for its signature, or was issued, are frozen with it.
    func write(_ texts: [String: String], of month: String, isReplacement: Bool) throws -> Plan {
        guard let period = PeriodRule.period(named: month, in: directory) else {
            throw OfficeError(
                "month", month, why: "no period", remedy: "Write YYYY-MM, or list it with 'hailong setting period'.")
        }
        do {
            _ = try IssueRule.next(after: directory.editions[period.name] ?? [], isReplacement: isReplacement)
        } catch {
            throw OfficeError([error.finding(period.name)])
        }
        let new = ReportTexts(period: period.name, texts: try cleaned(texts))
        var plan = Plan("write texts")
        let old = directory.texts[period.name]?.texts ?? [:]
        if old != new.texts { try plan.put(new) }
        plan.summary = ReportField.allCases.compactMap { Words.written($0, from: old, to: new.texts) }
        if plan.summary.isEmpty { plan.summary = [Words.nothingToDo] }
        return plan
    }

    private func cleaned(_ texts: [String: String]) throws -> [String: String] {
        var cleaned: [String: String] = [:]
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            guard ReportField(rawValue: name)?.isWritten == true else {
                throw OfficeError(
                    "texts", name, why: "no field that a person writes",
                    remedy: "See the fields with 'hailong report template --fields'.")
            }
            let paragraphs = text.split(whereSeparator: \.isNewline).map(CodeRule.clean).filter { !$0.isEmpty }
            let whole = paragraphs.joined(separator: "\n")
            guard whole.count <= 20_000 else {
                throw OfficeError(
                    "texts", name, why: "\(whole.count) letters are more than 20000", remedy: "Write less.")
            }
            guard !paragraphs.joined().unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
            else {
                throw OfficeError(
                    "texts", name, why: "it holds a control character", remedy: "Save it as plain text again.")
            }
            if !whole.isEmpty { cleaned[name] = whole }
        }
        return cleaned
    }
}
