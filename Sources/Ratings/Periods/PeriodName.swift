/// What a reporting period is called: a month of the centre's, or a number of them.
public enum PeriodName: Hashable, Sendable {
    case month(year: Int, month: Int)
    /// Quarter 1 to 4.
    case quarter(year: Int, quarter: Int)
    /// The first (1) or last (2) six months.
    case half(year: Int, half: Int)
    /// The first nine months.
    case nineMonths(year: Int)
    case year(Int)
    /// The months from January through one, as the sum of what was reported of each (lũy kế từ đầu năm).
    case yearToDate(year: Int, through: Int)

    /// The numbers of its months.
    public var months: ClosedRange<Int> {
        switch self {
        case .month(_, let month): month...month
        case .quarter(_, let quarter): (quarter * 3 - 2)...(quarter * 3)
        case .half(_, let half): (half * 6 - 5)...(half * 6)
        case .nineMonths: 1...9
        case .year: 1...12
        case .yearToDate(_, let month): 1...month
        }
    }

    /// Whether it is the sum of months that are issued each by itself, and never issued as one.
    public var isYearToDate: Bool {
        if case .yearToDate = self { true } else { false }
    }

    /// Its year.
    public var year: Int {
        switch self {
        case .month(let year, _), .quarter(let year, _), .half(let year, _), .nineMonths(let year), .year(let year),
            .yearToDate(let year, _):
            year
        }
    }

    /// The names of its months' periods.
    public var monthNames: [String] { months.map { PeriodRule.name(year: year, month: $0) } }

    /// The same stretch of the year before (cùng kỳ năm trước).
    public var lastYear: PeriodName {
        switch self {
        case .month(let year, let month): .month(year: year - 1, month: month)
        case .quarter(let year, let quarter): .quarter(year: year - 1, quarter: quarter)
        case .half(let year, let half): .half(year: year - 1, half: half)
        case .nineMonths(let year): .nineMonths(year: year - 1)
        case .year(let year): .year(year - 1)
        case .yearToDate(let year, let month): .yearToDate(year: year - 1, through: month)
        }
    }

    /// The period of the same length that ends where this one begins; nil where no such one has a name.
    public var previous: PeriodName? {
        switch self {
        case .month(let year, 1): .month(year: year - 1, month: 12)
        case .month(let year, let month): .month(year: year, month: month - 1)
        case .quarter(let year, 1): .quarter(year: year - 1, quarter: 4)
        case .quarter(let year, let quarter): .quarter(year: year, quarter: quarter - 1)
        case .half(let year, 1): .half(year: year - 1, half: 2)
        case .half(let year, _): .half(year: year, half: 1)
        case .year(let year): .year(year - 1)
        case .nineMonths, .yearToDate: nil
        }
    }
}

extension PeriodName: LosslessStringConvertible {
    /// `2020-06`, `2020-Q2`, `2020-H1`, `2020-9M`, `2020`, or `2020-YTD-06`.
    public var description: String {
        let year = String(year).leftPadded(to: 4)
        return switch self {
        case .month(let year, let month): PeriodRule.name(year: year, month: month)
        case .quarter(_, let quarter): "\(year)-Q\(quarter)"
        case .half(_, let half): "\(year)-H\(half)"
        case .nineMonths: "\(year)-9M"
        case .year: year
        case .yearToDate(_, let month): "\(year)-YTD-\(String(month).leftPadded(to: 2))"
        }
    }

    /// Reads what `description` writes; `2020-YTD` is that of all twelve months.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, let year = Self.number(first, digits: 4), year > 0 else { return nil }
        switch (parts.count, parts.dropFirst().first) {
        case (1, _): self = .year(year)
        case (2, "Q1"), (2, "Q2"), (2, "Q3"), (2, "Q4"):
            guard let quarter = parts[1].last?.wholeNumberValue else { return nil }
            self = .quarter(year: year, quarter: quarter)
        case (2, "H1"): self = .half(year: year, half: 1)
        case (2, "H2"): self = .half(year: year, half: 2)
        case (2, "9M"): self = .nineMonths(year: year)
        case (2, "YTD"): self = .yearToDate(year: year, through: 12)
        case (2, let month?):
            guard let month = Self.month(month) else { return nil }
            self = .month(year: year, month: month)
        case (3, "YTD"):
            guard let month = Self.month(parts[2]) else { return nil }
            self = .yearToDate(year: year, through: month)
        default: return nil
        }
    }

    private static func month(_ text: Substring) -> Int? {
        number(text, digits: 2).flatMap { (1...12).contains($0) ? $0 : nil }
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        text.count == digits && text.allSatisfy(\.isDigit) ? Int(text) : nil
    }
}
