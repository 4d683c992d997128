import Ratings

/// What has changed in a period since its report was frozen, and what to say of it in the next one.
public struct ReportDifference: Codable, Hashable, Sendable {
    /// What was then, and what is now.
    public struct Change<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
        /// Then.
        public var then: Value
        /// Now.
        public var now: Value

        init?(_ then: Value, _ now: Value) {
            guard then != now else { return nil }
            (self.then, self.now) = (then, now)
        }
    }

    /// The days, where they are others.
    public var days: Change<ClosedRange<Day>>?
    /// The decimals of shares, where they are others.
    public var decimals: Change<Int>?
    /// All ratings, where they are more or fewer.
    public var ratings: Change<Int>?
    /// Phụ lục II.
    public var table: TableDifference
    /// The same ratings by other rows.
    public var others: [TableDifference]
    /// The tables of dossiers.
    public var dossiers: [TableDifference]
    /// Counted ratings of the period that came after the figures were frozen.
    public var later: Int
    /// Those of them that came late: of boxes that had lost their connection.
    public var late: Int

    /// The difference of `now` to what was kept then; only tables that were kept are compared.
    public init(from then: PeriodFigures, to now: PeriodFigures, later: Int = 0, late: Int = 0) {
        days = Change(then.table.days, now.table.days)
        decimals = Change(then.table.decimals, now.table.decimals)
        ratings = Change(then.table.total.total, now.table.total.total)
        table = TableDifference(from: then.table.figures, to: now.table.figures)
        others = then.others.compactMap { old in
            now.table(by: old.kind).map { TableDifference(from: old.figures, to: $0.figures) }
        }
        if let old = then.hours, let new = now.hours {
            others.append(TableDifference(from: old.figures, to: new.figures))
        }
        dossiers = DossierRows.allCases.compactMap { rows in
            switch (then.dossiers(by: rows)?.figures, now.dossiers(by: rows)?.figures) {
            case (nil, nil): nil
            case (let old?, nil): TableDifference(from: old, to: old.emptied)
            case (nil, let new?): TableDifference(from: new.emptied, to: new)
            case (let old?, let new?): TableDifference(from: old, to: new)
            }
        }
        (self.later, self.late) = (later, late)
    }

    /// Whether nothing has changed that is printed.
    public var isEmpty: Bool { days == nil && decimals == nil && tables.allSatisfy(\.isEmpty) }

    /// All tables.
    public var tables: [TableDifference] { [table] + others + dossiers }

    /// One line a thing that differs, in Vietnamese; what tables other than Phụ lục II have below their names.
    public var lines: [String] {
        var lines: [String] = []
        if let days { lines.append("Kỳ báo cáo: \(Self.text(days.then)) → \(Self.text(days.now))") }
        lines += table.lines
        if let decimals { lines.append("Số chữ số thập phân: \(decimals.then) → \(decimals.now)") }
        if let ratings { lines.append("Tổng cộng: \(ratings.then.vietnamese) → \(ratings.now.vietnamese)") }
        for table in others + dossiers where !table.isEmpty {
            lines.append("\(table.name):")
            lines += table.lines.map { "  \($0)" }
        }
        return lines
    }

    /// The sentences for the next report; empty where no figure of an annex has changed.
    public var notes: [String] {
        var notes: [String] = []
        if !table.cells.isEmpty {
            if late > 0 {
                notes.append("Bổ sung \(Self.padded(late)) lượt đánh giá của kỳ trước do thiết bị mất kết nối.")
            }
            if later > late {
                notes.append(
                    "Bổ sung \(Self.padded(later - late)) lượt đánh giá của kỳ trước, có sau khi chốt số liệu.")
            }
            let rest = (ratings.map { $0.now &- $0.then } ?? 0) &- later
            if rest != 0 {
                let direction = rest > 0 ? "tăng" : "giảm"
                notes.append(
                    "Điều chỉnh số liệu của kỳ trước: \(direction) \(Self.padded(abs(rest))) lượt đánh giá so với số đã "
                        + "báo cáo.")
            } else if later == 0 {
                notes.append("Điều chỉnh số liệu của kỳ trước giữa các dòng, cột; tổng số lượt đánh giá không đổi.")
            }
        }
        for table in dossiers where !table.cells.isEmpty {
            notes.append(
                "Điều chỉnh số liệu hồ sơ của kỳ trước: \(Self.padded(table.cells.count)) số liệu tại \(table.name).")
        }
        return notes
    }

    /// Prose pads counts below ten.
    private static func padded(_ count: Int) -> String { count < 10 ? "0\(count)" : count.vietnamese }

    private static func text(_ days: ClosedRange<Day>) -> String {
        "từ \(days.lowerBound.vietnamese) đến \(days.upperBound.vietnamese)"
    }
}

extension FigureTable {
    /// The same table without rows.
    fileprivate var emptied: FigureTable {
        var table = self
        table.rows = []
        return table
    }
}
