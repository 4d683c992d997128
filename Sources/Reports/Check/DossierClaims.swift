import Ratings

/// What a text says of the dossiers of a period, clause by clause: `quá hạn 09 hồ sơ, chiếm 0,09%`. The program's own
/// sentences consist of such clauses, and so do most that people write.
struct DossierClaims {
    private typealias Figure = DossierFigures.Figure

    /// The clauses that do not agree: wrong, but to be looked at where they may be about a unit or another period.
    private(set) var findings: [CheckFinding] = []
    /// The text without the clauses that were compared.
    var rest: String { sentences.joined(separator: ". ") }
    /// Its sentences without those clauses, as many as the text has.
    private(set) var sentences: [String] = []
    /// How many clauses were compared, by sentence.
    private(set) var compared: [Int] = []

    private let figures: DossierFigures
    private let units: [(name: [UInt8], figures: DossierFigures)]
    private let scope: TextScope

    /// Compares `text` with the totals of `report`.
    init(in text: String, at place: String, of report: DossierReport) {
        self.init(TextSentences.of(TextCheck.normal(text)), at: place, of: report)
    }

    init(_ text: [Substring], at place: String, of report: DossierReport) {
        figures = DossierFigures(report)
        units = report.rows.map { row in
            var alone = report
            alone.rows = [row]
            return (Array(row.name.lowercased().utf8), DossierFigures(alone))
        }
        scope = TextScope(days: report.days, name: report.periodName)
        // A bare "quá hạn" goes on about what was told last.
        var topics: [Topic] = []
        let clause = Self.clause
        for sentence in text {
            topics = Array(topics.suffix(1))
            compared.append(0)
            sentences.append(compare(sentence, at: place, clause, &topics))
        }
    }

    /// What dossiers can be late in.
    private enum Topic { case resolved, inProgress }

    /// Compares a sentence; gives what is left of it.
    private mutating func compare(
        _ sentence: Substring, at place: String, _ clause: Regex<Clause>, _ topics: inout [Topic]
    ) -> String {
        var left = ""
        var end = sentence.startIndex
        var isElsewhere = false
        for match in sentence.matches(of: clause) {
            let words = (match.none ?? match.before ?? match.behind ?? match.topic).map { $0.lowercased() } ?? ""
            if words == "đã giải quyết" || words == "kết quả giải quyết" { topics = [.resolved] }
            if words == "đang giải quyết" { topics = [.inProgress] }
            guard let count = match.none == nil ? (match.count ?? match.first).flatMap(Self.count) : 0 else { continue }
            let claim = Claim(
                text: String(match.0), words: words, count: count,
                share: match.share.flatMap { PrintedShare(String($0)) },
                base: match.base?.lowercased())
            let options = Self.options(words, topics.last, figures)
            guard !options.isEmpty else { continue }
            let between = sentence[end..<match.range.lowerBound]
            left += between + "…"
            end = match.range.upperBound
            compared[compared.count - 1] += 1
            isElsewhere = isElsewhere || scope.isElsewhere(between)
            if options.contains(where: { Self.agrees(claim, $0, figures) }) { continue }
            let behind = sentence[end...].prefix(100)
            let named = units(in: sentence[..<match.range.lowerBound].suffix(300) + behind.prefix { $0 != ";" })
            if named.contains(where: { unit in
                Self.options(words, topics.last, unit).contains { Self.agrees(claim, $0, unit) }
            }) {
                continue
            }
            let isSure = named.isEmpty && !isElsewhere && !scope.isElsewhere(behind.prefix { !",;:(.".contains($0) })
            let expected = Self.text(options.first { $0.count == count } ?? options[0], like: claim, figures)
            findings.append(
                CheckFinding(
                    isSure ? .wrong : .doubtful, .text, at: place, stated: claim.text, expected: expected,
                    "“\(claim.text)”, theo bảng là \(expected)"))
        }
        return left + sentence[end...]
    }

    private typealias Clause = (
        Substring, none: Substring?, before: Substring?, count: Substring?, first: Substring?, behind: Substring?,
        share: Substring?, base: Substring?, topic: Substring?
    )

    // A pattern is no Sendable; it is made where it is used, once a text.
    private static var clause: Regex<Clause> {
        #/
        (?:
          không\scó\shồ\ssơ\s(?:nào\s)?
          (?<none>
            đã\snhận|kỳ\strước\schuyển\ssang|tiếp\snhận\smới|tiếp\snhận\strực\stuyến|đã\sgiải\squyết
            |đang\sgiải\squyết|bị\strả\slại|trước\shạn\svà\sđúng\shạn|còn\shạn|quá\shạn)
          |
          (?<before>
            đã\snhận|kỳ\strước\schuyển\ssang|tiếp\snhận\smới|mới\stiếp\snhận|tiếp\snhận\strực\stuyến
            |nhận\squa\strực\stuyến|tiếp\snhận|đã\sgiải\squyết|kết\squả\sgiải\squyết|đang\sgiải\squyết
            |bị\strả\slại|trước\shạn\svà\sđúng\shạn|đúng\shạn\svà\strước\shạn|trước\svà\sđúng\shạn|còn\shạn|quá\shạn)
          (?:\sđược)?(?:\slà)?:?\s(?<count>\d[\d.]{0,14})\shồ\ssơ(?:\sthủ\stục\shành\schính|\sTTHC)?
          |
          (?<first>\d[\d.]{0,14})\shồ\ssơ\s(?:được\s|giải\squyết\s)?
          (?<behind>đã\sgiải\squyết|đang\sgiải\squyết|bị\strả\slại|còn\shạn|quá\shạn)
        )
        (?:
          ,?\s\(?(?:chiếm|đạt)(?:\stỷ\slệ)?\s(?<share>\d{1,3}(?:,\d{1,6})?)\s?%
          (?:\s(?:trên\s|của\s)?(?:tổng\s)?số\shồ\ssơ\s(?<base>đã\snhận|đã\sgiải\squyết|đang\sgiải\squyết))?
        )?
        |
        (?<topic>đã\sgiải\squyết|đang\sgiải\squyết)
        /#
        .ignoresCase()
    }

    /// A clause.
    private struct Claim {
        var text: String
        var words: String
        var count: Int
        var share: PrintedShare?
        /// What the share is said to be taken in.
        var base: String?
    }

    /// The units that are named.
    private func units(in words: some StringProtocol) -> [DossierFigures] {
        let words = Array(words.lowercased().utf8)
        return units.filter { Sentence.isThere($0.name, in: words) }.map(\.figures)
    }

    private static func count(_ text: Substring) -> Int? { Int(text.filter { $0 != "." }) }

    /// The figures that the words may mean.
    private static func options(_ words: String, _ topic: Topic?, _ figures: DossierFigures) -> [Figure] {
        let found: [Figure?] =
            switch words {
            case "đã nhận": [figures.received]
            // Of a month people say it of the new ones, too.
            case "tiếp nhận": [figures.received, figures.receivedNew]
            case "kỳ trước chuyển sang": [figures.carriedOver]
            case "tiếp nhận mới", "mới tiếp nhận": [figures.receivedNew]
            case "tiếp nhận trực tuyến", "nhận qua trực tuyến": [figures.online]
            case "đã giải quyết", "kết quả giải quyết": [figures.resolved]
            case "đang giải quyết": [figures.inProgress]
            case "bị trả lại": [figures.returned]
            case "còn hạn": [figures.inProgressInTime]
            case "quá hạn":
                switch topic {
                case .resolved: [figures.resolvedLate]
                case .inProgress: [figures.overdue]
                case nil: [figures.resolvedLate, figures.overdue]
                }
            default: [figures.resolvedInTime]
            }
        return found.compactMap(\.self)
    }

    private static func agrees(_ claim: Claim, _ figure: Figure, _ figures: DossierFigures) -> Bool {
        guard claim.count == figure.count else { return false }
        guard let stated = claim.share, let share = share(of: figure, claim.base, figures) else { return true }
        return share.text(decimals: stated.decimals) == stated.text
    }

    private static func share(of figure: Figure, _ base: String?, _ figures: DossierFigures) -> Share? {
        let whole: Figure? =
            switch base {
            case "đã nhận": figures.received
            case "đã giải quyết": figures.resolved
            case "đang giải quyết": figures.inProgress
            default: nil
            }
        return whole.map { Share(figure.count, of: $0.count) } ?? figure.share
    }

    private static func text(_ figure: Figure, like claim: Claim, _ figures: DossierFigures) -> String {
        let count = "\(figure.count.inProse) hồ sơ"
        guard let stated = claim.share, let share = share(of: figure, claim.base, figures) else { return count }
        return "\(count), chiếm \(share.text(decimals: stated.decimals))%"
    }
}
