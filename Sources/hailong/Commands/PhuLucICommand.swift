import ArgumentParser
import Foundation
import Intake
import Office
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
    @OptionGroup var kept: KeptOptions
    @OptionGroup(title: "Paper options") var paper: PaperOptions

    func run() async throws {
        let store = try Store(reading: try common.folder())
        let directory = store.directory
        guard let period = PeriodRule.period(named: month, in: directory) else {
            throw CommandFailure.usage("'\(month)' is no period. Write YYYY-MM.")
        }
        let (archive, zone) = (ReportArchive(store: store), directory.settings.zone)
        if let edition = try kept.edition(of: month, in: archive, zone: zone) {
            if try archive.report(edition).figures.dossiers(by: by) != nil {
                try kept.refuse(paper.given, beside: edition)
                return try output.write(
                    KeptReport(archive: archive, edition: edition, stem: Report.stem(of: by), bom: output.bom))
            }
            try kept.tellNotKept(of: edition)
        }
        guard let table = directory.dossiers[DossierTable.key(period: month, rowKind: by)] else {
            throw CommandFailure.refused(
                "there are no dossiers by \(by.rawValue) of \(month). "
                    + "Import them with 'hailong dossiers import --month \(month) FILE'.")
        }
        let now = SystemClock().read().wall
        let anchor = store.anchorReport(at: now)
        let report = Report(
            DossierReport(table, period: period, in: directory), zone: zone, anchor: anchor, made: anchor?.at ?? now,
            bom: output.bom
        ) {
            let end = directory.settings.start(of: period.last.advanced(by: 1))
            var settings = try paper.settings(try common.settings(), centre: directory.centres.last { $0.since < end })
            settings.replaces = archive.reportInForce(of: month)
            return settings
        }
        try output.write(report)
    }
}

extension DossierRows: ExpressibleByArgument {}
