import Foundation
import Office
import Ratings
import Reports

/// The documents that are kept of a report: Phụ lục II in every form that this program writes.
struct ReportDocuments: DocumentMaking {
    func documents(of report: FrozenReport) throws -> [MadeDocument] {
        let written = Report(report.table, zone: report.timeZone, bom: false) { report.paper }
        return try ReportForm.allCases.map { form in
            MadeDocument(name: form.keptName, bytes: try written.bytes(as: form))
        }
    }
}
