import Ratings
import Reports
import Store

/// Makes the tables of a period, all from one moment of the store.
public struct PeriodTables {
    private let snapshot: StoreSnapshot
    private let span: PeriodSpan
    /// When they are made.
    private let now: Instant
    private let source: TableSource
    private let builder: TableBuilder
    private let issued: [String: PeriodFigures]
    /// With what they are compared, and the issued report of that period.
    private let basis: ComparisonTable.Basis?
    private let report: String?

    /// Hands out the tables of `span`, to be compared on `basis`, for as long as `body` runs, in which nothing else of the
    /// store may be read.
    /// - Throws: `DatabaseError`, as `ReportArchive.report`, or what `body` throws.
    public static func read<Result>(
        _ store: Store, of span: PeriodSpan, at now: Instant, comparedWith basis: ComparisonTable.Basis? = nil,
        _ body: (PeriodTables) throws -> Result
    ) throws -> Result {
        let archive = ReportArchive(store: store)
        let earlier = basis.flatMap { $0.name(before: span.name) }
        let summed = span.name.flatMap { $0.isYearToDate ? $0 : nil }
        let issued = try archive.issued(in: [summed, earlier].compactMap(\.self))
        let report = earlier.flatMap { archive.reportInForce(of: $0.description) }
        return try store.snapshot {
            try body(PeriodTables($0, of: span, at: now, issued: issued, basis: basis, report: report))
        }
    }

    private init(
        _ snapshot: StoreSnapshot, of span: PeriodSpan, at now: Instant, issued: [String: PeriodFigures],
        basis: ComparisonTable.Basis?, report: String?
    ) throws {
        (self.snapshot, self.span, self.now, self.issued) = (snapshot, span, now, issued)
        (self.basis, self.report) = (basis, report)
        source = try snapshot.tableSource(for: span.days)
        builder = TableBuilder(source, span: span)
    }

    /// The ledger that they are read from.
    public var ledger: LedgerPosition { source.ledger ?? LedgerPosition(rows: 0, hash: "") }

    /// The directory that they are read with.
    public var directory: Directory { source.directory }

    /// All tables that are kept of a report.
    /// - Throws: `DatabaseError`.
    public func figures() throws -> PeriodFigures {
        PeriodFigures(
            table: try ratings(by: .unit), others: try RowKind.allCases.filter { $0 != .unit }.map(ratings),
            hours: try hours(), dossiers: DossierRows.allCases.compactMap(dossiers))
    }

    /// Phụ lục I of a month as it was imported; nil where it was not, and of other periods.
    public func dossiers(by rows: DossierRows) -> DossierReport? {
        guard let name = span.name, case .month = name,
            let table = directory.dossiers[DossierTable.key(period: name.description, rowKind: rows)]
        else { return nil }
        let period = ReportPeriod(name: name.description, first: span.days.lowerBound, last: span.days.upperBound)
        return DossierReport(table, period: period, in: directory)
    }

    /// The marked ratings on which nobody has decided.
    func undecidedMarks() throws -> [PressKey] { try span.pieces.flatMap(snapshot.undecidedMarks) }

    /// How many counted ratings with `mark` came with presses that were stored behind `position`.
    func ratings(storedBehind position: Int64, marked mark: Mark = []) throws -> Int {
        try span.pieces.reduce(0) { $0 + (try snapshot.ratings(of: $1, storedBehind: position, marked: mark)) }
    }

    /// Days that a table by day has at most: those of ten years.
    static let mostDays = 3_653

    /// The table of ratings; a year to date is the sum of its months: of an issued one what was reported, of the others
    /// what is counted today, which the table says.
    /// - Throws: `OfficeError` where there are more days than `mostDays` to be listed; `DatabaseError`.
    public func ratings(by kind: RowKind) throws -> RatingTable {
        guard kind != .day || span.days.count <= Self.mostDays else {
            throw OfficeError(
                "by", "day", why: "\(span.days.count) days are more than those of ten years",
                remedy: "Ask for ten years at most, or for other rows.")
        }
        return try ratings(by: builder, of: span, kind)
    }

    private func ratings(by builder: TableBuilder, of span: PeriodSpan, _ kind: RowKind) throws -> RatingTable {
        guard let name = span.name, name.isYearToDate else { return builder.table(by: kind, asOf: now) }
        let months = name.monthNames.compactMap { PeriodName($0) }
            .compactMap { PeriodRule.span(of: $0, in: builder.directory) }
        var open: [String] = []
        let tables = try months.map { month in
            if let name = month.name?.description {
                if let table = issued[name]?.table(by: kind) { return table }
                open.append(name)
            }
            return TableBuilder(try snapshot.tableSource(for: month.days), span: month).table(by: kind, asOf: now)
        }
        var sum = builder.sum(of: tables, by: kind, asOf: now)
        sum.notes.notIssued = open
        return sum
    }

    /// Ratings by hour and day of the week.
    /// - Throws: `DatabaseError`.
    public func hours() throws -> HourTable {
        builder.hourTable(try span.pieces.flatMap(snapshot.hourCounts), asOf: now)
    }

    /// The ratings beside those of the earlier period that they were read with, nil for none: what was reported of it where
    /// a report was issued, else what is counted today, which the table says.
    /// - Throws: `OfficeError` where there is no earlier period; `DatabaseError`.
    public func comparison(by kind: RowKind) throws -> ComparisonTable? {
        guard let basis else { return nil }
        let earlier =
            switch basis {
            case .previous: PeriodRule.span(before: span, in: builder.directory)
            case .lastYear: PeriodRule.span(yearBefore: span, in: builder.directory)
            }
        guard let earlier else {
            throw OfficeError(
                "compare", why: "no period stands before \(span.name?.description ?? "this one")",
                remedy: "Use --compare last-year.")
        }
        let then = builder.earlier(try snapshot.tableSource(for: earlier.days), span: earlier)
        let reported = earlier.name.flatMap { issued[$0.description]?.table(by: kind) }
        var table = try ratings(by: then, of: earlier, kind)
        if let reported {
            table = then.sum(of: [reported], by: kind, asOf: now)
            table.days = reported.days
        }
        return builder.comparison(
            try ratings(by: kind), with: table, of: then, basis: basis, report: reported == nil ? nil : report)
    }

    /// The ratings beside what was done.
    /// - Throws: `OfficeError` where nobody has counted that by these rows; `DatabaseError`.
    public func coverage(by kind: RowKind, base: CoverageBase.Kind) throws -> CoverageTable {
        let figures = try figures(by: kind, base)
        let base = kind == .unit ? figures.folded(by: builder.succession) : figures
        guard let coverage = CoverageTable(try ratings(by: kind), against: base) else {
            throw OfficeError(
                "coverage", base.kind.rawValue, why: "dossiers are not one \(kind.rawValue)'s",
                remedy: "Use --coverage invitations, or --by unit or field.")
        }
        return coverage
    }

    private func figures(by kind: RowKind, _ base: CoverageBase.Kind) throws -> CoverageBase {
        guard base == .invitations else { return try dossiers(by: kind, base) }
        let uses = try span.pieces.flatMap(snapshot.invitationUses)
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
            throw OfficeError(
                "coverage", base.rawValue, why: "there are dossier figures of months only",
                remedy: "Use --month or --period.")
        }
        let tables = try name.monthNames.map { month in
            guard let table = builder.directory.dossiers[DossierTable.key(period: month, rowKind: rows)] else {
                throw OfficeError(
                    "coverage", base.rawValue, why: "there are no dossier figures by \(rows.rawValue) of \(month)",
                    remedy: "Import them with 'hailong dossiers import --month \(month) FILE'.")
            }
            return table
        }
        do {
            return try CoverageBase(base, of: tables)
        } catch {
            switch error {
            case .missingColumn(let code, let period):
                throw OfficeError(
                    "coverage", base.rawValue,
                    why: "the dossiers of \(period) have no column '\(code)'"
                        + (base == .counter
                            ? ", and those at the counter are received_total less carried_over, online and post" : ""),
                    remedy: "Add it to dossier_columns.csv and import them again, or use another --coverage.")
            case .negative(let row, let period):
                throw OfficeError(
                    "coverage", base.rawValue,
                    why: "of \(row), \(period) has more dossiers carried over, online and by post than received",
                    remedy: "Correct the figures and import them again, or use another --coverage.")
            }
        }
    }
}

extension ComparisonTable.Basis {
    /// The name of the earlier period; nil where it has none.
    fileprivate func name(before name: PeriodName?) -> PeriodName? {
        switch self {
        case .previous: name?.previous
        case .lastYear: name?.lastYear
        }
    }
}
