import Documents
import Intake
import Office
import Ratings
import Reports
import Store

/// Reads what the whole report of a month is made of.
struct WholeReportReader {
    let store: Store
    let period: ReportPeriod
    let now: Instant
    private let directory: Directory

    /// - Throws: `CommandFailure` where there is no such month.
    init(_ store: Store, month: String, at now: Instant) throws {
        directory = store.directory
        guard let period = PeriodRule.period(named: month, in: directory), period.first <= period.last else {
            throw CommandFailure.usage("'\(month)' is no period. Write YYYY-MM.")
        }
        (self.store, self.period, self.now) = (store, period, now)
    }

    /// The centre at the period's end.
    var centre: Centre? {
        let end = directory.settings.start(of: period.last.advanced(by: 1))
        return directory.centres.last { $0.since < end }
    }

    /// What persons wrote into the month's report.
    var written: [ReportField: String] { texts(of: period.name) }

    /// What they wrote into the latest report before it.
    var last: [ReportField: String] {
        directory.texts.keys.filter { $0 < period.name }.max().map { texts(of: $0) } ?? [:]
    }

    /// The dossiers by unit; nil where none were imported.
    var dossiers: DossierReport? {
        directory.dossiers[DossierTable.key(period: period.name, rowKind: .unit)].map {
            DossierReport($0, period: period, in: directory)
        }
    }

    /// The report of the figures that were kept, with what was kept around them; nil for a draft.
    func kept() throws -> WholeReport? {
        let archive = ReportArchive(store: store)
        guard let edition = try archive.kept(of: period.name, by: .unit, edition: nil) else { return nil }
        let frozen = try archive.report(edition)
        var settings = frozen.paper
        if let issue = edition.issue {
            (settings.state, settings.number, settings.date) = (.issued, issue.number, issue.date)
            settings.signer = issue.signer
        }
        return report(frozen.table, settings)
    }

    /// The report of today's figures, anchored.
    func live(_ settings: PaperSettings) throws -> WholeReport {
        let source = try store.tableSource(for: period.first...period.last)
        var table = table(of: source)
        table.notes.anchor = source.ledger.flatMap { store.anchorReport(of: $0, at: now) }
        var settings = settings
        settings.replaces = ReportArchive(store: store).replaced(in: period.name)
        return report(table, settings)
    }

    /// The form in which persons write their part, begun with what they wrote into the `last` report.
    func form(last: [ReportField: String]?) throws -> String {
        let table = table(of: try store.tableSource(for: period.first...period.last))
        return ReportTextsForm.text(
            of: period.name, written: written, last: last ?? self.last,
            known: report(table, PaperSettings(centre: centre)).known)
    }

    private func table(of source: TableSource) -> RatingTable {
        TableBuilder(source, days: period.first...period.last)
            .table(by: .unit, periodName: period.name, asOf: now)
    }

    private func report(_ table: RatingTable, _ settings: PaperSettings) -> WholeReport {
        WholeReport(
            table: table, dossiers: dossiers, settings: settings, written: written, last: last,
            zone: directory.settings.zone)
    }

    private func texts(of period: String) -> [ReportField: String] {
        var texts: [ReportField: String] = [:]
        for (name, text) in directory.texts[period]?.texts ?? [:] {
            if let field = ReportField(rawValue: name) { texts[field] = text }
        }
        return texts
    }
}
