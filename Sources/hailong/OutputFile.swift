import Foundation

/// A file that a command makes for people.
enum OutputFile {
    /// Writes the file, whole or not at all.
    /// - Throws: `CommandFailure` with the reason and what to do next.
    static func write(_ bytes: Data, to path: String, replacing: Bool) throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard !isFolder.boolValue else {
                throw CommandFailure.cannotRun("\(path) cannot be written: it is a folder. Name a file in it.")
            }
            guard replacing else {
                throw CommandFailure.refused(
                    "\(path) is there already. Name another file, or overwrite it with --replace.")
            }
        }
        do {
            try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure.cannotRun(
                "\(path) cannot be written: \(error.systemReason). Name a file in a folder to which you may write.")
        }
    }

    /// Makes the folder, where it is not there.
    /// - Throws: `CommandFailure` with the reason and what to do next.
    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure.cannotRun(
                "\(path) cannot be made: \(error.systemReason). Name a folder to which you may write.")
        }
    }
}
