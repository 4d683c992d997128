import Ratings

/// Checks the days of a period beside those of others.
public enum PeriodCheck {
    /// What is wrong with the days of `period`: it ends before it begins, shares days with another, or leaves days
    /// between itself and its neighbours.
    public static func findings(_ period: ReportPeriod, beside others: [ReportPeriod]) -> [CheckFinding] {
        let place = "Kỳ \(period.name)"
        guard period.first <= period.last else { return [reversed(period.first, period.last, at: place)] }
        let others = others.filter { $0.name != period.name && $0.first <= $0.last }
        var findings = others.filter { $0.first <= period.last && period.first <= $0.last }.map { other in
            let shared = max(period.first, other.first)...min(period.last, other.last)
            return CheckFinding(
                .wrong, .overlap, at: place, stated: text(period.first...period.last),
                expected: text(other.first...other.last), "trùng với kỳ \(other.name) \(text(shared))")
        }
        let before = others.filter { $0.last < period.first }.max { $0.last < $1.last }
        if let before, before.last.advanced(by: 1) < period.first {
            findings.append(gap(before.last, period.first, at: place, beside: before))
        }
        let after = others.filter { $0.first > period.last }.min { $0.first < $1.first }
        if let after, period.last.advanced(by: 1) < after.first {
            findings.append(gap(period.last, after.first, at: place, beside: after))
        }
        return findings
    }

    /// A period that ends before it begins.
    static func reversed(_ first: Day, _ last: Day, at place: String) -> CheckFinding {
        CheckFinding(
            .wrong, .days, at: place, stated: last.vietnamese, expected: first.vietnamese,
            "kết thúc ngày \(last.vietnamese), trước ngày bắt đầu \(first.vietnamese)")
    }

    private static func gap(_ last: Day, _ next: Day, at place: String, beside other: ReportPeriod) -> CheckFinding {
        let left = last.advanced(by: 1)...next.advanced(by: -1)
        return CheckFinding(
            .doubtful, .gap, at: place, stated: next.vietnamese, expected: last.advanced(by: 1).vietnamese,
            "\(text(left)) không thuộc kỳ nào (giữa kỳ này và kỳ \(other.name))")
    }

    private static func text(_ days: ClosedRange<Day>) -> String {
        days.lowerBound == days.upperBound
            ? "ngày \(days.lowerBound.vietnamese)"
            : "từ \(days.lowerBound.vietnamese) đến \(days.upperBound.vietnamese)"
    }
}
