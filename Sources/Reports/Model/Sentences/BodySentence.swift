import Ratings

/// The sentence of a report's body that tells the ratings of a period.
public struct BodySentence: Hashable, Sendable {
    /// The manner it is in: that which was asked for, or the neutral one where that would not be true.
    public let preset: SentencePreset
    /// What the fields say, for this sentence and for others.
    public let fields: [SentenceField: String]
    /// The sentence.
    public let text: String

    /// Tells `table` in the manner of `preset` where that is true, else neutrally.
    public init(_ table: RatingTable, preset: SentencePreset) {
        self.preset = preset.fits(table) ? preset : .neutral
        let fields = Self.fields(of: table, decimals: self.preset.decimals ?? table.decimals)
        self.fields = fields
        let text = table.total.total == 0 ? SentencePreset.nothing : self.preset.text
        self.text = fields.reduce(text) { $0.replacing("{\($1.key.rawValue)}", with: $1.value) }
    }

    /// The fields of a table, with shares to so many decimals.
    public static func fields(of table: RatingTable, decimals: Int) -> [SentenceField: String] {
        let total = table.total
        let clauses = SentenceClauses(total: total, decimals: decimals)
        let name = table.periodName.flatMap(PeriodName.init)
        return [
            .opening: table.days.isCalendarMonth ? "Trong tháng" : "Trong kỳ",
            .firstDay: table.days.lowerBound.vietnamese, .lastDay: table.days.upperBound.vietnamese,
            .period: name?.prose
                ?? "kỳ từ ngày \(table.days.lowerBound.vietnamese) đến hết ngày \(table.days.upperBound.vietnamese)",
            .total: total.total.inProse, .satisfied: total.satisfied.inProse,
            .satisfiedShare: clauses.share(total.satisfied), .dissatisfied: total.dissatisfied.inProse,
            .dissatisfiedShare: clauses.share(total.dissatisfied),
            .satisfaction: table.satisfaction?.inProse(decimals: decimals) ?? "không có",
            .groups: clauses.groups.joined(separator: "; "),
            .levels: clauses.levels(table.columns).joined(separator: "; "),
        ]
    }
}

extension ClosedRange<Day> {
    /// Whether it is a calendar month, from its first day to its last.
    public var isCalendarMonth: Bool {
        let next = upperBound.advanced(by: 1).civil
        return lowerBound.civil.day == 1 && next.day == 1 && count <= 31
    }
}
