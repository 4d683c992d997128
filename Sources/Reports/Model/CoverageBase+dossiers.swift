import Ratings

extension CoverageBase {
    /// Why dossiers make no base.
    public enum Fault: Error, Hashable {
        /// A table does not have a column that the base is made of.
        case missingColumn(code: String, period: String)
        /// A row has fewer dossiers than came online and by post.
        case negative(row: String, period: String)
    }

    /// The dossiers of these tables, added up by the codes of their rows.
    /// - Throws: `Fault`, since a base that holds more or less than its name says is none.
    public init(_ kind: Kind, of tables: [DossierTable]) throws(Fault) {
        (self.kind, counts) = (kind, [:])
        for table in tables {
            var terms: [(sign: Int, index: Int)] = []
            for (sign, code) in kind.columns {
                guard let index = table.index(of: code) else {
                    throw .missingColumn(code: code, period: table.period)
                }
                terms.append((sign, index))
            }
            for row in table.rows {
                let count = terms.reduce(0) { $0 + $1.sign * row.counts[$1.index] }
                guard count >= 0 else { throw .negative(row: row.code, period: table.period) }
                counts[row.code, default: 0] += count
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
