import ArgumentParser
import Ratings

/// Which days a report is of.
struct PeriodOptions: ParsableArguments {
    @Option(name: .long, help: "First day, YYYY-MM-DD, inclusive.")
    var from: String?

    @Option(name: .long, help: "Last day, YYYY-MM-DD, inclusive.")
    var to: String?

    @Option(name: .long, help: "A month's period by its name, YYYY-MM.")
    var month: String?

    @Option(
        name: .long,
        help: """
            A period by its name: 2020-06, 2020-Q2, 2020-H1 and -H2 (six months), 2020-9M, 2020, or 2020-YTD and \
            2020-YTD-06 (the sum of the months so far, or through June).
            """)
    var period: String?

    func validate() throws {
        let names = [month, period].compactMap(\.self).count
        guard names + (from != nil || to != nil ? 1 : 0) == 1, (from == nil) == (to == nil) else {
            throw ValidationError("Give --period, --month, or --from and --to.")
        }
    }

    func span(in directory: Directory, at now: Instant) throws -> PeriodSpan {
        if let text = month ?? period { return try named(text, in: directory, at: now) }
        let (first, last) = (try Day.typed(from ?? ""), try Day.typed(to ?? ""))
        guard first <= last else {
            throw CommandFailure.refused(
                "the period ends (\(last)) before it starts (\(first)). Exchange --from and --to.")
        }
        let name = PeriodRule.name(of: first...last, in: directory).flatMap(PeriodName.init)
        return PeriodSpan(name: name, days: first...last)
    }

    private func named(_ text: String, in directory: Directory, at now: Instant) throws -> PeriodSpan {
        guard var name = PeriodName(text) else {
            throw CommandFailure.usage(
                "'\(text)' is no period. Write YYYY-MM, or YYYY-Q1 to -Q4, YYYY-H1, YYYY-H2, YYYY-9M, YYYY, YYYY-YTD.")
        }
        if month != nil {
            guard case .month = name else {
                throw CommandFailure.usage("'\(text)' is no month. Write YYYY-MM, or use --period.")
            }
        }
        if case .yearToDate(let year, let month) = name {
            let today = directory.settings.zone(at: now).day(of: now)
            name = PeriodRule.yearToDate(of: year, through: month, endedBy: today, in: directory)
        }
        guard let span = PeriodRule.span(of: name, in: directory) else {
            throw CommandFailure.refused(
                "a month of \(text) ends before it begins, or after the year 9999. If periods.csv has it, correct it there "
                    + "and import it.")
        }
        return span
    }
}
