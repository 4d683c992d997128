import Documents
import Intake
import Office
import Ratings
import Reports
import Store

/// Reads what the whole report of a month is made of.
struct WholeReportReader {
    let store: Store
    let now: Instant
    private let month: String
    private let span: PeriodSpan
    private let directory: Directory

    /// - Throws: `CommandFailure` where there is no such month.
    init(_ store: Store, month: String, at now: Instant) throws {
        directory = store.directory
        guard let span = PeriodRule.span(named: month, in: directory) else {
            throw CommandFailure.usage("'\(month)' is no period. Write YYYY-MM.")
        }
        (self.store, self.month, self.span, self.now) = (store, month, span, now)
    }

    /// The centre at the period's end.
    var centre: Centre? { directory.centres.last { $0.since < end } }

    private var end: Instant { directory.settings.start(of: span.days.upperBound.advanced(by: 1)) }

    private var written: [ReportField: String] { ReportField.texts(directory.writtenTexts(of: month)) }
    private var last: [ReportField: String] { ReportField.texts(directory.lastTexts(before: month)) }

    /// The report of today's figures, anchored.
    func live(_ settings: PaperSettings) throws -> WholeReport {
        var (table, dossiers, ledger) = try today()
        table.notes.tie(to: store.anchorReport(of: ledger, at: now), end: end)
        var settings = settings
        settings.replaces = ReportArchive(store: store).reportInForce(of: month)
        return report(table, dossiers, settings)
    }

    /// The form in which persons write their part, begun with what they wrote into the `last` report.
    func form(last: [ReportField: String]?) throws -> String {
        let (table, dossiers, _) = try today()
        return ReportTextsForm.text(
            of: month, written: written, last: last ?? self.last,
            known: report(table, dossiers, PaperSettings(centre: centre)).known)
    }

    private func today() throws -> (RatingTable, DossierReport?, LedgerPosition) {
        try PeriodTables.read(store, of: span, at: now) { tables in
            (try tables.ratings(by: .unit), tables.dossiers(by: .unit), tables.ledger)
        }
    }

    private func report(_ table: RatingTable, _ dossiers: DossierReport?, _ settings: PaperSettings) -> WholeReport {
        WholeReport(
            table: table, dossiers: dossiers, settings: settings, written: written, last: last,
            zone: directory.settings.zone)
    }
}
