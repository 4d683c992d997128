import Ratings

/// The tables of a period that are kept when its report goes to be signed.
public struct PeriodFigures: Hashable, Sendable {
    /// Phụ lục II.
    public var table: RatingTable
    /// The same ratings by other rows.
    public var others: [RatingTable]
    /// The same ratings by hour and day of the week; nil where they were not kept.
    public var hours: HourTable?
    /// Phụ lục I, by units and by fields as far as they were imported.
    public var dossiers: [DossierReport]

    /// The tables of a period.
    public init(
        table: RatingTable, others: [RatingTable] = [], hours: HourTable? = nil, dossiers: [DossierReport] = []
    ) {
        (self.table, self.others, self.hours, self.dossiers) = (table, others, hours, dossiers)
    }

    /// The ratings by rows of `kind`; nil where they were not kept.
    public func table(by kind: RowKind) -> RatingTable? { ([table] + others).first { $0.kind == kind } }

    /// The dossiers by these rows; nil where there were none.
    public func dossiers(by rows: DossierRows) -> DossierReport? { dossiers.first { $0.rowKind == rows } }

    /// The anchor that all tables of ratings name.
    public mutating func setAnchor(_ anchor: TableNotes.Anchor) {
        table.notes.anchor = anchor
        for index in others.indices { others[index].notes.anchor = anchor }
        hours?.notes.anchor = anchor
    }
}
