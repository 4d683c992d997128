import ArgumentParser
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
            PhuLucICommand.self, PhuLucIICommand.self, WholeReportCommand.self, ReportTextsCommand.self,
            ReportTemplateCommand.self, NoticeCommand.self,
            IssueCommand.self, ReportListCommand.self, ReportDiffCommand.self,
        ])
}

/// `hailong report phu-luc-ii`: the ratings of a period.
struct PhuLucIICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phu-luc-ii",
        abstract: "The ratings of a period by unit, counter, officer, field, day or hour; compared; as coverage.")

    @OptionGroup var common: CommonOptions
    @OptionGroup(title: "Which period") var period: PeriodOptions
    @OptionGroup(title: "Which table") var choice: TableOptions
    @OptionGroup(title: "Which form") var output: ReportOutput
    @OptionGroup var kept: KeptOptions
    @OptionGroup(title: "Paper options") var paper: PaperOptions

    func run() async throws {
        let store = try Store(reading: try common.folder())
        let directory = store.directory
        let now = SystemClock().read().wall
        let span = try period.span(in: directory, at: now)
        if let report = try kept.report(of: span.month, by: choice.keptKind, bom: output.bom, in: store) {
            return try output.write(report)
        }
        let reader = try TableReader(store, of: span, at: now)
        var table = try choice.table(from: reader)
        table.notes.anchor = reader.source.ledger.flatMap { store.anchorReport(of: $0, at: now) }
        let book = directory.settings
        let end = book.start(of: span.days.upperBound.advanced(by: 1))
        let report = Report(table, zone: book.zone, bom: output.bom) {
            var settings = try paper.settings(try common.settings(), centre: directory.centres.last { $0.since < end })
            settings.replaces = span.month.flatMap { ReportArchive(store: store).replaced(in: $0) }
            return settings
        }
        try output.write(report)
    }
}

extension RowKind: ExpressibleByArgument {}
