import Foundation
import Ratings
import Reports

/// The whole report of a month (BÁO CÁO): its figures, what persons wrote, and both annexes, to be put into a template.
public struct WholeReport: Sendable {
    /// Name of its files, without the period.
    public static let stem = "bao-cao"
    /// Name of the workbook of its annexes, without the period.
    public static let annexesStem = "phu-luc"

    /// The ratings.
    public var table: RatingTable
    /// The dossiers; nil where none were imported.
    public var dossiers: DossierReport?
    /// What stands around the figures.
    public var settings: PaperSettings
    /// What persons wrote into it.
    public var written: [ReportField: String]
    /// What they wrote into the report before.
    public var last: [ReportField: String]
    /// The manner of the sentence about ratings.
    public var sentence: SentencePreset
    /// The centre's zone, for the moments in notes.
    public var zone: Zone

    /// A report.
    public init(
        table: RatingTable, dossiers: DossierReport?, settings: PaperSettings, written: [ReportField: String] = [:],
        last: [ReportField: String] = [:], sentence: SentencePreset = .neutral, zone: Zone
    ) {
        self.table = table
        self.dossiers = dossiers
        self.settings = settings
        self.written = written
        self.last = last
        self.sentence = sentence
        self.zone = zone
    }

    /// What the fields of a template say that no person writes; a cause is among them, and empty, where there is none.
    public var known: [ReportField: String] {
        var known = ReportField.values(of: table, sentence: sentence)
        known.merge(ReportField.values(of: settings, table: table)) { first, _ in first }
        if let dossiers { known.merge(ReportField.values(of: dossiers)) { first, _ in first } }
        return known
    }

    /// As a document to edit.
    /// - Throws: as `ReportTemplate.fill`.
    public func docx(from template: ReportTemplate) throws -> Data {
        try template.fill(values, parts: annexes, as: properties)
    }

    /// As a paper, for the other forms.
    /// - Throws: as `ReportTemplate.paper`.
    public func paper(from template: ReportTemplate) throws -> Paper {
        try template.paper(values, parts: annexes, as: properties)
    }

    /// What goes to be signed, in one ZIP: the report as DOCX and PDF, its annexes as a workbook. The names have no
    /// accents, and the same report is the same bytes.
    /// - Throws: as `docx` and `paper`; `PaperError`.
    public func bundle(from template: ReportTemplate) throws -> Data {
        try Self.bundle(
            of: table.periodName ?? "\(table.days.lowerBound)-den-\(table.days.upperBound)",
            docx: try docx(from: template), pdf: try PaperWriter.bytes(of: try paper(from: template), as: .pdf),
            workbook: try workbook())
    }

    /// The same ZIP of files that are there already.
    /// - Throws: `DocumentError` where it cannot be packed.
    public static func bundle(of period: String, docx: Data, pdf: Data, workbook: Data) throws -> Data {
        try ZipArchive([
            .init("\(stem)-\(period).docx", docx), .init("\(stem)-\(period).pdf", pdf),
            .init("\(annexesStem)-\(period).xlsx", workbook),
        ]).bytes()
    }

    /// Both annexes as a workbook.
    /// - Throws: `PaperError`.
    func workbook() throws -> Data {
        let annexes = Paper(
            title: "Phụ lục \(title)", author: settings.issuer, made: properties.made, state: settings.state,
            parts: parts.map(\.part))
        return try PaperWriter.bytes(of: annexes, as: .xlsx)
    }

    private var values: [String: ReportTemplate.Value] {
        var values = ReportTemplate.values(known, written: written, last: last)
        if dossiers == nil { values[ReportField.annexI.rawValue] = .open(prompt: ReportField.annexI.prompt) }
        return values
    }

    private var annexes: [String: Paper.Part] {
        Dictionary(uniqueKeysWithValues: parts.map { ($0.field.rawValue, $0.part) })
    }

    private var parts: [(field: ReportField, part: Paper.Part)] {
        let first = dossiers.map { $0.part(settings, zone: zone, anchor: table.notes.anchor) }
        let second = Annex(table, settings: settings, zone: zone).part
        return (first.map { [(.annexI, $0)] } ?? []) + [(.annexII, second)]
    }

    private var title: String {
        ReportField.values(of: settings, table: table)[.period] ?? ""
    }

    private var properties: ReportTemplate.Properties {
        .init(
            title: "Báo cáo \(title)", author: settings.issuer, made: table.notes.anchor?.at ?? table.notes.asOf,
            state: settings.state)
    }
}
