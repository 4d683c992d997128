import Foundation
import Office
import Ratings
import Reports

/// Phụ lục II as it was kept: in every form byte for byte.
struct KeptReport: WrittenReport {
    let archive: ReportArchive
    let edition: ReportEdition
    /// Whether CSV begins with a byte order mark.
    let bom: Bool

    var name: String { "phu-luc-ii-\(edition.period)" }
    var notes: [String] { [] }

    func bytes(as form: ReportForm) throws -> Data {
        let mark = bom && form == .csv ? Data("\u{FEFF}".utf8) : Data()
        return mark + (try archive.document(form.keptName, of: edition))
    }
}

extension ReportForm {
    /// Name of the document that is kept in this form.
    var keptName: String { "phu-luc-ii.\(self == .table ? "txt" : name)" }
}
