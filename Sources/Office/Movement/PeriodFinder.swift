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
        let (year, month, _) = day.civil
        for name in [Self.name(year, month), month == 12 ? Self.name(year + 1, 1) : Self.name(year, month + 1)] {
            guard let period = PeriodRule.period(named: name, in: directory) else { continue }
            if period.first <= day, day <= period.last { return period }
        }
        return nil
    }

    /// `2020-06`.
    static func name(_ year: Int, _ month: Int) -> String {
        "\(String(year).leftPadded(to: 4))-\(String(month).leftPadded(to: 2))"
    }
}
