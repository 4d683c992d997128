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
    @OptionGroup(title: "Paper options of days without a name") var standing: StateOptions

    func run() async throws {
        let store = try Store(reading: try common.folder())
        let directory = store.directory
        let now = SystemClock().read().wall
        let span = try period.span(in: directory, at: now)
        let archive = ReportArchive(store: store)
        let name = span.name?.description
        if let edition = try kept.edition(of: name, in: archive, zone: directory.settings.zone) {
            if let report = try choice.kept(of: edition, in: archive, bom: output.bom) {
                try kept.refuse(paper.given + standing.given, beside: edition)
                return try output.write(report)
            }
            try kept.tellNotKept(of: edition)
        }
        var (table, ledger) = try PeriodTables.read(store, of: span, at: now, comparedWith: choice.compare) { tables in
            (try choice.table(from: tables), tables.ledger)
        }
        let book = directory.settings
        let end = book.start(of: span.days.upperBound.advanced(by: 1))
        try standing.check(for: table, of: name)
        table.notes.tie(to: store.anchorReport(of: ledger, at: now), end: end)
        let report = Report(table, zone: book.zone, bom: output.bom) {
            var settings = try paper.settings(
                try common.settings(), centre: directory.centres.last { $0.since < end }, state: standing)
            settings.replaces = name.flatMap(archive.reportInForce)
            return settings
        }
        try output.write(report)
    }
}

extension RowKind: ExpressibleByArgument {}
