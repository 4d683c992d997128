import Ratings

/// Any table as numbers: counts or money, with the totals and shares that stand below, and what must hold between its
/// columns.
public struct FigureTable: Hashable, Sendable {
    /// One column.
    public struct Column: Codable, Hashable, Sendable {
        /// What rules and other tables call it; of a table that somebody printed, its heading.
        public var code: String
        /// For people.
        public var heading: String

        /// A column.
        public init(code: String, heading: String) {
            self.code = code
            self.heading = heading
        }
    }

    /// One row.
    public struct Row: Codable, Hashable, Sendable {
        /// Code of what it is about; nil where it has none.
        public var code: String?
        /// Shown name.
        public var name: String
        /// One figure a column.
        public var figures: [Int]

        /// A row.
        public init(code: String? = nil, name: String, figures: [Int]) {
            self.code = code
            self.name = name
            self.figures = figures
        }
    }

    /// A column of shares, which stand in the rows beside their counts.
    public struct ShareColumn: Hashable, Sendable {
        /// A share as it stands there.
        public struct Entry: Hashable, Sendable {
            /// The row's name.
            public var row: String
            /// The figures of the row, one a column.
            public var figures: [Int]
            /// What stands there: `82,1`.
            public var text: String

            /// A share.
            public init(row: String, figures: [Int], text: String) {
                (self.row, self.figures, self.text) = (row, figures, text)
            }
        }

        /// Its heading.
        public var heading: String
        /// The column with the counts; nil where nothing says which.
        public var count: String?
        /// The columns in which the share may be taken.
        public var bases: [String]
        /// The shares.
        public var entries: [Entry] = []

        /// A column without shares yet.
        public init(heading: String, count: String?, bases: [String]) {
            (self.heading, self.count, self.bases) = (heading, count, bases)
        }
    }

    /// Its name, for people.
    public var name: String
    /// What is counted: `hồ sơ`, `lượt`, `đồng`.
    public var unit: String
    /// The columns of figures.
    public var columns: [Column]
    /// The rows that are addends.
    public var rows: [Row]
    /// The row of totals; nil where there is none.
    public var total: [Int]?
    /// The row of shares as they stand there, e.g. `82,1`; nil where there is none. A column without one has nothing.
    public var shares: [String]?
    /// What must hold between the columns.
    public var rules: [FigureRule]
    /// Rows that sum up others above or below them (I. Khối sở): no addends.
    public var groups: [Row] = []
    /// The columns of shares.
    public var shareColumns: [ShareColumn] = []

    /// A table.
    public init(
        name: String, unit: String, columns: [Column], rows: [Row], total: [Int]? = nil, shares: [String]? = nil,
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

    /// The sum of the rows, column by column.
    public var sums: [Int] { columns.indices.map { column in rows.reduce(0) { $0 &+ $1.figures[column] } } }

    /// The column in which the share of a column is taken: the one that it is a part of. The total of all others is the
    /// whole of itself; of any other total nothing says in what its share is taken.
    public func base(of column: Column) -> Column? {
        if let rule = rules.first(where: { $0.parts.contains(column.code) }) {
            return columns.first { $0.code == rule.whole }
        }
        return isTotalOfAll(column.code) ? column : nil
    }

    /// Whether each other column is a part of this one, or of a part of it.
    private func isTotalOfAll(_ code: String) -> Bool {
        var below: Set = [code]
        var isComplete = false
        while !isComplete {
            let count = below.count
            for rule in rules where below.contains(rule.whole) { below.formUnion(rule.parts) }
            isComplete = below.count == count
        }
        return below.count > 1 && columns.allSatisfy { below.contains($0.code) }
    }

    /// Everything that does not agree: row by row, then the totals and the shares.
    public var findings: [CheckFinding] {
        var findings = (rows + groups).flatMap { row in rules.compactMap { finding($0, in: row.figures, at: row.name) }
        }
        let sums = sums
        if let total {
            findings += rules.compactMap { finding($0, in: total, at: "Tổng cộng") }
            findings += columns.indices.filter { !rows.isEmpty && total[$0] != sums[$0] }.map { column in
                CheckFinding(
                    .wrong, .rows, at: place("Tổng cộng"), stated: total[column].vietnamese,
                    expected: sums[column].vietnamese,
                    "“\(columns[column].heading)” là \(total[column].vietnamese), cộng các dòng là "
                        + sums[column].vietnamese)
            }
        }
        return findings + shareFindings(in: total ?? sums) + shareColumns.flatMap(shareFindings(of:))
    }

    private func finding(_ rule: FigureRule, in figures: [Int], at row: String) -> CheckFinding? {
        guard let whole = figure(rule.whole, in: figures) else { return nil }
        let parts = rule.parts.compactMap { figure($0, in: figures) }
        guard parts.count == rule.parts.count else { return nil }
        let sum = parts.reduce(0, &+)
        let names = rule.parts.map { "“\(heading($0))”" }.joined(separator: " + ")
        let text: String
        switch rule {
        case .sum:
            guard whole != sum else { return nil }
            let rest =
                whole > sum
                ? "còn \((whole &- sum).vietnamese) \(unit) chưa phân loại"
                : "thừa \((sum &- whole).vietnamese) \(unit)"
            text = "“\(heading(rule.whole))” là \(whole.vietnamese), \(names) là \(sum.vietnamese): \(rest)"
        case .within:
            guard sum > whole else { return nil }
            text = "\(names) là \(sum.vietnamese), nhiều hơn “\(heading(rule.whole))” là \(whole.vietnamese)"
        case .share: return nil
        }
        let name: CheckFinding.Rule = if case .sum = rule { .parts } else { .subcount }
        return CheckFinding(
            .wrong, name, at: place(row), stated: whole.vietnamese, expected: sum.vietnamese, text)
    }

    /// Shares that are not those of the figures above them, each in the column that its own belongs to.
    private func shareFindings(in total: [Int]) -> [CheckFinding] {
        guard let shares else { return [] }
        return zip(columns.indices, shares).compactMap { column, text in
            guard let stated = PrintedShare(text),
                let whole = base(of: columns[column]).flatMap({ figure($0.code, in: total) }),
                let expected = Share(total[column], of: whole)?.text(decimals: stated.decimals),
                expected != stated.text
            else { return nil }
            return CheckFinding(
                .wrong, .shares, at: place("Tỷ lệ %"), stated: stated.text, expected: expected,
                "“\(columns[column].heading)” ghi \(stated.text), \(total[column].vietnamese)/\(whole.vietnamese) là "
                    + expected)
        }
    }

    /// Shares beside the figures that are those of no column in which they may be taken.
    private func shareFindings(of column: ShareColumn) -> [CheckFinding] {
        column.entries.compactMap { entry in
            guard let stated = PrintedShare(entry.text),
                let count = column.count.flatMap({ figure($0, in: entry.figures) })
            else { return nil }
            let wholes = column.bases.compactMap { figure($0, in: entry.figures) }
            let possible = wholes.compactMap { whole in
                Share(count, of: whole).map { (whole, $0.text(decimals: stated.decimals)) }
            }
            guard let (whole, expected) = possible.first, !possible.contains(where: { $0.1 == stated.text }) else {
                return nil
            }
            return CheckFinding(
                .wrong, .shares, at: place(entry.row), stated: stated.text, expected: expected,
                "“\(column.heading)” ghi \(stated.text), \(count.vietnamese)/\(whole.vietnamese) là \(expected)")
        }
    }

    private func place(_ row: String) -> String { "\(name) · \(row)" }

    private func heading(_ code: String) -> String { columns.first { $0.code == code }?.heading ?? code }

    private func figure(_ code: String, in figures: [Int]) -> Int? {
        columns.firstIndex { $0.code == code }.map { figures[$0] }
    }
}
