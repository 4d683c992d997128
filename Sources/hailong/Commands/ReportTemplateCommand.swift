import ArgumentParser
import Documents
import Foundation
import Ratings
import Reports
import Store

/// `hailong report template`: what the month's whole report is made from.
struct ReportTemplateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Writes the template of the month's report, a .docx to edit in Word or LibreOffice.")

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "Writes the template to this file.")
    var out: String?

    @Flag(name: .long, help: "Overwrites a file that is there already.")
    var replace = false

    @Flag(name: .long, help: "Lists the fields that a template may hold.")
    var fields = false

    @OptionGroup(title: "Paper options") var paper: PaperOptions

    func validate() throws {
        guard (out != nil) != fields else { throw ValidationError("Give --out, or --fields.") }
    }

    func run() async throws {
        guard let out else {
            for field in ReportField.allCases { Output.line("{{\(field.rawValue)}}\t\(field.meaning)") }
            return
        }
        let centre = try Store(reading: try common.folder()).directory.centres.last
        let settings = try paper.settings(try common.settings(), centre: centre)
        try OutputFile.write(try ReportTemplate.standard(settings), to: out, replacing: replace)
    }
}
