import Ratings

/// A table as somebody printed it: counts or money, with the totals and shares that stand below.
public struct FigureTable: Codable, Hashable, Sendable {
    /// One row.
    public struct Row: Codable, Hashable, Sendable {
        /// Shown name.
        public var name: String
        /// One figure a column.
        public var figures: [Int]

        /// A row.
        public init(name: String, figures: [Int]) {
            self.name = name
            self.figures = figures
        }
    }

    /// Its name, for people.
    public var name: String
    /// What is counted: `hồ sơ`, `lượt`, `đồng`.
    public var unit: String
    /// The headings of the figures.
    public var columns: [String]
    /// The rows that are addends.
    public var rows: [Row]
    /// The row of totals; nil where there is none.
    public var total: [Int]?
    /// The row of shares as they stand there, e.g. `82,1`; nil where there is none.
    public var shares: [String]?
    /// What must hold between the columns.
    public var rules: [FigureRule]

    /// A table.
    public init(
        name: String, unit: String, columns: [String], rows: [Row], total: [Int]? = nil, shares: [String]? = nil,
        rules: [FigureRule]
    ) {
        self.name = name
        self.unit = unit
        self.columns = columns
        self.rows = rows
        self.total = total
        self.shares = shares
        self.rules = rules
    }

    /// Everything that does not agree: row by row, then the totals and the shares.
    public var findings: [CheckFinding] {
        var findings = rows.flatMap { row in rules.compactMap { finding($0, in: row.figures, at: row.name) } }
        let sums = columns.indices.map { column in rows.reduce(0) { $0 + $1.figures[column] } }
        if let total {
            findings += rules.compactMap { finding($0, in: total, at: "Tổng cộng") }
            findings += columns.indices.filter { !rows.isEmpty && total[$0] != sums[$0] }.map { column in
                CheckFinding(
                    .wrong, .rows, at: "\(name) · Tổng cộng", stated: total[column].vietnamese,
                    expected: sums[column].vietnamese,
                    "“\(columns[column])” là \(total[column].vietnamese), cộng các dòng là \(sums[column].vietnamese)")
            }
        }
        return findings + shareFindings(in: total ?? sums)
    }

    private func finding(_ rule: FigureRule, in figures: [Int], at row: String) -> CheckFinding? {
        guard let whole = figure(rule.whole, in: figures) else { return nil }
        let parts = rule.parts.compactMap { figure($0, in: figures) }
        let sum = parts.reduce(0, +)
        guard parts.count == rule.parts.count else { return nil }
        let names = rule.parts.map { "“\($0)”" }.joined(separator: " + ")
        let text: String
        switch rule {
        case .sum:
            guard whole != sum else { return nil }
            let rest =
                whole > sum
                ? "còn \((whole - sum).vietnamese) \(unit) chưa phân loại" : "thừa \((sum - whole).vietnamese) \(unit)"
            text = "“\(rule.whole)” là \(whole.vietnamese), \(names) là \(sum.vietnamese): \(rest)"
        case .within:
            guard sum > whole else { return nil }
            text = "\(names) là \(sum.vietnamese), nhiều hơn “\(rule.whole)” là \(whole.vietnamese)"
        }
        let name: CheckFinding.Rule = if case .sum = rule { .parts } else { .subcount }
        return CheckFinding(
            .wrong, name, at: "\(self.name) · \(row)", stated: whole.vietnamese, expected: sum.vietnamese, text)
    }

    /// Shares that are not those of the figures above them, each in the column that its own belongs to.
    private func shareFindings(in total: [Int]) -> [CheckFinding] {
        guard let shares else { return [] }
        return zip(columns.indices, shares).compactMap { column, text in
            let stated = text.replacing("%", with: "").replacing(".", with: ",").filter { !$0.isWhitespace }
            let belongs =
                rules.first { $0.parts.contains(columns[column]) } ?? rules.first { $0.whole == columns[column] }
            guard let whole = belongs.flatMap({ figure($0.whole, in: total) }),
                let decimals = Self.decimals(of: stated),
                let expected = Share(total[column], of: whole)?.text(decimals: decimals), expected != stated
            else { return nil }
            return CheckFinding(
                .wrong, .shares, at: "\(name) · Tỷ lệ %", stated: stated, expected: expected,
                "“\(columns[column])” ghi \(stated), \(total[column].vietnamese)/\(whole.vietnamese) là \(expected)")
        }
    }

    private func figure(_ column: String, in figures: [Int]) -> Int? {
        columns.firstIndex(of: column).map { figures[$0] }
    }

    /// How many decimals a share has; nil for what is none.
    private static func decimals(of share: String) -> Int? {
        let parts = share.split(separator: ",", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }) else {
            return nil
        }
        return parts.count == 2 ? min(parts[1].count, 6) : 0
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
