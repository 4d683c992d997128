import ArgumentParser
import Office
import Ratings
import Reports

/// Which table of a period is made.
struct TableOptions: ParsableArguments {
    /// What the rows are: those of `RowKind`, or hours beside days of the week.
    enum Rows: String, ExpressibleByArgument, CaseIterable {
        case unit, counter, officer, field, day, hour
    }

    @Option(name: .long, help: "What the rows are: unit, counter, officer, field, day, or hour (by day of the week).")
    var by: Rows = .unit

    @Option(name: .long, help: "Compares with the period before, or with the same one of last year.")
    var compare: ComparisonTable.Basis?

    @Option(
        name: .long,
        help: "Ratings over resolved dossiers, over those handled at the counter, or over invitations.")
    var coverage: CoverageBase.Kind?

    @Option(
        name: .long,
        help: "How shares are rounded: each by itself (plain), or so that they sum to 100 (largest-remainder).")
    var rounding: RoundingPolicy = .plain

    @Flag(name: .long, help: "Adds the satisfied among the satisfied and the dissatisfied.")
    var satisfaction = false

    @Option(name: .long, help: "Adds the sentence of the report's body: five-columns, neutral or levels.")
    var sentence: SentencePreset?

    func validate() throws {
        if compare != nil, coverage != nil { throw ValidationError("Give --compare or --coverage, not both.") }
        if compare != nil || coverage != nil, by == .day || by == .hour {
            throw ValidationError("--compare and --coverage need rows by unit, counter, officer or field.")
        }
        if by == .hour || compare != nil || coverage != nil, satisfaction || sentence != nil || rounding != .plain {
            throw ValidationError("--rounding, --satisfaction and --sentence are for the plain table of ratings.")
        }
    }

    /// The table as an edition keeps it: its documents, or made of its figures where more is to be told; nil where it
    /// keeps no such table.
    func kept(of edition: ReportEdition, in archive: ReportArchive, bom: Bool) throws -> (any WrittenReport)? {
        guard compare == nil, coverage == nil else { return nil }
        let report = try archive.report(edition)
        guard let kind = RowKind(rawValue: by.rawValue) else {
            return report.hours.map { hours in
                KeptReport(archive: archive, edition: edition, stem: Report.stem(of: hours.sheet), bom: bom)
            }
        }
        guard let table = report.figures.table(by: kind) else { return nil }
        guard sentence != nil || satisfaction || rounding != .plain else {
            return KeptReport(archive: archive, edition: edition, stem: Report.stem(of: table.sheet), bom: bom)
        }
        var settings = report.paper
        if let issue = edition.issue {
            (settings.state, settings.number, settings.date) = (.issued, issue.number, issue.date)
            settings.signer = issue.signer
        }
        let kept = settings
        return Report(chosen(table), zone: report.timeZone, bom: bom) { kept }
    }

    func table(from tables: PeriodTables) throws -> any ReportTable {
        guard let kind = RowKind(rawValue: by.rawValue) else { return try tables.hours() }
        if let comparison = try tables.comparison(by: kind) { return comparison }
        if let coverage { return try tables.coverage(by: kind, base: coverage) }
        return chosen(try tables.ratings(by: kind))
    }

    private func chosen(_ table: RatingTable) -> RatingTable {
        var table = table
        table.rounding = rounding
        table.tellsSatisfaction = satisfaction
        table.sentence = sentence
        return table
    }
}

extension ComparisonTable.Basis: ExpressibleByArgument {}
extension CoverageBase.Kind: ExpressibleByArgument {}
extension RoundingPolicy: ExpressibleByArgument {}
extension SentencePreset: ExpressibleByArgument {}
