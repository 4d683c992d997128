import ArgumentParser
import Foundation
import Office
import Ratings

/// `hailong import`: takes in files of the directory.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes in units, counters, officers, boxes, roster, scales and settings from CSV and Excel files.",
        discussion: """
            All files go in together or not at all. Rows that are not in a file stay, unless --complete. A workbook \
            (.xlsx) may hold a sheet for each kind; --template writes one to be filled in.
            """)

    @OptionGroup var office: OfficeOptions

    @OptionGroup var text: EncodingOption

    @Argument(help: "CSV files, workbooks (.xlsx) or tables saved as web pages, or folders of them.")
    var paths: [String] = []

    @Option(name: .long, help: "Imports nothing, but writes a workbook with all headings and examples to this file.")
    var template: String?

    @Flag(name: .long, help: "Closes what the files do not name, from --since on. Nothing is deleted.")
    var complete = false

    @Option(name: .long, help: "For --complete: from when.")
    var since: String?

    @Option(name: .long, help: "The reason, for the record of changes.")
    var why = ""

    func validate() throws {
        guard paths.isEmpty == (template != nil) else { throw ValidationError("Name files, or --template FILE.xlsx.") }
    }

    func run() async throws {
        if let template {
            try OutputFile.write(try Template.workbook(), to: template, replacing: false)
            return Output.line(template)
        }
        let files = text.applied(to: try paths.flatMap(Self.files))
        for path in try paths.flatMap(Self.leftOut) { Output.error("note: \(path) is no table, and is left out") }
        guard !files.isEmpty else {
            throw CommandFailure.refused("there is no table in \(paths.joined(separator: ", "))")
        }
        try await office.perform(
            .importFiles(files, complete: complete, since: try office.moment(since), why: why))
    }

    /// Endings of files that hold tables, or that people take for such: one that cannot be read is refused with a remedy.
    private static let tables: Set = ["csv", "xls", "xlsx", "ods", "htm", "html"]

    /// The file at `path`, or the tables in the folder at `path`.
    static func files(at path: String) throws -> [ImportFile] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure.cannotRun("there is no file \(path)")
        }
        do {
            var paths = [path]
            if isFolder.boolValue {
                paths = try entries(of: path).filter { isTable($0) }
            }
            return try paths.map { path in
                let url = URL(fileURLWithPath: path)
                return ImportFile(name: url.lastPathComponent, bytes: try Data(contentsOf: url))
            }
        } catch {
            throw CommandFailure.cannotRun("\(path) cannot be read: \(error.systemReason)")
        }
    }

    /// Files in the folder at `path` that are no tables.
    private static func leftOut(from path: String) throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return []
        }
        return try entries(of: path).filter { entry in
            FileManager.default.fileExists(atPath: entry, isDirectory: &isFolder) && !isFolder.boolValue
                && !isTable(entry)
        }
    }

    private static func isTable(_ path: String) -> Bool {
        tables.contains(URL(fileURLWithPath: path).pathExtension.lowercased())
    }

    /// What a folder holds, without hidden files and those that Excel keeps beside a file that is open.
    private static func entries(of folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }.sorted().map { folder + "/" + $0 }
    }
}
