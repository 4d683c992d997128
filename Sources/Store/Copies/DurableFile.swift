import Foundation
import Ratings

/// Steps with files of which a cut leaves either all or nothing.
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

    /// Makes an empty file that only its owner and group may read, and leaves it open for the caller to close.
    static func create(_ path: String) throws -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw CopyError.file(path: path, reason: lastReason()) }
        return descriptor
    }

    /// Copies a file; the copy is its owner's to write, whatever the source was.
    static func copy(_ source: String, to target: String) throws {
        do {
            // A link is copied as a link.
            try FileManager.default.copyItem(atPath: real(source), toPath: target)
        } catch {
            throw CopyError.file(path: target, reason: error.systemReason)
        }
        chmod(target, 0o640)
        try sync(target)
    }

    /// Gives a file a second name.
    static func link(_ source: String, to target: String) throws {
        guard Foundation.link(source, target) == 0 else { throw CopyError.file(path: target, reason: lastReason()) }
    }

    /// Gives a file another name, in place of whatever has it. It is on the medium once the folder is synced.
    static func rename(_ source: String, to target: String) throws {
        guard Foundation.rename(source, target) == 0 else { throw CopyError.file(path: target, reason: lastReason()) }
    }

    /// Removes a file or a folder with all that is in it, if it is there.
    static func remove(_ path: String) throws {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch CocoaError.fileNoSuchFile {
            return
        } catch {
            throw CopyError.file(path: path, reason: error.systemReason)
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

    /// Writes a file's own bytes over it and brings them to the medium: after a failed sync the kernel may take pages
    /// for written that are in memory only. Does nothing where there is no file.
    static func writeAgain(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return }
            throw StoreError.unusableDirectory(path: folder(of: path), reason: "\(path): \(lastReason())")
        }
        defer { close(descriptor) }
        var (block, offset) = ([UInt8](repeating: 0, count: 1 << 20), 0)
        while case let count = pread(descriptor, &block, block.count, offset), count != 0 {
            guard count > 0, pwrite(descriptor, block, count, offset) == count else {
                throw StoreError.unusableDirectory(path: folder(of: path), reason: "\(path): \(lastReason())")
            }
            offset += count
        }
        guard offset == 0 || fsync(descriptor) == 0 else {
            throw StoreError.unusableDirectory(path: folder(of: path), reason: "\(path): \(lastReason())")
        }
    }

    /// The path without any links in it.
    static func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

    /// The folder that a path names an entry of.
    static func folder(of path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }

    private static func lastReason() -> String { String(cString: strerror(errno)) }
}
