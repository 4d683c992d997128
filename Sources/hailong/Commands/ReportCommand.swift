import ArgumentParser
import Foundation
import Intake
import Office
import Ratings
import Reports
import Store

/// `hailong report`: the documents.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Makes the official tables.",
        subcommands: [
            PhuLucICommand.self, PhuLucIICommand.self, ReportTemplateCommand.self, IssueCommand.self,
            ReportListCommand.self, ReportDiffCommand.self,
        ])
}

/// `hailong report phu-luc-ii`: the ratings of a period.
struct PhuLucIICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phu-luc-ii", abstract: "The ratings of a period by unit, counter, officer or field.")

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "First day, YYYY-MM-DD, inclusive.")
    var from: String?

    @Option(name: .long, help: "Last day, YYYY-MM-DD, inclusive.")
    var to: String?

    @Option(name: .long, help: "A period by its name, YYYY-MM.")
    var month: String?

    @Option(name: .long, help: "What the rows are: unit, counter, officer or field.")
    var by: RowKind = .unit

    @OptionGroup var output: ReportOutput

    @OptionGroup var kept: KeptOptions

    @OptionGroup(title: "Paper options") var paper: PaperOptions

    func validate() throws {
        guard (month != nil) != (from != nil || to != nil), (from == nil) == (to == nil) else {
            throw ValidationError("Give --month, or --from and --to.")
        }
    }

    func run() async throws {
        let store = try Store(reading: try common.folder())
        if let report = try kept.report(of: month, by: by, bom: output.bom, in: store) {
            return try output.write(report)
        }
        let directory = store.directory
        let (name, days) = try period(in: directory)
        let now = SystemClock().read().wall
        let source = try store.tableSource(for: days)
        var table = TableBuilder(source, days: days).table(by: by, periodName: name, asOf: now)
        table.notes.anchor = anchor(of: source, in: store, at: now)
        let book = directory.settings
        let end = book.start(of: days.upperBound.advanced(by: 1))
        let report = Report(table, zone: book.zone, bom: output.bom) {
            var settings = try paper.settings(try common.settings(), centre: directory.centres.last { $0.since < end })
            settings.replaces = month.flatMap { ReportArchive(store: store).replaced(in: $0) }
            return settings
        }
        try output.write(report)
    }

    /// Anchors the rows that the table was read from, and says so where that fails: it is no reason to have no table.
    private func anchor(of source: TableSource, in store: Store, at now: Instant) -> TableNotes.Anchor? {
        guard let ledger = source.ledger else { return nil }
        do {
            let anchor = try store.writeAnchor(at: now, reason: "report", of: ledger)
            return TableNotes.Anchor(ledger: ledger, at: anchor.at)
        } catch {
            Output.error("warning: the report's anchor was not written: \(error)")
            return TableNotes.Anchor(ledger: ledger, at: now)
        }
    }

    private func period(in directory: Directory) throws -> (String?, ClosedRange<Day>) {
        if let month {
            guard let period = PeriodRule.period(named: month, in: directory) else {
                throw CommandFailure.usage("'\(month)' is no period. Write YYYY-MM.")
            }
            return (month, period.first...period.last)
        }
        let (first, last) = (try Day.typed(from ?? ""), try Day.typed(to ?? ""))
        guard first <= last else {
            throw CommandFailure.refused(
                "the period ends (\(last)) before it starts (\(first)). Exchange --from and --to.")
        }
        return (PeriodRule.name(of: first...last, in: directory), first...last)
    }
}

extension RowKind: ExpressibleByArgument {}
