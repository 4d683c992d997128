import Ratings

extension TableBuilder {
    /// The builder for an earlier span with the units of this one: what merged since is added up.
    public func earlier(_ source: TableSource, span: PeriodSpan) -> TableBuilder {
        TableBuilder(source, span: span, unitsAsOf: end)
    }

    /// A table of this builder beside that of `earlier`; units split since cannot be compared.
    public func comparison(
        _ now: RatingTable, with then: RatingTable, of earlier: TableBuilder, basis: ComparisonTable.Basis
    ) -> ComparisonTable {
        ComparisonTable(
            now, with: then, basis: basis,
            incomparable: now.kind == .unit ? succession.split(since: earlier.start) : [])
    }
}
