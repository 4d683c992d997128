import Ratings

extension TableBuilder {
    /// The builder for an earlier span with the units of this one: what merged since is added up.
    public func earlier(_ source: TableSource, span: PeriodSpan) -> TableBuilder {
        TableBuilder(source, span: span, unitsAsOf: end)
    }

    /// A table of this builder beside that of `earlier`, which `report` told; units split since cannot be compared.
    public func comparison(
        _ now: RatingTable, with then: RatingTable, of earlier: TableBuilder, basis: ComparisonTable.Basis,
        report: String? = nil
    ) -> ComparisonTable {
        ComparisonTable(
            now, with: then, basis: basis, report: report,
            incomparable: now.kind == .unit ? succession.split(since: earlier.start) : [])
    }
}
