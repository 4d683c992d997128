import Foundation
import Office
import Ratings
import Reports

/// A table as it was kept: in every form byte for byte.
struct KeptReport: WrittenReport {
    let archive: ReportArchive
    let edition: ReportEdition
    /// Its name without the period.
    let stem: String
    /// Whether CSV begins with a byte order mark.
    let bom: Bool

    var name: String { "\(stem)-\(edition.period)" }
    var notes: [String] { [] }

    func bytes(as form: ReportForm) throws -> Data {
        let mark = bom && form == .csv ? Data("\u{FEFF}".utf8) : Data()
        return mark + (try archive.document(form.keptName(of: stem), of: edition))
    }
}

extension ReportForm {
    /// Name of the document that is kept of a table in this form.
    func keptName(of stem: String) -> String { "\(stem).\(self == .table ? "txt" : name)" }
}
