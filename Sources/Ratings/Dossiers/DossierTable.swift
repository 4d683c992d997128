/// The dossiers of one period, as they were imported: one table a period and kind of rows, replaced as a whole.
public struct DossierTable: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.dossiers

    /// One row.
    public struct Row: Codable, Hashable, Sendable {
        /// Code of the unit or field.
        public var code: String
        /// Dossiers, column by column.
        public var counts: [Int]

        /// A row.
        public init(code: String, counts: [Int]) {
            (self.code, self.counts) = (code, counts)
        }
    }

    /// Name of the period, `YYYY-MM`.
    public var period: String
    /// What the rows are.
    public var rowKind: DossierRows
    /// The columns as they were read, so that a later column map does not change what was said.
    public var columns: [DossierColumn]
    /// The rows in the order of the file.
    public var rows: [Row]
    /// The totals that the file has; nil where it has none.
    public var statedTotal: [Int]?
    /// The shares that the file has, as they stand there; nil where it has none that can be checked.
    public var statedShares: [String?]?

    /// A table.
    public init(
        period: String, rowKind: DossierRows, columns: [DossierColumn], rows: [Row], statedTotal: [Int]? = nil,
        statedShares: [String?]? = nil
    ) {
        (self.period, self.rowKind, self.columns, self.rows) = (period, rowKind, columns, rows)
        (self.statedTotal, self.statedShares) = (statedTotal, statedShares)
    }

    /// Unique within its kind.
    public var key: String { Self.key(period: period, rowKind: rowKind) }

    /// The key of a period's table.
    public static func key(period: String, rowKind: DossierRows) -> String { "\(period)/\(rowKind.rawValue)" }

    /// The sum of all rows, column by column.
    public var total: [Int] {
        rows.reduce(into: Array(repeating: 0, count: columns.count)) { sums, row in
            for (index, count) in row.counts.enumerated() { sums[index] += count }
        }
    }

    /// Where the column of a code stands.
    public func index(of code: String) -> Int? { columns.firstIndex { $0.code == code } }
}
