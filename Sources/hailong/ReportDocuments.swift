import Documents
import Foundation
import Office
import Ratings
import Reports
import Upkeep

/// The documents that are kept of a report: each of its tables, and of a month the whole report, in every form that this
/// program writes.
struct ReportDocuments: DocumentMaking {
    /// Folder of hailong.yaml, unless it is the usual one. It says where the whole report's template is and how its sentence
    /// tells the ratings, and is read when a report is submitted.
    var config: String?

    func manner() throws -> ReportManner? {
        let papers = try papers()
        do {
            let template = try papers?.template.map { try InputFile.bytes($0, .document) }
            return ReportManner(sentence: papers?.sentence ?? .neutral, template: template)
        } catch let error as CommandFailure {
            throw Self.refusal([error.message ?? ""], in: papers?.template)
        }
    }

    func documents(of report: FrozenReport) throws -> MadeDocuments {
        let tables = try Report.all(of: report).flatMap { written in
            try ReportForm.allCases.map { form in
                MadeDocument(name: form.keptName(of: written.stem), bytes: try written.bytes(as: form))
            }
        }
        guard var whole = WholeReport(report) else { return MadeDocuments(tables) }
        // An early version kept no manner.
        let manner = try report.manner ?? manner()
        whole.sentence = manner?.sentence ?? .neutral
        let kept = try kept(of: whole, from: manner?.template)
        let files = LetterForm.allCases.compactMap { form in
            kept.report[form.format].map { MadeDocument(name: KeptReport.name(of: form), bytes: $0) }
        }
        let workbook = kept.workbook.map { MadeDocument(name: KeptReport.workbookName, bytes: $0) }
        return MadeDocuments(
            tables + files + [workbook].compactMap(\.self), open: kept.open, onlyInWord: kept.onlyInWord)
    }

    private func papers() throws -> MachineSettings.Papers? {
        do {
            return try MachineSettings.load(folder: config).papers
        } catch {
            throw OfficeError([
                Finding(file: nil, why: "\(error)", remedy: "Correct it: it says how the month's report is made.")
            ])
        }
    }

    /// - Throws: `OfficeError` with everything that is wrong in the template; `PaperError`.
    private func kept(of report: WholeReport, from template: Data?) throws -> WholeReport.Kept {
        let lines: [String]
        do {
            return try report.kept(from: try ReportTemplate(template ?? ReportTemplate.standard(report.settings)))
        } catch let error as TemplateError {
            lines = error.description.split(separator: "\n").map(String.init)
        } catch let error as DocumentError {
            lines = [error.description]
        }
        throw Self.refusal(lines, in: try papers()?.template)
    }

    private static func refusal(_ lines: [String], in file: String?) -> OfficeError {
        OfficeError(
            lines.map { line in
                Finding(
                    file: file, why: line.hasSuffix(".") ? String(line.dropLast()) : line,
                    remedy: "Sửa tệp mẫu (papers: template: trong hailong.yaml), hoặc bỏ dòng đó để dùng mẫu có sẵn.")
            })
    }
}

extension ReportTemplate {
    /// The template at `path`, else the one that a centre of these settings starts from.
    /// - Throws: `CommandFailure` where it cannot be read; `DocumentError` where it is no DOCX.
    init(of settings: PaperSettings, at path: String?) throws {
        try self.init(try path.map { try InputFile.bytes($0, .document) } ?? ReportTemplate.standard(settings))
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
