import Ratings

/// Coverage: how many ratings there are for what was done, per unit. Per officer only for invitations: a dossier is not
/// one officer's.
public struct CoverageTable: ReportTable {
    /// One row.
    public struct Row: Hashable, Sendable {
        /// STT; nil for what is not known.
        public var ordinal: Int?
        /// Code of the unit, counter, officer or field; nil for what is not known.
        public var code: String?
        /// Shown name.
        public var name: String
        /// Ratings that are measured.
        public var ratings: Int
        /// What they are measured against; nil where nobody gave a figure.
        public var base: Int?

        /// Ratings over the base; nil without a base, or with one of 0.
        public var share: Share? { base.flatMap { Share(ratings, of: $0) } }
        /// Whether there are too few ratings to say much.
        public var isFew: Bool { ratings < CountPair.few }
    }

    /// What the base is.
    public let base: CoverageBase.Kind
    /// What the base still holds that is no part of what it is to be.
    public let rest: Set<CoverageBase.Part>
    /// What the rows are.
    public let kind: RowKind
    /// The period's name, as `PeriodName` writes it, where it has one.
    public let periodName: String?
    /// First and last day, both inclusive.
    public let days: ClosedRange<Day>
    /// The rows, those of the table of ratings.
    public let rows: [Row]
    /// Decimals of shares.
    public let decimals: Int
    /// The notes of the table of ratings.
    public var notes: TableNotes
    /// It is told beside reports.
    public var isIssued: Bool { false }

    /// Measures `table` against `base`, whose units are folded as the table's are. Nil for rows that the base cannot tell
    /// apart: dossiers have units or fields, not officers, counters or days.
    public init?(_ table: RatingTable, against base: CoverageBase) {
        switch (base.kind, table.kind) {
        case (_, .unit), (_, .field), (.invitations, .counter), (.invitations, .officer): break
        case (_, .day), (.resolved, _), (.counter, _): return nil
        }
        (self.base, rest) = (base.kind, base.rest)
        kind = table.kind
        (periodName, days, decimals, notes) = (table.periodName, table.days, table.decimals, table.notes)
        rows = table.rows.map { row in
            let ratings = base.ratings.map { of in row.code.map { of[$0] ?? 0 } ?? 0 } ?? row.counts.total
            return Row(
                ordinal: row.ordinal, code: row.code, name: row.name, ratings: ratings,
                base: row.code.flatMap { base.counts[$0] })
        }
    }

    /// The rows with a base: coverage as a whole is theirs alone.
    public var total: Row {
        let known = rows.filter { $0.base != nil }
        return Row(
            name: "Tổng cộng", ratings: known.reduce(0) { $0 + $1.ratings },
            base: known.isEmpty ? nil : known.reduce(0) { $0 + ($1.base ?? 0) })
    }
}
