import ArgumentParser
import Foundation
import Office
import Ratings

/// `hailong import`: takes in files of the directory.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes in units, counters, officers, boxes, roster, scales and settings from CSV files.",
        discussion: "All files go in together or not at all. Rows that are not in a file stay, unless --complete.")

    @OptionGroup var office: OfficeOptions

    @Argument(help: "CSV files, or folders of them.")
    var paths: [String]

    @Flag(name: .long, help: "Closes what the files do not name, from --since on. Nothing is deleted.")
    var complete = false

    @Option(name: .long, help: "For --complete: from when.")
    var since: String?

    @Option(name: .long, help: "The reason, for the record of changes.")
    var why = ""

    func run() async throws {
        let files = try paths.flatMap(Self.files)
        guard !files.isEmpty else {
            throw CommandFailure.refused("there is no CSV file in \(paths.joined(separator: ", "))")
        }
        try await office.perform(
            .importFiles(files, complete: complete, since: try office.moment(since), why: why))
    }

    /// The file at `path`, or the CSV files of the folder at `path`.
    static func files(at path: String) throws -> [ImportFile] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure.cannotRun("there is no file \(path)")
        }
        do {
            var paths = [path]
            if isFolder.boolValue {
                let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".csv") }
                paths = names.sorted().map { path + "/" + $0 }
            }
            return try paths.map { path in
                let url = URL(fileURLWithPath: path)
                return ImportFile(name: url.lastPathComponent, bytes: try Data(contentsOf: url))
            }
        } catch {
            throw CommandFailure.cannotRun("\(path) cannot be read: \(error.localizedDescription)")
        }
    }
}
