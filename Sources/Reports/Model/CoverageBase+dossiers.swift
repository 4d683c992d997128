import Ratings

extension CoverageBase {
    /// A column that a base is made of and a table of dossiers does not have.
    public struct MissingColumn: Error, Hashable {
        /// The column's code.
        public var code: String
        /// The table's period.
        public var period: String
    }

    /// The dossiers of these tables, added up by the codes of their rows.
    /// - Throws: `MissingColumn`, since a base that holds more than its name says is none.
    public init(_ kind: Kind, of tables: [DossierTable]) throws(MissingColumn) {
        (self.kind, counts) = (kind, [:])
        for table in tables {
            var terms: [(sign: Int, index: Int)] = []
            for (sign, code) in kind.columns {
                guard let index = table.index(of: code) else {
                    throw MissingColumn(code: code, period: table.period)
                }
                terms.append((sign, index))
            }
            for row in table.rows {
                counts[row.code, default: 0] += terms.reduce(0) { $0 + $1.sign * row.counts[$1.index] }
            }
        }
    }
}

extension CoverageBase.Kind {
    /// The codes of the columns of dossiers that make it up; of invitations none.
    fileprivate var columns: [(sign: Int, code: String)] {
        switch self {
        case .resolved: [(1, "resolved_total")]
        case .counter: [(1, "received_total"), (-1, "online"), (-1, "post")]
        case .invitations: []
        }
    }
}
