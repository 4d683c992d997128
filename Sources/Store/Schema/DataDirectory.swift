import Foundation
import Ratings

/// The folder that holds everything a service keeps: database, anchors, lock and socket.
public struct DataDirectory: Sendable, Hashable {
    /// Path of the folder.
    public let path: String

    /// The folder at `path`; nothing is created yet.
    public init(_ path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The SQLite file.
    public var database: String { path + "/hailong.sqlite" }
    /// The heads of the chain, one a line.
    public var anchors: String { path + "/anchors.log" }
    /// Whoever holds a lock on this file may write.
    public var lock: String { path + "/hailong.lock" }
    /// The running service's Unix socket.
    public var socket: String { path + "/hailong.sock" }

    /// Makes the folder, for its owner only, where it does not exist. Its name is on the medium when this returns.
    /// - Throws: `StoreError.unusableDirectory`.
    public func create() throws { try create(syncing: DurableFile.sync) }

    func create(syncing sync: (String) throws -> Void) throws {
        let new = missing
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
            for folder in new { try sync(DurableFile.folder(of: folder)) }
        } catch {
            // What is there already is not synced again.
            for folder in new.reversed() { rmdir(folder) }
            if case .file(_, let reason) = error as? CopyError {
                throw StoreError.unusableDirectory(path: path, reason: reason)
            }
            throw StoreError.unusableDirectory(path: path, reason: error.systemReason)
        }
        guard FileManager.default.isWritableFile(atPath: path) else {
            throw StoreError.unusableDirectory(path: path, reason: "it is not writable")
        }
    }

    /// The folders that are to be made, the outermost first.
    private var missing: [String] {
        var (folders, folder) = ([String](), path)
        while DurableFile.identity(folder) == nil {
            folders.insert(folder, at: 0)
            let outer = DurableFile.folder(of: folder)
            guard outer != folder else { break }
            folder = outer
        }
        return folders
    }

    /// Checks that there is a database to read.
    /// - Throws: `StoreError.noDatabase`, or `StoreError.unusableDirectory` where this user may not look.
    func requireDatabase() throws {
        guard access(database, F_OK) != 0 else { return }
        guard errno == EACCES else { throw StoreError.noDatabase(path: database) }
        throw StoreError.unusableDirectory(path: path, reason: "this user may not look into it")
    }

    /// Gives files that root has made to the folder's owner: a command that is run as root must not lock the service
    /// out. Does nothing for anybody else, and nothing for a file that is not there.
    /// - Throws: `StoreError.unusableDirectory`.
    func handOver(_ files: [String]) throws {
        guard geteuid() == 0, let owner = Self.owner(of: path) else { return }
        for file in files {
            guard let present = Self.owner(of: file), present != owner else { continue }
            guard lchown(file, owner.user, owner.group) == 0 else {
                throw StoreError.unusableDirectory(
                    path: path, reason: "\(file) cannot be given to its owner: \(String(cString: strerror(errno)))")
            }
        }
    }

    private static func owner(of path: String) -> Owner? {
        var status = stat()
        // A link in the folder is not followed: what it points to is not ours to give away.
        guard fstatat(AT_FDCWD, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return Owner(user: status.st_uid, group: status.st_gid)
    }

    private struct Owner: Equatable {
        var user: uid_t
        var group: gid_t
    }
}
