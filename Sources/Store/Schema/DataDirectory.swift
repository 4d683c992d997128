import Foundation

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

    /// Makes the folder, for its owner only, where it does not exist.
    /// - Throws: `StoreError.unusableDirectory`.
    public func create() throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
        } catch {
            throw StoreError.unusableDirectory(path: path, reason: "\(error.localizedDescription)")
        }
        guard FileManager.default.isWritableFile(atPath: path) else {
            throw StoreError.unusableDirectory(path: path, reason: "it is not writable")
        }
    }
}
