import Ratings

/// Two days in a text with "đến" or the like between them.
struct TextDays {
    /// A day as it is written; without a year it is in that of the other.
    private struct Written {
        var range: Range<String.Index>
        var day: Int
        var month: Int
        var year: Int?

        func day(in other: Int) -> Day? { Day(year: year ?? other, month: month, day: day) }
    }

    /// As it stands there.
    let text: String
    private let first: Written
    private let last: Written
    /// The last day is no longer meant (đến trước ngày).
    private let isBefore: Bool

    /// Where it stands.
    var range: Range<String.Index> { first.range.lowerBound..<last.range.upperBound }

    /// The stretches that a text with single blanks names.
    static func stretches(in text: String) -> [TextDays] {
        let days = written(in: text)
        let joint = joint
        return zip(days, days.dropFirst()).compactMap { first, last in
            let between = text[first.range.upperBound..<last.range.lowerBound]
            guard last.year != nil, between.utf8.count <= 40, let word = between.lowercased().wholeMatch(of: joint)
            else { return nil }
            return TextDays(
                text: String(text[first.range.lowerBound..<last.range.upperBound]), first: first, last: last,
                isBefore: word.1 != nil)
        }
    }

    /// First and last day; nil where one does not exist. A first day without its year is in the year before where that
    /// makes the stretch `period`, or one of no more than half a year.
    func days(besides period: ClosedRange<Day>?) -> (first: Day, last: Day)? {
        guard let year = last.year, let end = last.day(in: year), let start = first.day(in: year) else { return nil }
        let through = isBefore ? end.advanced(by: -1) : end
        if first.year == nil, start > through, let before = first.day(in: year - 1),
            period == before...through || (before...through).count <= Self.halfYear
        {
            return (before, through)
        }
        return (start, through)
    }

    private static let halfYear = 184

    private static func written(in text: String) -> [Written] {
        let day =
            #/
            (?<day>\d{1,2})
            (?:
              [\/\-](?<month>\d{1,2})(?:[\/\-](?<year>\d{4}))?
              |
              \stháng\s(?<named>\d{1,2})(?:\snăm\s(?<namedYear>\d{4}))?
            )
            /#
            .ignoresCase()
        return text.matches(of: day).compactMap { match in
            guard let day = Int(match.day), let month = (match.month ?? match.named).flatMap({ Int($0) }) else {
                return nil
            }
            return Written(
                range: match.range, day: day, month: month, year: (match.year ?? match.namedYear).flatMap { Int($0) })
        }
    }

    // A pattern is no Sendable; it is made where it is used.
    private static var joint: Regex<(Substring, Substring?)> {
        /,? ?(?:(?:cho )?(?:đến|tới)(?: hết| cuối|( trước))?|-|–|—) ?(?:ngày )?/
    }
}
