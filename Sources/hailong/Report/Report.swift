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
    /// Its name without the period: `phu-luc-ii-quay`.
    var stem: String
    var period: String
    /// For a terminal.
    var text: () throws -> String
    /// For spreadsheets and machines.
    var csv: () throws -> String
    /// For machines, with all that is known.
    var json: () throws -> String
    /// To sign.
    var paper: () throws -> Paper
    var notes: [String]

    var name: String { "\(stem)-\(period)" }

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
            stem: Self.stem(of: table.sheet),
            period: table.periodName ?? "\(table.days.lowerBound)-den-\(table.days.upperBound)",
            text: { TextRenderer.render(table, zone: zone) },
            csv: { CSVRenderer.render(table, bom: bom) }, json: { try JSONRenderer.render(table, zone: zone) },
            paper: {
                Annex(table, settings: try settings(), zone: zone)
                    .paper(made: table.notes.anchor?.at ?? table.notes.asOf)
            }, notes: NotesText.lines(of: table, zone: zone))
    }

    /// Phụ lục I; `settings` are asked for only where it becomes a paper.
    init(
        _ dossiers: DossierReport, zone: Zone, anchor: TableNotes.Anchor?, made: Instant, bom: Bool,
        settings: @escaping () throws -> PaperSettings
    ) {
        self.init(
            stem: Self.stem(of: dossiers.rowKind), period: dossiers.periodName,
            text: { DossierRenderer.text(dossiers) }, csv: { DossierRenderer.csv(dossiers, bom: bom) },
            json: { try DossierRenderer.json(dossiers) },
            paper: { dossiers.paper(try settings(), zone: zone, anchor: anchor, made: made) },
            notes: DossierRenderer.notes(dossiers))
    }

    /// `phu-luc-ii-can-bo-tai-quay`: the annex or title, and the rows if they are not units.
    static func stem(of sheet: TableSheet) -> String {
        let rows = sheet.by == RowKind.unit.rawValue ? nil : sheet.columns.first { $0.name == sheet.by }?.heading
        return [sheet.annex ?? sheet.title.joined(separator: " "), rows].compactMap { $0.map(FileName.unaccented) }
            .joined(separator: "-")
    }

    /// `phu-luc-i`, `phu-luc-i-linh-vuc`.
    static func stem(of rows: DossierRows) -> String {
        FileName.unaccented(rows == .unit ? "phụ lục I" : "phụ lục I lĩnh vực")
    }
}
