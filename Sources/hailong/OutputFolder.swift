import Foundation

/// Files that a command makes together.
enum OutputFolder {
    /// Writes all files into the folder, which is made if it is not there: each is whole under another name before the
    /// first gets its own, so none is there where one could not be made. Files of these names are replaced.
    /// - Throws: `CommandFailure` with the reason and what to do next.
    static func write(_ files: [(name: String, bytes: Data)], to folder: String) throws {
        var made: [(temporary: String, final: String)] = []
        defer { for file in made { try? FileManager.default.removeItem(atPath: file.temporary) } }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for file in files { try refuseFolder(named: "\(folder)/\(file.name)") }
            for file in files {
                let temporary = "\(folder)/.\(file.name).\(getpid())"
                made.append((temporary, "\(folder)/\(file.name)"))
                try file.bytes.write(to: URL(fileURLWithPath: temporary), options: .withoutOverwriting)
            }
            for file in made {
                guard rename(file.temporary, file.final) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
            }
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure.cannotRun(
                "\(folder) cannot be written: \(error.systemReason). Name a folder to which you may write.")
        }
    }

    private static func refuseFolder(named path: String) throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw CommandFailure.cannotRun("\(path) cannot be written: it is a folder. Name another folder with --out.")
        }
    }
}
