import Ratings

/// Checks the shares that a text gives with their counts: `820 hồ sơ, chiếm 82,1%`.
struct ShareCheck {
    /// A count of which the share is known.
    private struct Known {
        var name: String
        var count: Int
        var whole: Int
    }

    private var known: [Known] = []
    private let scope: TextScope

    /// A check against the totals of a period: its ratings and its dossiers.
    init(_ ratings: RatingTable, _ dossiers: [FigureTable]) {
        scope = TextScope(days: ratings.days, name: ratings.periodName)
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
    /// table, to be looked at where it is the share of nothing that stands there or perhaps of another period or place.
    func findings(in text: String, at place: String) -> [CheckFinding] {
        findings(in: TextSentences.of(TextCheck.normal(text)).map { String($0) }, at: place).findings
    }

    /// Those in sentences, and how many shares were compared in each.
    func findings(in sentences: [String], at place: String) -> (findings: [CheckFinding], compared: [Int]) {
        var (findings, told): ([CheckFinding], [CheckFinding]) = ([], [])
        var compared: [Int] = []
        let (fraction, claim) = (Self.fraction, Self.claim)
        for sentence in sentences {
            let fractions = Self.fractions(in: sentence, at: place, fraction)
            let counts = counts(in: fractions.rest, at: place, claim)
            findings += fractions.findings
            told += counts.findings
            compared.append(fractions.compared + counts.compared)
        }
        return (findings + told, compared)
    }

    /// What is said of a part and its whole: `820/1.000 hồ sơ, đạt 82,0%`, `820 trong 1.000 hồ sơ (82,0%)`, `82,0%
    /// (820/1.000)`, `trong 1.000 hồ sơ có 820 hồ sơ đúng hạn (82,0%)`; how many, and the text without it.
    private static func fractions(
        in text: String, at place: String, _ fraction: Regex<Fraction>
    ) -> (findings: [CheckFinding], compared: Int, rest: String) {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return ([], 0, text) }
        var findings: [CheckFinding] = []
        var (rest, compared) = ("", 0)
        var end = text.startIndex
        for match in text.matches(of: fraction) {
            guard let part = (match.part ?? match.first ?? match.some).flatMap(count),
                let whole = match.whole ?? match.second ?? match.all,
                !isYear(whole), let all = count(whole), part <= all,
                let stated = (match.behind ?? match.before ?? match.told).flatMap({ PrintedShare(String($0)) }),
                let expected = Share(part, of: all)?.text(decimals: stated.decimals)
            else { continue }
            rest += text[end..<match.range.lowerBound] + "…"
            end = match.range.upperBound
            compared += 1
            guard stated.text != expected else { continue }
            findings.append(
                CheckFinding(
                    .wrong, .shares, at: place, stated: stated.text, expected: expected,
                    "“\(match.0)”: \(part.vietnamese)/\(all.vietnamese) là \(expected)"))
        }
        return (findings, compared, rest + text[end...])
    }

    private static func count(_ text: Substring) -> Int? { Int(text.filter { $0 != "." }) }

    /// `5/2020` is a month, `61/2018` a document.
    private static func isYear(_ whole: Substring) -> Bool {
        !whole.contains(".") && Int(whole).map((1900...2100).contains) ?? false
    }

    private func counts(
        in text: String, at place: String, _ claim: Regex<(Substring, Substring, Substring)>
    ) -> (findings: [CheckFinding], compared: Int) {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return ([], 0) }
        var findings: [CheckFinding] = []
        var (isElsewhere, end, compared) = (false, text.startIndex, 0)
        for claim in text.matches(of: claim) {
            guard let count = Self.count(claim.1), let stated = PrintedShare(String(claim.2)) else { continue }
            func isRight(_ known: Known) -> Bool {
                Share(count, of: known.whole)?.text(decimals: stated.decimals) == stated.text
            }
            isElsewhere = isElsewhere || scope.isElsewhere(text[end..<claim.range.lowerBound])
            end = claim.range.upperBound
            let meant = known.filter { $0.count == count }
            compared += meant.isEmpty ? 0 : 1
            if meant.contains(where: isRight) { continue }
            if let first = meant.first, let share = Share(count, of: first.whole) {
                let isSure = !isElsewhere && !scope.isElsewhere(claim.0)
                let expected = share.text(decimals: stated.decimals)
                findings.append(
                    CheckFinding(
                        isSure ? .wrong : .doubtful, .shares, at: place, stated: stated.text, expected: expected,
                        "“\(claim.0)”: \(count.vietnamese)/\(first.whole.vietnamese) (\(first.name)) là \(expected)"))
            } else if !known.contains(where: isRight) {
                findings.append(
                    CheckFinding(
                        .doubtful, .shares, at: place, stated: stated.text,
                        "“\(claim.0)”: không phải tỷ lệ của số này trên tổng số nào trong các bảng"))
            }
        }
        return (findings, compared)
    }

    private typealias Fraction = (
        Substring, all: Substring?, unit: Substring?, some: Substring?, told: Substring?, part: Substring?,
        whole: Substring?, behind: Substring?, before: Substring?, first: Substring?, second: Substring?
    )

    // A pattern is no Sendable; it is made where it is used, once a text.
    private static var fraction: Regex<Fraction> {
        #/
        (?:trong|trên)\s(?:tổng\s)?(?:số\s)?(?<all>\d{1,3}(?:\.\d{3}){1,4}|\d{1,13})\s(?<unit>hồ\ssơ|lượt)
        (?:\s[^\d.;%()]{1,40}?)?,?\scó\s(?<some>\d{1,3}(?:\.\d{3}){1,4}|\d{1,13})\s\k<unit>
        (?:\s[^\d.;%()]{1,60}?)?,?\s?\(?(?:chiếm|đạt|bằng|là)?(?:\stỷ\slệ)?\s?
        (?<told>\d{1,3}(?:,\d{1,6})?)\s?%
        |
        (?<part>\d{1,3}(?:\.\d{3}){1,4}|\d{1,13})
        (?:\s?\/\s?|\s(?:hồ\ssơ\s|lượt\s)?(?:trong|trên)\s(?:tổng\s)?(?:số\s)?)
        (?<whole>\d{1,3}(?:\.\d{3}){1,4}|\d{1,13})(?![\d\/])
        (?:\s[^\d.;%()\/,]{1,60}?)?,?\s?(?:chiếm|đạt|bằng|là)?(?:\stỷ\slệ)?\s?
        \(?(?<behind>\d{1,3}(?:,\d{1,6})?)\s?%
        |
        (?<before>\d{1,3}(?:,\d{1,6})?)\s?%\s?\([^\d()%]{0,40}?
        (?<first>\d{1,3}(?:\.\d{3}){1,4}|\d{1,13})\s?\/\s?(?<second>\d{1,3}(?:\.\d{3}){1,4}|\d{1,13})(?![\d\/])
        /#
        .ignoresCase()
    }

    private static var claim: Regex<(Substring, Substring, Substring)> {
        /(\d[\d.]{0,16}) [^\d.;%()]{1,60}?[,(]? ?(?:chiếm|đạt)(?: tỷ lệ)? (\d{1,3}(?:,\d{1,6})?) ?%/.ignoresCase()
    }
}
