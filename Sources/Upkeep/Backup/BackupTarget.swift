import Foundation
import Ratings
import Store

/// A folder for copies of the ledger.
public struct BackupTarget: Hashable, Sendable {
    /// Its path.
    public let path: String
    private let mountRoots: [String]

    /// The folder at `path`. Below `mountRoots` only a mounted medium is fit: else its copies would fill the disk that
    /// the ledger is on, and be lost with it.
    public init(_ path: String, mountRoots: [String] = ["/media", "/mnt", "/run/media"]) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.mountRoots = mountRoots
    }

    /// What is in the way of a copy there, with its remedy; nil for nothing.
    public var problem: String? {
        guard let real = realPath else { return "there is no folder \(path). Make it, or plug the stick in." }
        let isUnmounted = mountRoots.contains { root in
            (real == root || real.hasPrefix(root + "/"))
                && device(real) == device(URL(fileURLWithPath: root).deletingLastPathComponent().path)
        }
        if isUnmounted {
            return "nothing is mounted at \(path). Plug the stick in or mount the share (findmnt -T \(path))."
        }
        guard access(real, W_OK) == 0 else {
            return "\(path): \(String(cString: strerror(errno))). This user must be able to write there."
        }
        return nil
    }

    /// The copies in it, of any ledger, oldest first.
    public func copies(in zone: Zone) -> [BackupName] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.compactMap { BackupName($0, in: zone) }.sorted { $0.at < $1.at }
    }

    /// When the newest copy of `ledger` was made that does not lie in the future; nil for none.
    public func newest(of ledger: UInt64, now: Instant, in zone: Zone) -> Instant? {
        copies(in: zone).last { $0.ledger == BackupName.digits(ledger) && $0.at <= now }?.at
    }

    /// Where a copy of this name stands.
    public func file(_ name: BackupName, in zone: Zone) -> String { path + "/" + name.text(in: zone) }

    /// Where a copy goes that somebody asks for at `path`: there, or under a name with the date if that is a folder.
    /// - Throws: `BackupObstacle` where the folder is not fit.
    public static func file(at path: String, ledger: UInt64, now: Instant, in zone: Zone) throws -> String {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        let isInFolder = (isThere && isFolder.boolValue) || path.hasSuffix("/")
        let target = BackupTarget(isInFolder ? path : URL(fileURLWithPath: path).deletingLastPathComponent().path)
        if let problem = target.problem { throw BackupObstacle(description: problem) }
        return isInFolder ? target.file(BackupName(ledger: ledger, at: now, isDaily: false), in: zone) : path
    }

    /// Removes the service's own copies that `rotation` lets go, with what stands beside them. Returns how many.
    /// - Throws: where one cannot be removed.
    func rotate(_ rotation: BackupRotation, of ledger: UInt64, in zone: Zone) throws -> Int {
        let expired = rotation.expired(copies(in: zone), of: ledger, in: zone)
        for name in expired {
            let file = file(name, in: zone)
            try FileManager.default.removeItem(atPath: file)
            try? FileManager.default.removeItem(atPath: Store.anchors(of: file))
        }
        return expired.count
    }

    private var realPath: String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return device(path) == nil ? nil : String(cString: resolved)
    }

    /// The device of a folder; nil where there is none.
    private func device(_ path: String) -> UInt64? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        return UInt64(status.st_dev)
    }
}
