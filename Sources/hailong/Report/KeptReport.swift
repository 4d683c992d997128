import Documents
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

extension KeptReport {
    /// Name of the document that is kept of a whole report in this form.
    static func name(of form: LetterForm) -> String { ReportForm.paper(form.format).keptName(of: WholeReport.stem) }

    /// Name of the workbook that is kept of its annexes.
    static let workbookName = ReportForm.paper(.xlsx).keptName(of: WholeReport.annexesStem)

    /// The whole report of an edition.
    /// - Throws: `CommandFailure` where it was not kept with it.
    init(wholeOf edition: ReportEdition, in archive: ReportArchive) throws {
        guard edition.currentDocuments.contains(where: { $0.name == Self.name(of: .docx) }) else {
            throw CommandFailure.refused(
                "edition \(edition.number) of \(edition.period) keeps no whole report: something in it was still to be "
                    + "written or imported. Take the edition back with 'hailong report issue withdraw', or replace one "
                    + "that was issued; write with 'hailong report loi-van', and submit again. Today's draft: --live.")
        }
        self.init(archive: archive, edition: edition, stem: WholeReport.stem, bom: false)
    }

    /// What goes to be signed, in one ZIP of what was kept.
    func bundle() throws -> Data {
        try WholeReport.bundle(
            of: edition.period, docx: try archive.document(Self.name(of: .docx), of: edition),
            pdf: try archive.document(Self.name(of: .pdf), of: edition),
            workbook: try archive.document(Self.workbookName, of: edition))
    }
}

extension ReportForm {
    /// Name of the document that is kept of a table in this form.
    func keptName(of stem: String) -> String { "\(stem).\(self == .table ? "txt" : name)" }
}
