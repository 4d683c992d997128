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

    @Option(name: .long, help: "table, csv or json.")
    var format: PhuLucIICommand.Format = .table

    @Option(name: .long, help: "Writes to this file instead of stdout.")
    var out: String?

    @Flag(name: .long, help: "Begins CSV with a byte order mark, for Excel.")
    var bom = false

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
        let report = DossierReport(table, period: period, in: directory)
        let text =
            switch format {
            case .table: DossierRenderer.text(report)
            case .csv: DossierRenderer.csv(report, bom: bom)
            case .json: try DossierRenderer.json(report)
            }
        if let out {
            try OutputFile.write(Data(text.utf8), to: out, replacing: true)
        } else {
            Output.text(text)
        }
        if format == .csv { for line in DossierRenderer.notes(report) { Output.error(line) } }
        do {
            try store.writeAnchor(at: SystemClock().read().wall, reason: "report")
        } catch {
            Output.error("warning: the report's anchor was not written: \(error)")
        }
    }
}

extension DossierRows: ExpressibleByArgument {}
