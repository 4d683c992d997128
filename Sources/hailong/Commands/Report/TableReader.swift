import Ratings
import Reports
import Store

/// Makes the tables of a period from the store.
struct TableReader {
    let store: Store
    let span: PeriodSpan
    /// When they are made.
    let now: Instant
    /// What was read of the period.
    let source: TableSource
    private let builder: TableBuilder

    init(_ store: Store, of span: PeriodSpan, at now: Instant) throws {
        (self.store, self.span, self.now) = (store, span, now)
        source = try store.tableSource(for: span.days)
        builder = TableBuilder(source, span: span)
    }

    /// The table of ratings; a year to date is the sum of the tables of its months.
    func ratings(by kind: RowKind) throws -> RatingTable { try ratings(by: builder, of: span, kind) }

    private func ratings(by builder: TableBuilder, of span: PeriodSpan, _ kind: RowKind) throws -> RatingTable {
        guard let name = span.name, case .yearToDate = name else { return builder.table(by: kind, asOf: now) }
        let months = name.monthNames.compactMap { PeriodName($0) }
            .compactMap { PeriodRule.span(of: $0, in: builder.directory) }
        let tables = try months.map { month in
            TableBuilder(try store.tableSource(for: month.days), span: month).table(by: kind, asOf: now)
        }
        return builder.sum(of: tables, by: kind, asOf: now)
    }

    /// Ratings by hour and day of the week.
    func hours() throws -> HourTable {
        builder.hourTable(try span.pieces.flatMap { try store.hourCounts(for: $0) }, asOf: now)
    }

    func comparison(by kind: RowKind, basis: ComparisonTable.Basis) throws -> ComparisonTable {
        let earlier =
            switch basis {
            case .previous: PeriodRule.span(before: span, in: builder.directory)
            case .lastYear: PeriodRule.span(yearBefore: span, in: builder.directory)
            }
        guard let earlier else {
            throw CommandFailure.refused(
                "no period stands before \(span.name?.description ?? "this one"). Use --compare last-year.")
        }
        let then = builder.earlier(try store.tableSource(for: earlier.days), span: earlier)
        return builder.comparison(
            try ratings(by: kind), with: try ratings(by: then, of: earlier, kind), of: then, basis: basis)
    }

    func coverage(by kind: RowKind, base: CoverageBase.Kind) throws -> CoverageTable {
        let figures = try figures(by: kind, base)
        let base = kind == .unit ? figures.folded(by: builder.succession) : figures
        guard let coverage = CoverageTable(try ratings(by: kind), against: base) else {
            throw CommandFailure.usage(
                "dossiers are not one \(kind.rawValue)'s. Use --coverage invitations, or --by unit or field.")
        }
        return coverage
    }

    private func figures(by kind: RowKind, _ base: CoverageBase.Kind) throws -> CoverageBase {
        guard base == .invitations else { return try dossiers(by: kind, base) }
        let uses = try span.pieces.flatMap { try store.invitationUses(for: $0) }
        return switch kind {
        case .unit: CoverageBase(of: uses, by: \.unit)
        case .counter: CoverageBase(of: uses, by: \.counter)
        case .officer: CoverageBase(of: uses, by: \.officer)
        case .field: CoverageBase(of: uses, by: \.field)
        case .day: CoverageBase(kind: base, counts: [:])
        }
    }

    private func dossiers(by kind: RowKind, _ base: CoverageBase.Kind) throws -> CoverageBase {
        guard let rows = DossierRows(rawValue: kind.rawValue) else { return CoverageBase(kind: base, counts: [:]) }
        guard let name = span.name else {
            throw CommandFailure.refused("there are dossier figures of months only. Use --month or --period.")
        }
        let tables = try name.monthNames.map { month in
            guard let table = builder.directory.dossiers[DossierTable.key(period: month, rowKind: rows)] else {
                throw CommandFailure.refused(
                    "there are no dossier figures by \(rows.rawValue) of \(month). "
                        + "Import them with 'hailong dossiers import --month \(month) FILE'.")
            }
            return table
        }
        do {
            return try CoverageBase(base, of: tables)
        } catch {
            switch error {
            case .missingColumn(let code, let period):
                throw CommandFailure.refused(
                    "the dossiers of \(period) have no column '\(code)'"
                        + (base == .counter ? ", and those at the counter are received_total less online and post" : "")
                        + ". Add it to dossier_columns.csv and import them again, or use another --coverage.")
            case .negative(let row, let period):
                throw CommandFailure.refused(
                    "of \(row), \(period) has more dossiers online and by post than received. "
                        + "Correct the figures and import them again, or use another --coverage.")
            }
        }
    }
}
