import Ratings

extension CoverageBase {
    /// Why dossiers make no base.
    public enum Fault: Error, Hashable {
        /// A table does not have a column that the base is made of.
        case missingColumn(code: String, period: String)
        /// A row has fewer dossiers than are to be taken off.
        case negative(row: String, period: String)
    }

    /// The dossiers of these tables, added up by the codes of their rows. What is carried over from one month to the next
    /// is in the tables of both, and counts once.
    /// - Throws: `Fault`, since a base that holds less than its name says is none.
    public init(_ kind: Kind, of tables: [DossierTable]) throws(Fault) {
        (self.kind, counts) = (kind, [:])
        for table in tables {
            var terms: [(sign: Int, index: Int)] = []
            for term in kind.terms {
                if let index = table.index(of: term.column) {
                    terms.append((term.sign, index))
                } else if let part = term.part {
                    rest.insert(part)
                } else {
                    throw .missingColumn(code: term.column, period: table.period)
                }
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
    /// A column of dossiers that is added or taken off; one of a part may be missing, which the base then says.
    fileprivate typealias Term = (sign: Int, column: String, part: CoverageBase.Part?)

    /// What makes it up; of invitations nothing.
    fileprivate var terms: [Term] {
        switch self {
        case .resolved: [(1, "resolved_total", nil)]
        case .counter:
            [
                (1, "received_total", nil), (-1, "online", nil), (-1, "carried_over", .carriedOver),
                (-1, "post", .post),
            ]
        case .invitations: []
        }
    }
}
