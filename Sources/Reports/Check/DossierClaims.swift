import Ratings

/// What a text says of the dossiers of a period, clause by clause: `quá hạn 09 hồ sơ, chiếm 0,09%`. The program's own
/// sentences consist of such clauses, and so do most that people write.
public struct DossierClaims {
    private typealias Figure = DossierFigures.Figure

    /// The clauses that do not agree: wrong, but to be looked at where they may be about a unit or another period.
    public private(set) var findings: [CheckFinding] = []
    /// The text without the clauses that were compared.
    public private(set) var rest = ""

    private let figures: DossierFigures
    private let units: [(name: String, figures: DossierFigures)]

    /// Compares `text` with the totals of `report`.
    public init(in text: String, at place: String, of report: DossierReport) {
        figures = DossierFigures(report)
        units = report.rows.map { row in
            var alone = report
            alone.rows = [row]
            return (row.name.lowercased(), DossierFigures(alone))
        }
        // A bare "quá hạn" goes on about what was told last.
        var topics: [Topic] = []
        for sentence in TextCheck.normal(text).split(separator: ". ", omittingEmptySubsequences: true) {
            topics = Array(topics.suffix(1))
            rest += compare(sentence, at: place, &topics) + ". "
        }
    }

    /// What dossiers can be late in.
    private enum Topic { case resolved, inProgress }

    /// Compares a sentence; gives what is left of it.
    private mutating func compare(_ sentence: Substring, at place: String, _ topics: inout [Topic]) -> String {
        let claim =
            #/
            (?:
              không\scó\shồ\ssơ\s(?:nào\s)?
              (?<none>
                đã\snhận|kỳ\strước\schuyển\ssang|tiếp\snhận\smới|tiếp\snhận\strực\stuyến|đã\sgiải\squyết
                |đang\sgiải\squyết|bị\strả\slại|trước\shạn\svà\sđúng\shạn|còn\shạn|quá\shạn)
              |
              (?<before>
                đã\snhận|kỳ\strước\schuyển\ssang|tiếp\snhận\smới|mới\stiếp\snhận|tiếp\snhận\strực\stuyến
                |nhận\squa\strực\stuyến|tiếp\snhận|đã\sgiải\squyết|đang\sgiải\squyết|bị\strả\slại
                |trước\shạn\svà\sđúng\shạn|đúng\shạn\svà\strước\shạn|trước\svà\sđúng\shạn|còn\shạn|quá\shạn)
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
        var left = ""
        var end = sentence.startIndex
        for match in sentence.matches(of: claim) {
            let words = (match.none ?? match.before ?? match.behind ?? match.topic).map { $0.lowercased() } ?? ""
            if words == "đã giải quyết" { topics = [.resolved] }
            if words == "đang giải quyết" { topics = [.inProgress] }
            guard let count = match.none == nil ? (match.count ?? match.first).flatMap(Self.count) : 0 else { continue }
            let claim = Claim(
                text: String(match.0), words: words, count: count,
                share: match.share.flatMap { PrintedShare(String($0)) },
                base: match.base?.lowercased())
            let options = Self.options(words, topics.last, figures)
            guard !options.isEmpty else { continue }
            left += sentence[end..<match.range.lowerBound] + "…"
            end = match.range.upperBound
            if options.contains(where: { Self.agrees(claim, $0, figures) }) { continue }
            let before = sentence[..<match.range.lowerBound].suffix(300).lowercased()
            let around = before + sentence[match.range.upperBound...].prefix(100).prefix { $0 != ";" }.lowercased()
            let named = units.filter { around.contains($0.name) }
            if named.contains(where: { _, unit in
                Self.options(words, topics.last, unit).contains { Self.agrees(claim, $0, unit) }
            }) {
                continue
            }
            let isElsewhere = !named.isEmpty || Self.otherPeriods.contains { before.contains($0) }
            let expected = Self.text(options.first { $0.count == count } ?? options[0], like: claim, figures)
            findings.append(
                CheckFinding(
                    isElsewhere ? .doubtful : .wrong, .text, at: place, stated: claim.text, expected: expected,
                    "“\(claim.text)”, theo bảng là \(expected)"))
        }
        return left + sentence[end...]
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

    private static let otherPeriods = [
        "kỳ trước đã", "kỳ trước,", "tháng trước", "năm trước", "cùng kỳ", "lũy kế", "luỹ kế",
    ]

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
            case "đã giải quyết": [figures.resolved]
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
