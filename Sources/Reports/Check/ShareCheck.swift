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

    /// The shares that are not those of their counts: wrong where both numbers stand beside them or the count stands in a
    /// table, to be looked at where it is the share of nothing that stands there.
    public func findings(in text: String, at place: String) -> [CheckFinding] {
        let (findings, rest) = Self.fractions(in: TextCheck.normal(text), at: place)
        return findings + counts(in: rest, at: place)
    }

    /// What is said of a part and its whole: `820/1.000 hồ sơ, đạt 82,0%`, `82,0% (820/1.000)`; and the text without it.
    private static func fractions(in text: String, at place: String) -> (findings: [CheckFinding], rest: String) {
        let fraction =
            #/
            (?<part>\d{1,3}(?:\.\d{3}){1,4}|\d{1,13})\s?\/\s?(?<whole>\d{1,3}(?:\.\d{3}){1,4}|\d{1,13})(?![\d\/])
            (?:\s[^\d.;%()\/,]{1,60}?)?,?\s?(?:chiếm|đạt|bằng|là)?(?:\stỷ\slệ)?\s?
            \(?(?<behind>\d{1,3}(?:,\d{1,6})?)\s?%
            |
            (?<before>\d{1,3}(?:,\d{1,6})?)\s?%\s?\([^\d()%]{0,40}?
            (?<first>\d{1,3}(?:\.\d{3}){1,4}|\d{1,13})\s?\/\s?(?<second>\d{1,3}(?:\.\d{3}){1,4}|\d{1,13})(?![\d\/])
            /#
            .ignoresCase()
        var findings: [CheckFinding] = []
        var rest = ""
        var end = text.startIndex
        for match in text.matches(of: fraction) {
            guard let part = (match.part ?? match.first).flatMap(count), let whole = match.whole ?? match.second,
                !isYear(whole), let all = count(whole), part <= all,
                let stated = (match.behind ?? match.before).flatMap({ PrintedShare(String($0)) }),
                let expected = Share(part, of: all)?.text(decimals: stated.decimals)
            else { continue }
            rest += text[end..<match.range.lowerBound] + "…"
            end = match.range.upperBound
            guard stated.text != expected else { continue }
            findings.append(
                CheckFinding(
                    .wrong, .shares, at: place, stated: stated.text, expected: expected,
                    "“\(match.0)”: \(part.vietnamese)/\(all.vietnamese) là \(expected)"))
        }
        return (findings, rest + text[end...])
    }

    private static func count(_ text: Substring) -> Int? { Int(text.filter { $0 != "." }) }

    /// `5/2020` is a month, `61/2018` a document.
    private static func isYear(_ whole: Substring) -> Bool {
        !whole.contains(".") && Int(whole).map((1900...2100).contains) ?? false
    }

    private func counts(in text: String, at place: String) -> [CheckFinding] {
        text.matches(of: Self.claim).compactMap { claim in
            guard let count = Self.count(claim.1), let stated = PrintedShare(String(claim.2)) else { return nil }
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
        /(\d[\d.]{0,16}) [^\d.;%()]{1,60}?[,(]? ?(?:chiếm|đạt)(?: tỷ lệ)? (\d{1,3}(?:,\d{1,6})?) ?%/.ignoresCase()
    }
}
