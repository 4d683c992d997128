import Ratings

extension ReportField {
    /// The values that the ratings of a period give; prose pads counts below ten, and a share of nothing has no value.
    public static func values(of table: RatingTable, sentence: String) -> [ReportField: String] {
        let total = table.total
        let satisfied = Column.allCases.filter(\.isSatisfied).reduce(0) { $0 + total[$1] }
        let dissatisfied = Column.allCases.filter(\.isDissatisfied).reduce(0) { $0 + total[$1] }
        let comments = total[.comments]
        var values: [ReportField: String] = [
            .ratingsSentence: sentence, .ratings: prose(total.total), .satisfied: prose(satisfied),
            .dissatisfied: prose(dissatisfied), .comments: prose(comments),
        ]
        let shares: [(ReportField, Int)] = [
            (.satisfiedShare, satisfied), (.dissatisfiedShare, dissatisfied), (.commentsShare, comments),
        ]
        for (field, count) in shares {
            values[field] = Share(count, of: total.total)?.text(decimals: table.decimals)
        }
        return values
    }

    /// The values that the centre's settings and the period give.
    public static func values(of settings: PaperSettings, table: RatingTable) -> [ReportField: String] {
        var values: [ReportField: String] = [
            .period: period(of: table), .from: table.days.lowerBound.vietnamese,
            .through: table.days.upperBound.vietnamese, .number: settings.letterhead().number,
            .placeAndDate: settings.letterhead().placeAndDate,
        ]
        // A signer's place is left open until somebody signs.
        values[.signer] = settings.signer ?? ""
        return values
    }

    /// A count as prose writes it: `09`, `12.746`.
    public static func prose(_ count: Int) -> String {
        (0...9).contains(count) ? "0\(count)" : count.vietnamese
    }

    private static func period(of table: RatingTable) -> String {
        let parts = (table.periodName ?? "").split(separator: "-").compactMap { Int($0) }
        return parts.count == 2
            ? "tháng \(parts[1]) năm \(parts[0])"
            : "kỳ từ \(table.days.lowerBound.vietnamese) đến \(table.days.upperBound.vietnamese)"
    }
}
