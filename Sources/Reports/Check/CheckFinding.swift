/// Something in a month's figures, text or days that does not agree: where, the two numbers, and which rule.
public struct CheckFinding: Codable, Hashable, Sendable {
    /// How bad it is.
    public enum Grade: String, Codable, Hashable, Sendable {
        /// Sai: it cannot be right.
        case wrong
        /// Cần xem lại: it may be right, but somebody has to look.
        case doubtful

        /// Shown to people.
        public var vietnamese: String {
            switch self {
            case .wrong: "Sai"
            case .doubtful: "Cần xem lại"
            }
        }
    }

    /// What must hold.
    public enum Rule: String, Codable, Hashable, Sendable, CaseIterable {
        /// A total is the sum of its parts.
        case parts
        /// Some of a count is not more than the count.
        case subcount
        /// The row of totals is the sum of the rows.
        case rows
        /// A share is that of its counts, rounded half-up.
        case shares
        /// A text says what the table says.
        case text
        /// A day exists, and a period ends after it begins.
        case days
        /// No day is in two periods.
        case overlap
        /// Every day is in a period.
        case gap
        /// A unit that was there before is there, unless its end is recorded.
        case units
        /// No count is below that of an earlier issue of the month.
        case issued
        /// Somebody has decided what was to be decided.
        case undecided

        /// Shown to people.
        public var vietnamese: String {
            switch self {
            case .parts: "tổng số bằng các thành phần cộng lại"
            case .subcount: "số thành phần không lớn hơn số chung"
            case .rows: "dòng tổng cộng bằng các dòng cộng lại"
            case .shares: "tỷ lệ khớp với số lượng"
            case .text: "lời văn khớp với bảng"
            case .days: "ngày tháng có thật, kỳ kết thúc sau khi bắt đầu"
            case .overlap: "không ngày nào thuộc hai kỳ"
            case .gap: "ngày nào cũng thuộc một kỳ"
            case .units: "đơn vị không tự mất đi"
            case .issued: "số liệu không thấp hơn bản đã chốt trước"
            case .undecided: "việc cần quyết định đã được quyết định"
            }
        }
    }

    /// How bad it is.
    public var grade: Grade
    /// The rule that does not hold.
    public var rule: Rule
    /// Where, for people.
    public var place: String
    /// What stands there; nil where nothing does.
    public var stated: String?
    /// What should, or what it does not agree with.
    public var expected: String?
    /// The sentence about it, without the place.
    public var text: String

    /// A finding.
    public init(
        _ grade: Grade, _ rule: Rule, at place: String, stated: String? = nil, expected: String? = nil, _ text: String
    ) {
        self.grade = grade
        self.rule = rule
        self.place = place
        self.stated = stated
        self.expected = expected
        self.text = text
    }

    /// `Sai · Sở Xây dựng: … (quy tắc: …)`.
    public var line: String { "\(grade.vietnamese) · \(sentence) (quy tắc: \(rule.vietnamese))" }

    /// `Sở Xây dựng: …`: where, and what.
    public var sentence: String { "\(place): \(text)" }
}
