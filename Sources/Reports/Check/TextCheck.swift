import Foundation
import Ratings

/// Checks what a text says against the figures: its days, and the numbers of its sentences.
public enum TextCheck {
    /// The stretches of days that a text names (`01/10/2025 đến 28/8/2025`, and as `TextDays` reads them): each day exists
    /// and each stretch ends after it begins. With `days` one of them should be those of the period.
    public static func findings(in text: String, at place: String, days: ClosedRange<Day>? = nil) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        var named: [ClosedRange<Day>] = []
        for stretch in TextDays.stretches(in: normal(text)) {
            guard let (first, last) = stretch.days(besides: days) else {
                findings.append(
                    CheckFinding(
                        .wrong, .days, at: place, stated: stretch.text, "“\(stretch.text)”: không có ngày này"))
                continue
            }
            if first <= last {
                named.append(first...last)
            } else {
                findings.append(PeriodCheck.reversed(first, last, at: "\(place), “\(stretch.text)”"))
            }
        }
        if let days, let other = named.first, !named.contains(days), findings.isEmpty {
            findings.append(
                CheckFinding(
                    .doubtful, .text, at: place, stated: self.text(other), expected: self.text(days),
                    "ghi \(self.text(other)), kỳ báo cáo là \(self.text(days))"))
        }
        return findings
    }

    /// The sentence of the report's body in any of its manners, clause by clause against the table. Shares may have other
    /// decimals than the table's; nothing is found where the text has no such sentence.
    public static func findings(in text: String, at place: String, of table: RatingTable) -> [CheckFinding] {
        let versions = (0...4).map { BodySentence.fields(of: table, decimals: $0) }
        return SentencePreset.allCases.flatMap { preset in
            let printed = BodySentence.fields(of: table, decimals: preset.decimals ?? table.decimals)
            let found = Sentence(template: preset.text).values(in: text) ?? []
            return found.flatMap { name, stated -> [CheckFinding] in
                guard let field = SentenceField(rawValue: name), let expected = printed[field] else { return [] }
                return clauses(stated, versions.compactMap { $0[field] }, expected).map { stated, expected in
                    CheckFinding(
                        .wrong, .text, at: place, stated: stated, expected: expected,
                        "“\(name)” ghi “\(stated)”, theo bảng là “\(expected)”")
                }
            }
        } + nothing(in: text, at: place, table.total.total)
    }

    /// A text that says that nobody rated.
    private static func nothing(in text: String, at place: String, _ total: Int) -> [CheckFinding] {
        guard total > 0, Sentence(template: SentencePreset.nothing).values(in: text) != nil else { return [] }
        return [
            CheckFinding(
                .wrong, .text, at: place, stated: 0.vietnamese, expected: total.vietnamese,
                "ghi không có lượt đánh giá nào, theo bảng là \(total.vietnamese)")
        ]
    }

    /// The clauses of a field that no version of it has, each with what is expected there.
    private static func clauses(
        _ stated: String, _ versions: [String], _ expected: String
    ) -> [(stated: String, expected: String)] {
        func split(_ text: String) -> [String] { text.components(separatedBy: "; ") }
        let (parts, wanted) = (split(stated), split(expected))
        guard parts.count == wanted.count else { return [(stated, expected)] }
        return parts.indices.compactMap { index in
            let isThere = versions.map(split).contains {
                $0.count == parts.count && comparable($0[index]) == comparable(parts[index])
            }
            return isThere ? nil : (parts[index], wanted[index])
        }
    }

    /// A clause without what may be written in several ways: capitals, and the zero before a count below ten.
    private static func comparable(_ text: String) -> String {
        normal(text).lowercased().replacing(/\b0(\d)\b/) { $0.1 }
    }

    /// A text with single blanks, composed.
    static func normal(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func text(_ days: ClosedRange<Day>) -> String {
        "từ \(days.lowerBound.vietnamese) đến \(days.upperBound.vietnamese)"
    }
}
