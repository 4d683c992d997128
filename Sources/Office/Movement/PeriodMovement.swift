import Ratings

/// Says how the totals of periods change when their days do: no cell moves then, but the table is another one.
struct PeriodMovement {
    let before: Directory
    let after: Directory
    let tallies: (ClosedRange<Day>) throws -> [Tally]

    /// One line for each period whose days change and that has, or had, ratings; and for each that is listed anew.
    /// - Throws: what `tallies` throws.
    func lines(changing records: [StoredRecord], until today: Day) throws -> [String] {
        var names = Set(records.filter { $0.kind == .period }.map(\.key))
        let defined = names
        for record in records where record.kind == .setting {
            let setting = try record.decoded(as: Setting.self)
            guard setting.name == .periodFirstDay else { continue }
            let first = after.settings.zone.day(of: setting.since)
            names.formUnion(PeriodRule.periods(from: first, to: today, in: after).map(\.name))
        }
        var lines: [String] = []
        for name in names.sorted() {
            guard let new = PeriodRule.period(named: name, in: after) else { continue }
            let old = PeriodRule.period(named: name, in: before)
            guard old != new || before.periods[name] != after.periods[name] else { continue }
            let total = try total(of: new)
            let oldTotal = try old.map { try self.total(of: $0) } ?? 0
            if defined.contains(name) || total != oldTotal {
                lines.append(Words.period(new, total: total, before: oldTotal == total ? nil : oldTotal))
            }
        }
        return lines
    }

    private func total(of period: ReportPeriod) throws -> Int {
        guard period.first <= period.last else { return 0 }
        return try tallies(period.first...period.last).reduce(0) { $0 + $1.count }
    }
}
