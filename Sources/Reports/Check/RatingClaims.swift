import Ratings

/// What a text says of how many ratings there were in the period: `Trung tâm có 995 lượt đánh giá`.
struct RatingClaims {
    /// The numbers that are not the table's: wrong, but to be looked at where they may be of another period, place or way
    /// to ask.
    private(set) var findings: [CheckFinding] = []
    /// How many were compared, by sentence.
    private(set) var compared: [Int]

    private let total: Int
    private let rows: Set<Int>
    private let scope: TextScope

    /// Compares sentences with the total of a table.
    init(_ sentences: [Substring], at place: String, of table: RatingTable) {
        (total, rows) = (table.total.total, Set(table.rows.map(\.counts.total)))
        scope = TextScope(days: table.days, name: table.periodName)
        compared = sentences.map { _ in 0 }
        let claim = Self.claim
        for (index, sentence) in sentences.enumerated() {
            for match in sentence.matches(of: claim) {
                guard let number = match.1 ?? match.2, let count = Int(number.filter { $0 != "." }) else { continue }
                let before = sentence[..<match.range.lowerBound].suffix(1000).lowercased()
                // What stands there is a part of a number before it.
                if before.contains("trong đó") { continue }
                compared[index] += 1
                guard count != total else { continue }
                let behind = sentence[match.range.upperBound...].prefix(100).prefix { !",;:.(".contains($0) }
                let isElsewhere = scope.isElsewhere(before) || scope.isElsewhere(behind)
                if isElsewhere && rows.contains(count) { continue }
                let words = before + behind.lowercased()
                let isAsked = Self.otherWays.contains { words.contains($0) }
                findings.append(
                    CheckFinding(
                        isElsewhere || isAsked || total == 0 ? .doubtful : .wrong, .text, at: place,
                        stated: String(number), expected: total.inProse,
                        "“\(match.0)”, theo bảng là \(total.inProse) lượt"))
                // A second number of a sentence is a part, or said in comparison.
                break
            }
        }
    }

    /// Ways to ask that are no boxes.
    private static let otherWays = ["phiếu", "khảo sát", "zalo", "cổng", "website", "trang thông tin", "điện thoại"]

    // A pattern is no Sendable; it is made where it is used.
    private static var claim: Regex<(Substring, Substring?, Substring?)> {
        #/
        (?:có|ghi\snhận|nhận|thu|tổng\ssố|tổng\scộng)(?:\sđược|\slà|:)?\s
        (\d[\d.]{0,14})\s(?:lượt|ý\skiến)(?:\sý\skiến)?\sđánh\sgiá
        (?=$|[,;:.\(]|\scủa\s|\smức\sđộ\s|\ssự\shài\slòng|\squa\s|\sthông\squa\s|\strong\skỳ|\scán\sbộ\s)
        |
        tổng\ssố\s(?:lượt|ý\skiến)\sđánh\sgiá(?:\slà|:|\sđạt)?\s(\d[\d.]{0,14})(?=$|[,;:.\(]|\s(?:lượt|ý\skiến))
        /#
        .ignoresCase()
    }
}
