import Ratings

/// Checks the shares that a text gives with their counts: `820 hồ sơ, chiếm 82,1%`.
public struct ShareCheck {
    /// A count of which the share is known.
    private struct Known {
        var name: String
        var count: Int
        var whole: Int
    }

    private var known: [Known] = []

    /// A check against the totals of a period: its ratings and its dossiers.
    public init(_ ratings: RatingTable, _ dossiers: [FigureTable]) {
        let total = ratings.total
        let counts =
            ratings.columns.columns.map { ($0.heading, total[$0]) }
            + [("hài lòng", total.satisfied), ("không hài lòng", total.dissatisfied)]
        known = counts.map { Known(name: $0, count: $1, whole: total.total) }
        for table in dossiers {
            let totals = table.total ?? table.sums
            for (column, count) in zip(table.columns, totals) {
                guard let base = table.base(of: column), let whole = table.columns.firstIndex(of: base) else {
                    continue
                }
                known.append(Known(name: column.heading, count: count, whole: totals[whole]))
            }
        }
    }

    /// The shares that are not those of their counts: wrong where the count stands in a table, to be looked at where it
    /// is the share of nothing that stands there.
    public func findings(in text: String, at place: String) -> [CheckFinding] {
        TextCheck.normal(text).matches(of: Self.claim).compactMap { claim in
            guard let count = Int(claim.1.filter { $0 != "." }), let stated = PrintedShare(String(claim.2)) else {
                return nil
            }
            func isRight(_ known: Known, _ count: Int) -> Bool {
                Share(count, of: known.whole)?.text(decimals: stated.decimals) == stated.text
            }
            let meant = known.filter { $0.count == count }
            if meant.contains(where: { isRight($0, count) }) { return nil }
            if let first = meant.first, let share = Share(count, of: first.whole) {
                let expected = share.text(decimals: stated.decimals)
                return CheckFinding(
                    .wrong, .shares, at: place, stated: stated.text, expected: expected,
                    "“\(claim.0)”: \(count.vietnamese)/\(first.whole.vietnamese) (\(first.name)) là \(expected)")
            }
            guard !known.contains(where: { isRight($0, count) }) else { return nil }
            return CheckFinding(
                .doubtful, .shares, at: place, stated: stated.text,
                "“\(claim.0)”: không phải tỷ lệ của số này trên tổng số nào trong các bảng")
        }
    }

    // A pattern is no Sendable; it is made where it is used.
    private static var claim: Regex<(Substring, Substring, Substring)> {
        /(\d[\d.]*) [^\d.;%()]{1,60}?[,(]? ?(?:chiếm|đạt)(?: tỷ lệ)? (\d+(?:,\d+)?) ?%/.ignoresCase()
    }
}
