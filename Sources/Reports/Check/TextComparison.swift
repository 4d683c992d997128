import Ratings

/// A report's text held against the figures of its period: what does not agree, and how much of it was compared at all.
public struct TextComparison: Sendable {
    /// What does not agree.
    public let findings: [CheckFinding]
    /// How many numbers and stretches of days were compared with a figure or with each other.
    public let compared: Int
    /// How many sentences have a number, and none that was compared.
    public let uncompared: Int

    /// Compares the days, the sentences and the shares of a text with the ratings and, where there are any, the dossiers of
    /// the period, as they are reported and as they were imported.
    public init(
        of text: String, at place: String, with ratings: RatingTable, _ report: DossierReport?,
        _ imported: [FigureTable], days: ClosedRange<Day>
    ) {
        let normal = TextCheck.normal(text)
        let sentences = TextSentences.of(normal)
        var findings = TextCheck.findings(in: text, at: place, days: days)
        let told = TextCheck.findings(in: text, at: place, of: ratings)
        findings += told
        func isTold(_ stated: String) -> Bool { told.contains { $0.stated?.contains(stated) ?? false } }
        let claims = report.map { DossierClaims(sentences, at: place, of: $0) }
        let totals = RatingClaims(sentences, at: place, of: ratings)
        let reader = TextParts()
        let parts = sentences.map { reader.findings(in: $0, at: place) }
        let shares = ShareCheck(ratings, imported)
            .findings(in: claims?.sentences ?? sentences.map { String($0) }, at: place)
        findings += claims?.findings ?? []
        // What is told of a sentence is told once.
        findings += totals.findings.filter { finding in !(finding.stated.map(isTold) ?? false) }
        findings += parts.flatMap(\.findings)
        findings += shares.findings.filter { finding in !(finding.stated.map { isTold("\($0)%") } ?? false) }
        self.findings = findings
        var stretches = TextDays.stretches(in: normal).map(\.range.lowerBound)[...]
        var (compared, uncompared) = (0, 0)
        for (index, sentence) in sentences.enumerated() {
            let days = stretches.prefix { $0 < sentence.endIndex }
            stretches = stretches.dropFirst(days.count)
            let count =
                (claims?.compared[index] ?? 0) + totals.compared[index] + parts[index].compared
                + shares.compared[index] + days.count
            compared += count
            let hasNumber = sentence.utf8.contains { (48...57).contains($0) } && sentence.contains(where: \.isLetter)
            if count == 0 && hasNumber { uncompared += 1 }
        }
        (self.compared, self.uncompared) = (compared, uncompared)
    }
}
