import ArgumentParser
import Documents
import Foundation
import Intake
import Office
import Ratings
import Reports
import Store

/// `hailong report bao-cao`: the month's whole report.
struct WholeReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bao-cao", abstract: "The month's whole report, with both annexes, put into its template.",
        discussion: """
            What persons write into it is kept by 'hailong report loi-van'. A draft shows in brackets what is still to be \
            written. Where nothing is, 'hailong report issue submit' keeps the report with the figures; from then on this \
            gives what was kept, byte for byte.
            """)

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "The period by its name, YYYY-MM.")
    var month: String

    @Option(name: .long, help: "\(LetterForm.allValueStrings.joined(separator: ", ")). Default: docx.")
    var format: LetterForm?

    @Flag(
        name: .long,
        help: """
            Writes one ZIP with the report as DOCX and PDF and its annexes as XLSX: after 'hailong report issue submit' what \
            goes to be signed, before it a draft.
            """)
    var bundle = false

    @Option(name: .long, help: "Writes to this file.")
    var out: String

    @Option(
        name: .long,
        help: "The centre's own template, a .docx. Default: the one named in hailong.yaml, else that of the program.")
    var template: String?

    @Option(
        name: .long,
        help: """
            Manner of the sentence about ratings: five-columns, neutral or levels. Default: the one in hailong.yaml, else \
            neutral.
            """)
    var sentence: SentencePreset?

    @OptionGroup var kept: KeptOptions
    @OptionGroup(title: "Paper options") var paper: PaperOptions

    func validate() throws {
        guard !bundle || format == nil else { throw ValidationError("Give --bundle or --format, not both.") }
    }

    func run() async throws {
        let store = try Store(reading: try common.folder())
        let reader = try WholeReportReader(store, month: month, at: SystemClock().read().wall)
        let archive = ReportArchive(store: store)
        if let edition = try kept.edition(of: month, in: archive, zone: store.directory.settings.zone) {
            return try OutputFile.write(try bytes(of: edition, in: archive), to: out, replacing: true)
        }
        let machine = try common.settings()
        var report = try reader.live(try paper.settings(machine, centre: reader.centre))
        report.sentence = sentence ?? machine.papers?.sentence ?? .neutral
        if report.dossiers == nil {
            Output.error(
                "Lưu ý: chưa có số liệu hồ sơ theo đơn vị của kỳ \(month), nên chưa có Phụ lục I và các câu về hồ sơ. "
                    + "Nạp: hailong dossiers import --month \(month) TỆP")
        }
        do {
            let template = try ReportTemplate(of: report.settings, at: template ?? machine.papers?.template)
            for annex in template.missingAnnexes {
                Output.error(
                    "Lưu ý: mẫu không có trường {{\(annex.rawValue)}}, nên báo cáo không kèm phụ lục đó. Cần thì viết tên "
                        + "trường một mình trong một đoạn của mẫu.")
            }
            try OutputFile.write(try bytes(of: report, from: template), to: out, replacing: true)
        } catch let error as TemplateError {
            let isForPersons = error.faults.contains { ReportField(rawValue: $0.field)?.isWritten == true }
            let remedy = isForPersons ? "\nLấy tệp để viết: hailong report loi-van --month \(month) --out TỆP" : ""
            throw CommandFailure.refused("\(error)" + remedy)
        } catch let error as DocumentError {
            throw CommandFailure.refused("\(error)")
        }
    }

    /// What was kept of an edition.
    private func bytes(of edition: ReportEdition, in archive: ReportArchive) throws -> Data {
        let own = [("--template", template != nil), ("--sentence", sentence != nil)].filter(\.1).map(\.0)
        try kept.refuse(own + paper.given, beside: edition)
        let report = try KeptReport(wholeOf: edition, in: archive)
        return bundle ? try report.bundle() : try report.bytes(as: .paper((format ?? .docx).format))
    }

    private func bytes(of report: WholeReport, from template: ReportTemplate) throws -> Data {
        if bundle { return try report.bundle(from: template) }
        switch format ?? .docx {
        case .docx: return try report.docx(from: template)
        case let form: return try PaperWriter.bytes(of: try report.paper(from: template), as: form.format)
        }
    }
}
