import Foundation
import Office
import Ratings
import Reports

/// The documents that are kept of a report: each of its tables in every form that this program writes.
struct ReportDocuments: DocumentMaking {
    func documents(of report: FrozenReport) throws -> [MadeDocument] {
        try Report.all(of: report).flatMap { written in
            try ReportForm.allCases.map { form in
                MadeDocument(name: form.keptName(of: written.stem), bytes: try written.bytes(as: form))
            }
        }
    }
}

extension Report {
    /// Each table that is kept of a report.
    fileprivate static func all(of report: FrozenReport) -> [Report] {
        let (figures, zone) = (report.figures, report.timeZone)
        let tables: [any ReportTable] = [figures.table] + figures.others + [figures.hours].compactMap(\.self)
        let anchor = TableNotes.Anchor(ledger: report.ledger, at: report.frozen)
        return tables.map { table in Report(table, zone: zone, bom: false) { report.paper } }
            + figures.dossiers.map { dossiers in
                Report(dossiers, zone: zone, anchor: anchor, made: report.frozen, bom: false) { report.paper }
            }
    }
}
