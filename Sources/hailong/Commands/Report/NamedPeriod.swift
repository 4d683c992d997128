import ArgumentParser
import Ratings

/// A period that a report is kept of.
struct NamedPeriod: ParsableArguments {
    @Option(
        name: [.customLong("month"), .customLong("period")],
        help: "The period by its name: 2020-06, 2020-Q2, 2020-H1, 2020-9M or 2020.")
    var text: String

    /// The name under which its editions are kept.
    var name: String { PeriodName(text)?.description ?? text }
}
