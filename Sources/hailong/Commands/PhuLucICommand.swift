import ArgumentParser
import Foundation
import Intake
import Ratings
import Reports
import Store

/// `hailong report phu-luc-i`: the dossiers of a period.
struct PhuLucICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phu-luc-i", abstract: "The dossiers of a period by unit or field, as they were imported.")

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "A period by its name, YYYY-MM.")
    var month: String

    @Option(name: .long, help: "What the rows are: unit or field.")
    var by: DossierRows = .unit

    @OptionGroup(title: "Which form") var output: ReportOutput
    @OptionGroup(title: "Paper options") var paper: PaperOptions

    func run() async throws {
        let store = try Store(reading: try common.folder())
        let directory = store.directory
        guard let period = PeriodRule.period(named: month, in: directory) else {
            throw CommandFailure.usage("'\(month)' is no period. Write YYYY-MM.")
        }
        guard let table = directory.dossiers[DossierTable.key(period: month, rowKind: by)] else {
            throw CommandFailure.refused(
                "there are no dossiers by \(by.rawValue) of \(month). "
                    + "Import them with 'hailong dossiers import --month \(month) FILE'.")
        }
        let dossiers = DossierReport(table, period: period, in: directory)
        let now = SystemClock().read().wall
        let anchor = store.anchorReport(at: now)
        let book = directory.settings
        let report = Report(
            name: FileName.unaccented("phụ lục I \(by == .unit ? "" : "lĩnh vực ")\(month)"),
            text: { DossierRenderer.text(dossiers) },
            csv: { DossierRenderer.csv(dossiers, bom: output.bom) }, json: { try DossierRenderer.json(dossiers) },
            paper: {
                let end = book.start(of: period.last.advanced(by: 1))
                let centre = directory.centres.last { $0.since < end }
                return dossiers.paper(
                    try paper.settings(try common.settings(), centre: centre), zone: book.zone, anchor: anchor,
                    made: anchor?.at ?? now)
            }, notes: DossierRenderer.notes(dossiers))
        try output.write(report)
    }
}

extension DossierRows: ExpressibleByArgument {}
