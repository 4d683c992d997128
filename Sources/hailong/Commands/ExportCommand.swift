import ArgumentParser
import Foundation
import Office
import Store

/// `hailong export`: the directory as files that `hailong import` takes back unchanged.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the directory as CSV files into a folder, or one of them to stdout.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "\(FileKind.allCases.map(\.rawValue).joined(separator: ", ")); default all of them.")
    var kind: String?

    @Option(name: .long, help: "Folder for the files.")
    var out: String?

    @Flag(name: .long, help: "Begins files with a byte order mark, for Excel.")
    var bom = false

    func run() async throws {
        let office = Office(store: try Store(reading: try common.folder()), documents: ReportDocuments())
        if let kind {
            guard let kind = FileKind(rawValue: kind) else {
                throw CommandFailure.usage(
                    "there is no kind '\(kind)': \(FileKind.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            let text = office.export(kind, hasByteOrderMark: bom)
            guard let out else { return Output.text(text) }
            try write(Data(text.utf8), to: out + "/" + kind.fileName)
        } else {
            guard let out else { throw CommandFailure.usage("name a folder with --out, or one kind.") }
            for file in office.exportAll(hasByteOrderMark: bom) { try write(file.bytes, to: out + "/" + file.name) }
        }
    }

    private func write(_ bytes: Data, to path: String) throws {
        try OutputFile.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        try OutputFile.write(bytes, to: path, replacing: true)
        Output.line(path)
    }
}
