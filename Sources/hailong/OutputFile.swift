import Foundation

/// A file that a command makes for people.
enum OutputFile {
    /// Writes the file, whole or not at all. What is no file, such as a pipe or `/dev/stdout`, is written into and stays
    /// what it is; behind a link the file is written that it leads to.
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
            let place = URL(fileURLWithPath: path)
            if isFile(path) {
                try bytes.write(to: place.resolvingSymlinksInPath(), options: .atomic)
            } else {
                let other = try FileHandle(forWritingTo: place)
                try other.write(contentsOf: bytes)
                try other.close()
            }
        } catch {
            throw CommandFailure.cannotRun(
                "\(path) cannot be written: \(error.systemReason). Name a file in a folder to which you may write.")
        }
    }

    /// Whether a file is there, or nothing yet.
    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
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
