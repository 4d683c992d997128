import Ratings

/// A table beside that of an earlier period: differences of counts, and of shares in percentage points (điểm phần trăm).
public struct ComparisonTable: ReportTable {
    /// Which earlier period.
    public enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
        /// The period before (kỳ trước).
        case previous
        /// The same period of last year (cùng kỳ năm trước).
        case lastYear = "last-year"
    }

    /// One row.
    public struct Row: Hashable, Sendable {
        /// STT; nil for what is not known.
        public var ordinal: Int?
        /// Code of the unit, counter, officer or field; nil for what is not known.
        public var code: String?
        /// Shown name.
        public var name: String
        /// The ratings of this period and of the earlier one.
        public var counts: CountPair
        /// Whether both are of the same: after a split nobody knows (không so sánh được).
        public var isComparable: Bool
    }

    /// Which earlier period.
    public let basis: Basis
    /// The table of this period.
    public private(set) var now: RatingTable
    /// The table of the earlier period, with the units of this one.
    public let then: RatingTable
    /// The report that told the earlier figures, as "Báo cáo số 07/BC-TTHC ngày 24/6/2020"; nil for what is counted today.
    /// The months of a year to date that were not issued are in the notes of its table.
    public let report: String?
    /// The rows of this period, then those of which only the earlier one has ratings.
    public let rows: [Row]

    /// Compares two tables with rows of one kind. `report` told the earlier one, and `incomparable` are the codes that
    /// were split between them.
    public init(
        _ now: RatingTable, with then: RatingTable, basis: Basis, report: String? = nil, incomparable: Set<String> = []
    ) {
        (self.now, self.then, self.basis, self.report) = (now, then, basis, report)
        let before = Dictionary(then.rows.map { ($0.code, $0.counts) }) { first, _ in first }
        let after = Set(now.rows.map(\.code))
        let gone = then.rows.filter { !after.contains($0.code) && $0.counts.total > 0 }
        rows =
            now.rows.map { row in
                Row(
                    ordinal: row.ordinal, code: row.code, name: row.name,
                    counts: CountPair(now: row.counts, then: before[row.code] ?? Counts()),
                    isComparable: row.code.map { !incomparable.contains($0) } ?? true)
            }
            + gone.map { row in
                Row(
                    ordinal: nil, code: row.code, name: row.name,
                    counts: CountPair(now: Counts(), then: row.counts),
                    isComparable: row.code.map { !incomparable.contains($0) } ?? true)
            }
    }

    /// It is told beside reports.
    public var isIssued: Bool { false }
    /// The period's name.
    public var periodName: String? { now.periodName }
    /// The days of this period.
    public var days: ClosedRange<Day> { now.days }
    /// The notes of this period's table.
    public var notes: TableNotes {
        get { now.notes }
        set { now.notes = newValue }
    }
    /// All ratings of both periods; comparable whatever became of units.
    public var total: CountPair { CountPair(now: now.total, then: then.total) }
}
