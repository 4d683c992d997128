import Ratings

/// Which reporting period a day is in: a listed one, else the one that the rule proposes.
struct PeriodFinder {
    let directory: Directory
    private let listed: [ReportPeriod]

    init(_ directory: Directory) {
        self.directory = directory
        listed = directory.periods.values.sorted { $0.first < $1.first }
    }

    /// The period of `day`; nil where it is in none.
    func period(of day: Day) -> ReportPeriod? {
        if let period = listed.first(where: { $0.first <= day && day <= $0.last }) { return period }
        return PeriodRule.periods(from: day, to: day, in: directory).first { $0.first <= day && day <= $0.last }
    }
}
