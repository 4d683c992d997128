import ArgumentParser
import Documents
import Foundation
import Intake
import Ratings
import Reports
import Store

/// `hailong report bao-cao`: the month's whole report.
struct WholeReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bao-cao", abstract: "The month's whole report, with both annexes, put into its template.",
        discussion: """
            What persons write into it is kept by 'hailong report loi-van'. A draft shows in brackets what is still to be \
            written; a report for signature is refused until nothing is.
            """)

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "The period by its name, YYYY-MM.")
    var month: String

    @Option(name: .long, help: "\(LetterForm.allValueStrings.joined(separator: ", ")). Default: docx.")
    var format: LetterForm?

    @Flag(
        name: .long, help: "Writes what goes to be signed, in one ZIP: the report as DOCX and PDF, its annexes as XLSX."
    )
    var bundle = false

    @Option(name: .long, help: "Writes to this file.")
    var out: String

    @Option(
        name: .long,
        help: "The centre's own template, a .docx. Default: the one named in hailong.yaml, else that of the program.")
    var template: String?

    @Option(name: .long, help: "Manner of the sentence about ratings: five-columns, neutral or levels.")
    var sentence: SentencePreset = .neutral

    @Flag(name: .long, help: "Today's figures as a draft, whatever was frozen or issued.")
    var live = false

    @OptionGroup(title: "Paper options") var paper: PaperOptions

    func validate() throws {
        guard !bundle || format == nil else { throw ValidationError("Give --bundle or --format, not both.") }
    }

    func run() async throws {
        let machine = try common.settings()
        let store = try Store(reading: try common.folder())
        let reader = try WholeReportReader(store, month: month, at: SystemClock().read().wall)
        var report: WholeReport
        if !live, let kept = try reader.kept() {
            Output.error("Số liệu đã chốt của kỳ \(month). Số liệu hôm nay: --live.")
            report = kept
        } else {
            try paper.requireDraft(of: month)
            report = try reader.live(try paper.settings(machine, centre: reader.centre))
        }
        report.sentence = sentence
        if report.dossiers == nil {
            Output.error(
                "Lưu ý: chưa có số liệu hồ sơ theo đơn vị của kỳ \(month), nên chưa có Phụ lục I và các câu về hồ sơ. "
                    + "Nạp: hailong dossiers import --month \(month) TỆP")
        }
        do {
            let template = try template(machine.papers?.template, report.settings)
            try OutputFile.write(try bytes(of: report, from: template), to: out, replacing: true)
        } catch let error as TemplateError {
            let isForPersons = error.faults.contains { ReportField(rawValue: $0.field)?.isWritten == true }
            let remedy = isForPersons ? "\nLấy tệp để viết: hailong report loi-van --month \(month) --out TỆP" : ""
            throw CommandFailure.refused("\(error)" + remedy)
        } catch let error as DocumentError {
            throw CommandFailure.refused("\(error)")
        }
    }

    private func template(_ usual: String?, _ settings: PaperSettings) throws -> ReportTemplate {
        let path = template ?? usual
        return try ReportTemplate(
            try path.map { try InputFile.bytes($0, .document) } ?? ReportTemplate.standard(settings))
    }

    private func bytes(of report: WholeReport, from template: ReportTemplate) throws -> Data {
        if bundle { return try report.bundle(from: template) }
        switch format ?? .docx {
        case .docx: return try report.docx(from: template)
        case let form: return try PaperWriter.bytes(of: try report.paper(from: template), as: form.format)
        }
    }
}
