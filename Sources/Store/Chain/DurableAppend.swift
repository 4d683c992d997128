import Foundation

/// Adds lines to a file so that they are on the medium when the call returns.
enum DurableAppend {
    static func line(_ text: String, to path: String) throws {
        let isNew = DurableFile.identity(path) == nil
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        let line = text + "\n"
        let count = line.utf8.count
        let before = lseek(descriptor, 0, SEEK_END)
        guard line.withCString({ write(descriptor, $0, count) }) == count, fsync(descriptor) == 0 else {
            let failure = failure(path)
            // Part of a line, or one that is in memory only, must not be taken for written at the next try.
            ftruncate(descriptor, before)
            throw failure
        }
        if isNew { try DurableFile.sync(DurableFile.folder(of: path)) }
    }

    private static func failure(_ path: String) -> StoreError {
        .unusableDirectory(path: path, reason: String(cString: strerror(errno)))
    }
}
