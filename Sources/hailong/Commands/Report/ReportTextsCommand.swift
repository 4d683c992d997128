import ArgumentParser
import Documents
import Foundation
import Intake
import Office
import Ratings
import Reports
import Store

/// `hailong report loi-van`: what persons write into a month's report.
struct ReportTextsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loi-van", abstract: "What persons write into the month's report: writes the form, or keeps it.",
        discussion: """
            The form is plain text. Difficulties, plans and proposals begin with what the last report says; causes are \
            always asked for anew. Fill it in, then keep it: hailong report loi-van --month 2020-06 FILE. Once the report \
            went to be signed its texts are frozen with it.
            """)

    @OptionGroup var office: OfficeOptions

    @Option(name: .long, help: "The period by its name, YYYY-MM.")
    var month: String

    @Argument(help: "A form that was filled in, to be kept.")
    var file: String?

    @Option(name: .long, help: "Writes the form to this file.")
    var out: String?

    @Option(name: .long, help: "The last report as a .docx, to begin with what was changed there in Word.")
    var last: String?

    @Flag(name: .long, help: "Overwrites a file that is there already.")
    var replace = false

    @Flag(name: .long, help: "Texts of the report that is to replace the issued one (Báo cáo thay thế).")
    var replacement = false

    @Option(name: .long, help: "The reason, where there is one to be kept.")
    var why = ""

    func validate() throws {
        guard (file == nil) != (out == nil) else { throw ValidationError("Name a filled form, or give --out.") }
        guard !replacement || file != nil else { throw ValidationError("--replacement goes with a filled form.") }
        guard last == nil || out != nil else { throw ValidationError("--last goes with --out.") }
    }

    func run() async throws {
        if let file { return try await keep(file) }
        guard let out else { return }
        let store = try Store(reading: try office.common.folder())
        let reader = try WholeReportReader(store, month: month, at: SystemClock().read().wall)
        let form = try reader.form(last: try last.map(Self.texts))
        try OutputFile.write(Data(form.utf8), to: out, replacing: replace)
        Output.line(out)
    }

    private func keep(_ path: String) async throws {
        let texts: [ReportField: String]
        do {
            texts = try ReportTextsForm.texts(in: try InputFile.text(path))
        } catch let fault as ReportTextsForm.Fault {
            throw CommandFailure.refused("\(path), \(fault)")
        }
        let named = Dictionary(uniqueKeysWithValues: texts.map { ($0.key.rawValue, $0.value) })
        try await office.perform(.writeTexts(month: month, texts: named, isReplacement: replacement, why: why))
    }

    private static func texts(inReport path: String) throws -> [ReportField: String] {
        do {
            return try ReportTemplate.lastTexts(in: try InputFile.bytes(path, .document))
        } catch let error as DocumentError {
            throw CommandFailure.refused("\(path): \(error)")
        }
    }
}
