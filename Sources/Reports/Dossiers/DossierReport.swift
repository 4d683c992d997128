import Ratings

/// Phụ lục I as a value: what the table of dossiers says, whatever it is written in.
public struct DossierReport: Codable, Hashable, Sendable {
    /// One row.
    public struct Row: Codable, Hashable, Sendable {
        /// STT.
        public var ordinal: Int
        /// Code of the unit or field.
        public var code: String
        /// Shown name.
        public var name: String
        /// Dossiers, column by column.
        public var counts: [Int]
    }

    /// Neighbouring columns under one heading of the upper row; without a title, a column that spans both rows.
    public struct Group: Hashable, Sendable {
        /// The upper heading.
        public var title: String?
        /// The columns below it, from 0.
        public var columns: Range<Int>
    }

    /// What the rows are.
    public var rowKind: DossierRows
    /// The period's name, `YYYY-MM`.
    public var periodName: String
    /// First and last day, both inclusive.
    public var days: ClosedRange<Day>
    /// The columns of counts.
    public var columns: [DossierColumn]
    /// The rows in order.
    public var rows: [Row]
    /// Decimals of shares.
    public var decimals: Int
    /// Units whose dossiers stand in the rows of those that took them over: their names, and the days they ended.
    public var merged: [Merged]

    /// A unit whose dossiers stand in another's row.
    public struct Merged: Codable, Hashable, Sendable {
        /// Name of the unit that ended.
        public var from: String
        /// Name of its successor.
        public var into: String
        /// The day it ended.
        public var since: Day
    }

    /// The sum of all rows, column by column.
    public var total: [Int] {
        rows.reduce(into: Array(repeating: 0, count: columns.count)) { sums, row in
            for (index, count) in row.counts.enumerated() { sums[index] += count }
        }
    }

    /// The shares of the totals, each in its own base; nil where that is 0.
    public var shares: [Share?] {
        let total = total
        return columns.indices.map { Share(total[$0], of: total[base(of: $0)]) }
    }

    /// The column in whose total the share of a column is taken: the one that it belongs to, else itself.
    public func base(of index: Int) -> Int {
        columns[index].of.flatMap { code in columns.firstIndex { $0.code == code } } ?? index
    }

    /// The upper row of the heading.
    public var groups: [Group] {
        var groups: [Group] = []
        for (index, column) in columns.enumerated() {
            let title = column.titleLevels.count > 1 ? column.titleLevels[0] : nil
            if let title, let last = groups.last, last.title == title {
                groups[groups.count - 1].columns = last.columns.lowerBound..<index + 1
            } else {
                groups.append(Group(title: title, columns: index..<index + 1))
            }
        }
        return groups
    }

    /// The lower row of the heading; of a column that spans both rows, its only heading.
    public var headings: [String] {
        columns.map { column in
            let levels = column.titleLevels
            return levels.count > 1 ? levels.dropFirst().joined(separator: " - ") : column.title
        }
    }

    /// The lines of the title.
    public var title: [String] {
        ["PHỤ LỤC I", "TÌNH HÌNH TIẾP NHẬN VÀ GIẢI QUYẾT HỒ SƠ THỦ TỤC HÀNH CHÍNH", periodTitle]
    }

    /// The heading of the second column.
    public var nameHeading: String { rowKind == .unit ? "Đơn vị" : "Lĩnh vực" }

    /// `THÁNG 6 NĂM 2020 (TỪ 16/5/2020 ĐẾN 15/6/2020)`.
    private var periodTitle: String {
        let range = "TỪ \(days.lowerBound.vietnamese) ĐẾN \(days.upperBound.vietnamese)"
        return PeriodName(periodName).map { "\($0.title) (\(range))" } ?? range
    }
}

extension DossierReport {
    /// The report of an imported table: rows in the directory's order, units that merged in the row of the one that took
    /// them over.
    public init(_ table: DossierTable, period: ReportPeriod, in directory: Directory) {
        let settings = directory.settings
        let end = settings.start(of: period.last.advanced(by: 1))
        (rowKind, periodName, days) = (table.rowKind, period.name, period.first...period.last)
        columns = table.columns
        decimals = settings.decimals(at: end - .milliseconds(1))
        (rows, merged) = ([], [])
        var counts: [String: [Int]] = [:]
        let succession = UnitSuccession(directory, end: end)
        for row in table.rows {
            var code = row.code
            if table.rowKind == .unit, let heir = succession.heir(of: code), let unit = succession.unit(code),
                let until = unit.until
            {
                merged.append(Merged(from: unit.name, into: heir.name, since: settings.zone.day(of: until)))
                code = heir.code
            }
            let before = counts[code] ?? Array(repeating: 0, count: columns.count)
            counts[code] = zip(before, row.counts).map { $0 + $1 }
        }
        let named = counts.keys.map { code -> (order: Int, code: String, name: String) in
            switch table.rowKind {
            case .unit:
                let unit = succession.unit(code)
                return (unit?.order ?? .max, code, unit?.name ?? code)
            case .field: return (directory.fields[code]?.order ?? .max, code, directory.fields[code]?.name ?? code)
            }
        }
        for entry in named.sorted(by: { ($0.order, $0.code) < ($1.order, $1.code) }) {
            rows.append(
                Row(ordinal: rows.count + 1, code: entry.code, name: entry.name, counts: counts[entry.code] ?? []))
        }
    }
}
