import ArgumentParser
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

    /// What the rows of the table are, where it is one that is kept when a report goes to be signed.
    var keptKind: RowKind? {
        let isPlain = compare == nil && coverage == nil && !satisfaction && sentence == nil && rounding == .plain
        return isPlain ? RowKind(rawValue: by.rawValue) : nil
    }

    func table(from reader: TableReader) throws -> any ReportTable {
        guard let kind = RowKind(rawValue: by.rawValue) else { return try reader.hours() }
        if let compare { return try reader.comparison(by: kind, basis: compare) }
        if let coverage { return try reader.coverage(by: kind, base: coverage) }
        var table = try reader.ratings(by: kind)
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
