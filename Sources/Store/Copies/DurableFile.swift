import Foundation

/// Steps with files that are on the medium when the call returns.
enum DurableFile {
    /// What names a file whatever its path: device and inode.
    struct Identity: Hashable {
        var device: UInt64
        var inode: UInt64
    }

    /// The identity of what `path` leads to, through links; nil where nothing is there.
    static func identity(_ path: String) -> Identity? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }

    /// Whether `path` leads to a regular file.
    static func isRegular(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Makes an empty file that only its owner and group may read.
    static func create(_ path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw CopyError.file(path: path, reason: lastReason()) }
        close(descriptor)
    }

    /// Writes a whole file that is not there yet.
    static func write(_ data: Data, to path: String) throws {
        try create(path)
        do {
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try handle.write(contentsOf: data)
            try handle.close()
        } catch {
            throw CopyError.file(path: path, reason: error.localizedDescription)
        }
        try sync(path)
    }

    /// Copies a file; the copy is its owner's to write, whatever the source was.
    static func copy(_ source: String, to target: String) throws {
        do {
            // A link is copied as a link.
            let real = URL(fileURLWithPath: source).resolvingSymlinksInPath().path
            try FileManager.default.copyItem(atPath: real, toPath: target)
        } catch {
            throw CopyError.file(path: target, reason: error.localizedDescription)
        }
        chmod(target, 0o640)
        try sync(target)
    }

    /// Gives a file a second name.
    static func link(_ source: String, to target: String) throws {
        guard Foundation.link(source, target) == 0 else { throw CopyError.file(path: target, reason: lastReason()) }
    }

    /// Gives a file another name, in place of whatever has it.
    static func rename(_ source: String, to target: String) throws {
        guard Foundation.rename(source, target) == 0 else { throw CopyError.file(path: target, reason: lastReason()) }
        try sync(folder(of: target))
    }

    /// Removes a file or a folder with all that is in it, if it is there.
    static func remove(_ path: String) throws {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch CocoaError.fileNoSuchFile {
            return
        } catch {
            throw CopyError.file(path: path, reason: error.localizedDescription)
        }
    }

    /// Brings a file or a folder's entries to the medium.
    static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CopyError.file(path: path, reason: lastReason()) }
        defer { close(descriptor) }
        // Some file systems of sticks and shares cannot sync a folder, and say so.
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw CopyError.file(path: path, reason: lastReason())
        }
    }

    /// The folder that a path names an entry of.
    static func folder(of path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }

    private static func lastReason() -> String { String(cString: strerror(errno)) }
}
