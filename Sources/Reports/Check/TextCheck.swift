import Foundation
import Ratings

/// Checks what a text says against the figures: its days, and the numbers of its sentences.
public enum TextCheck {
    /// The stretches of days that a text names (`01/10/2025 đến 28/8/2025`): each day exists and each stretch ends after
    /// it begins. With `days` one of them should be those of the period.
    public static func findings(in text: String, at place: String, days: ClosedRange<Day>? = nil) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        var named: [ClosedRange<Day>] = []
        for range in text.precomposedStringWithCanonicalMapping.matches(of: Self.range) {
            let (first, last) = (day(range.1, range.2, range.3), day(range.4, range.5, range.6))
            guard let first, let last else {
                findings.append(
                    CheckFinding(.wrong, .days, at: place, stated: String(range.0), "“\(range.0)”: không có ngày này"))
                continue
            }
            if first <= last {
                named.append(first...last)
            } else {
                findings.append(PeriodCheck.reversed(first, last, at: "\(place), “\(range.0)”"))
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

    /// The sentence of a text that has the words of `template`, field by field: `{tổng số}` in the template stands for
    /// `fields["tổng số"]`. Nothing is found where the text has no such sentence.
    public static func findings(
        in text: String, at place: String, template: String, fields: [String: String]
    ) -> [CheckFinding] {
        let sentence = Sentence(template: template)
        guard let found = sentence.values(in: text) else { return [] }
        return found.compactMap { field, stated in
            guard let expected = fields[field], normal(expected) != stated else { return nil }
            return CheckFinding(
                .wrong, .text, at: place, stated: stated, expected: expected,
                "“\(field)” ghi \(stated), theo bảng là \(expected)")
        }
    }

    /// A text with single blanks, composed.
    static func normal(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // A pattern is no Sendable; it is made where it is used.
    private static var range: Regex<(Substring, Substring, Substring, Substring, Substring, Substring, Substring)> {
        /(\d{1,2})\/(\d{1,2})\/(\d{4})\s*(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+)?(\d{1,2})\/(\d{1,2})\/(\d{4})/
            .ignoresCase()
    }

    private static func day(_ day: Substring, _ month: Substring, _ year: Substring) -> Day? {
        guard let day = Int(day), let month = Int(month), let year = Int(year) else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func text(_ days: ClosedRange<Day>) -> String {
        "từ \(days.lowerBound.vietnamese) đến \(days.upperBound.vietnamese)"
    }
}
