import ArgumentParser
import Ratings
import Reports

/// State, number and date of a paper that 'hailong report issue' does not keep: a table of days without a name, a notice.
struct StateOptions: ParsableArguments {
    @Option(
        name: .long,
        help: """
            Of a paper that 'hailong report issue' does not keep: draft (marked DỰ THẢO, the default), for_signature, or \
            issued (with --number and --date).
            """)
    var state: Paper.State?

    @Option(name: .long, help: "Number of such a paper, where it is issued.")
    var number: Int?

    @Option(name: .long, help: "Day of such a paper, where it is issued, YYYY-MM-DD.")
    var date: String?

    /// The options that were given, as they are typed.
    var given: [String] {
        let options = [("--state", state != nil), ("--number", number != nil), ("--date", date != nil)]
        return options.filter(\.1).map(\.0)
    }

    func apply(to settings: inout PaperSettings) throws {
        settings.state = state ?? settings.state
        settings.number = number
        settings.date = try date.map { try Day.typed($0) }
    }

    /// Refuses to sign today's figures of a period, which may be others tomorrow, and what is never signed by itself.
    func check(for table: some ReportTable, of period: String?) throws {
        guard !given.isEmpty, given != ["--state"] || state != .draft else { return }
        let options = given.joined(separator: ", ")
        guard table.isIssued else {
            throw CommandFailure.refused(
                "\(options): a year to date, a comparison and a coverage are told beside reports, and never issued by "
                    + "themselves. Leave \(options) out.")
        }
        guard let period else { return }
        throw CommandFailure.refused(
            "\(options): today's figures of \(period) are a draft. Freeze them with 'hailong report issue submit --period "
                + "\(period)'; 'hailong report issue publish' then gives number and date.")
    }
}

extension Paper.State: ExpressibleByArgument {}
