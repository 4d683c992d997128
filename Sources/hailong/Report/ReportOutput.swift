import ArgumentParser
import Foundation

/// As what a report is written, and where to.
struct ReportOutput: ParsableArguments {
    @Option(name: .long, help: "\(ReportForm.allValueStrings.joined(separator: ", ")).")
    var format: ReportForm?

    @Flag(name: .long, help: "Writes every form that is a file, into the folder --out.")
    var all = false

    @Option(name: .long, help: "Writes to this file, with --all into this folder, instead of stdout.")
    var out: String?

    @Flag(name: .long, help: "Begins CSV with a byte order mark, for Excel.")
    var bom = false

    func validate() throws {
        if all {
            guard out != nil else { throw ValidationError("--all writes several files: name their folder with --out.") }
            guard format == nil else { throw ValidationError("Give --all or --format, not both.") }
        } else if let format, !format.isText, out == nil, isatty(STDOUT_FILENO) == 1 {
            throw ValidationError("\(format.name) is nothing for a terminal: name its file with --out.")
        }
    }

    /// Writes `report` as it was asked for; notes for which CSV has no place go to stderr.
    /// - Throws: `CommandFailure`, `PaperError`.
    func write(_ report: some WrittenReport) throws {
        let form = format ?? .table
        switch (all, out) {
        case (true, let folder?):
            var files: [(name: String, bytes: Data)] = []
            for form in ReportForm.files {
                files.append(("\(report.name).\(form.name)", try report.bytes(as: form)))
            }
            try OutputFolder.write(files, to: folder)
            for file in files { Output.line("\(folder)/\(file.name)") }
        case (_, let path?): try OutputFile.write(try report.bytes(as: form), to: path, replacing: true)
        case (_, nil): Output.bytes(try report.bytes(as: form))
        }
        if form == .csv { for line in report.notes { Output.error(line) } }
    }
}
