import ArgumentParser
import Foundation
import Office
import Ratings

/// `hailong dossiers`: what the one-stop system counts.
struct DossiersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossiers", abstract: "The dossier statistics of a period, as a one-stop system exports them.",
        subcommands: [DossiersImportCommand.self])
}

/// `hailong dossiers import`: takes in the dossier statistics of a period.
struct DossiersImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes in the dossier statistics of a period, in place of those it has.",
        discussion: """
            By unit or by field, whichever the file has. A file that cannot be read whole is refused, cell by cell; \
            numbers that do not add up are told and taken in as they are. Which heading means what is told by \
            dossier_columns.csv ('hailong import'); without it, the headings are those of Phụ lục I.
            """)

    @OptionGroup var office: OfficeOptions

    @OptionGroup var text: EncodingOption

    @Option(name: .long, help: "The period by its name, YYYY-MM.")
    var month: String

    @Option(name: .long, help: "Code of the column map, where there are several.")
    var columns: String?

    @Option(name: .long, help: "Sheet of the workbook, where several have the headings.")
    var sheet: String?

    @Option(name: .long, help: "The reason, for the record of changes.")
    var why = ""

    @Argument(help: "CSV file, workbook (.xlsx) or table saved as a web page.")
    var file: String

    func run() async throws {
        let files = text.applied(to: try ImportCommand.files(at: file))
        guard let only = files.first, files.count == 1 else {
            throw CommandFailure.usage("name one file; \(file) is a folder.")
        }
        try await office.perform(
            .importDossiers(only, period: month, columns: columns, sheet: sheet, why: why))
    }
}
