import Documents
import Foundation
import Ratings
import Reports

/// What can be written in every form.
protocol WrittenReport {
    /// Name of its files, without extension and accents.
    var name: String { get }
    /// What CSV has no place for.
    var notes: [String] { get }
    /// The file in this form.
    func bytes(as form: ReportForm) throws -> Data
}

/// A table that can be written in every form.
struct Report: WrittenReport {
    var name: String
    /// For a terminal.
    var text: () throws -> String
    /// For spreadsheets and machines.
    var csv: () throws -> String
    /// For machines, with all that is known.
    var json: () throws -> String
    /// To sign.
    var paper: () throws -> Paper
    var notes: [String]

    func bytes(as form: ReportForm) throws -> Data {
        switch form {
        case .table: Data(try text().utf8)
        case .csv: Data(try csv().utf8)
        case .json: Data(try json().utf8)
        case .paper(let format): try PaperWriter.bytes(of: paper(), as: format)
        }
    }
}

extension Report {
    /// A table; `settings` are asked for only where it becomes a paper.
    init(_ table: any ReportTable, zone: Zone, bom: Bool, settings: @escaping () throws -> PaperSettings) {
        self.init(
            name: Self.name(of: table), text: { TextRenderer.render(table, zone: zone) },
            csv: { CSVRenderer.render(table, bom: bom) }, json: { try JSONRenderer.render(table, zone: zone) },
            paper: {
                Annex(table, settings: try settings(), zone: zone)
                    .paper(made: table.notes.anchor?.at ?? table.notes.asOf)
            }, notes: NotesText.lines(of: table, zone: zone))
    }

    /// `phu-luc-ii-can-bo-2020-06`: the annex or title, the rows if they are not units, the period.
    private static func name(of table: any ReportTable) -> String {
        let sheet = table.sheet
        let rows = sheet.by == RowKind.unit.rawValue ? nil : sheet.columns.first { $0.name == sheet.by }?.heading
        let period = table.periodName ?? "\(table.days.lowerBound)-den-\(table.days.upperBound)"
        return
            ([sheet.annex ?? sheet.title.joined(separator: " "), rows].compactMap { $0.map(FileName.unaccented) }
            + [period]).joined(separator: "-")
    }
}
