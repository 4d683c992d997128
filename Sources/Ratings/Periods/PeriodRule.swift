/// Which days a named period covers.
public enum PeriodRule {
    /// The period called `name` (`YYYY-MM`): as listed, else as the rule in force proposes it. Nil for no such name.
    public static func period(named name: String, in directory: Directory) -> ReportPeriod? {
        if let listed = directory.periods[name] { return listed }
        let parts = name.split(separator: "-")
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let year = Int(parts[0]),
            let month = Int(parts[1]), let start = Day(year: year, month: month, day: 1)
        else { return nil }
        let next = month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
        guard let next else { return nil }
        let firstDay = directory.settings.periodFirstDay(at: directory.settings.zone.start(of: start))
        guard firstDay > 1 else { return ReportPeriod(name: name, first: start, last: next.advanced(by: -1)) }
        let before = month == 1 ? (year - 1, 12) : (year, month - 1)
        guard let first = Day(year: before.0, month: before.1, day: firstDay),
            let last = Day(year: year, month: month, day: firstDay - 1)
        else { return nil }
        return ReportPeriod(name: name, first: first, last: last)
    }

    /// The days of a period by its name: those of the centre's months in it, whatever day they begin on. Nil where a month
    /// has none.
    public static func span(of name: PeriodName, in directory: Directory) -> PeriodSpan? {
        let months = name.monthNames.compactMap { period(named: $0, in: directory) }
        guard months.count == name.months.count else { return nil }
        return PeriodSpan(name: name, months: months)
    }

    /// The span that is called `text`: as `PeriodName` reads it, or a listed period with another name. Nil where there is
    /// none, or it ends before it begins.
    public static func span(named text: String, in directory: Directory) -> PeriodSpan? {
        if let name = PeriodName(text) { return span(of: name, in: directory) }
        guard let listed = directory.periods[text], listed.first <= listed.last else { return nil }
        return PeriodSpan(days: listed.first...listed.last)
    }

    /// The span before this one: of its name, else as many days. Nil where the name has none before it.
    public static func span(before span: PeriodSpan, in directory: Directory) -> PeriodSpan? {
        if let name = span.name { return name.previous.flatMap { self.span(of: $0, in: directory) } }
        let last = span.days.lowerBound.advanced(by: -1)
        return PeriodSpan(days: last.advanced(by: 1 - span.days.count)...last)
    }

    /// The same span of the year before; without a name the same dates, and 28 February for the 29th.
    public static func span(yearBefore span: PeriodSpan, in directory: Directory) -> PeriodSpan? {
        if let name = span.name { return self.span(of: name.lastYear, in: directory) }
        func yearBefore(_ day: Day) -> Day? {
            let (year, month, number) = day.civil
            return Day(year: year - 1, month: month, day: number) ?? Day(year: year - 1, month: month, day: 28)
        }
        guard let first = yearBefore(span.days.lowerBound), let last = yearBefore(span.days.upperBound) else {
            return nil
        }
        return PeriodSpan(days: first...last)
    }

    /// The year to date as far as its months are over on `day`; at least January.
    public static func yearToDate(of year: Int, through month: Int, endedBy day: Day, in directory: Directory)
        -> PeriodName
    {
        let ended = (1...month).filter { number in
            period(named: name(year: year, month: number), in: directory).map { $0.last < day } ?? false
        }
        return .yearToDate(year: year, through: ended.last ?? 1)
    }

    /// The name of the period that covers exactly these days, if there is one.
    public static func name(of days: ClosedRange<Day>, in directory: Directory) -> String? {
        let (year, month, _) = days.upperBound.civil
        let name = name(year: year, month: month)
        guard let period = period(named: name, in: directory) else { return nil }
        return period.first == days.lowerBound && period.last == days.upperBound ? name : nil
    }

    /// `2020-06`.
    public static func name(year: Int, month: Int) -> String {
        "\(String(year).leftPadded(to: 4))-\(String(month).leftPadded(to: 2))"
    }

    /// The periods named after the months from that of `first` to the one after that of `last`; of more than ten years
    /// the last ten, since what is older has long been issued.
    public static func periods(from first: Day, to last: Day, in directory: Directory) -> [ReportPeriod] {
        var (year, month, _) = first.civil
        let (lastYear, lastMonth, _) = last.civil
        var periods: [ReportPeriod] = []
        while (year, month) <= (lastMonth == 12 ? lastYear + 1 : lastYear, lastMonth % 12 + 1) {
            if let period = period(named: name(year: year, month: month), in: directory) { periods.append(period) }
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return Array(periods.suffix(120))
    }
}
