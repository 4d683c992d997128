import Foundation

/// Mounts for tests that need another file system; only root may, so such tests ask `isPossible` first.
enum Mount {
    static let isPossible: Bool = {
        let path = NSTemporaryDirectory() + "hailong-mount-\(UUID().uuidString)"
        defer { rmdir(path) }
        guard getuid() == 0, mkdir(path, 0o700) == 0, mount("none", path, "tmpfs", 0, "size=64k") == 0 else {
            return false
        }
        return umount(path) == 0
    }()

    /// Runs `body` while `path` is mounted read-only over itself.
    static func readOnly(_ path: String, _ body: () throws -> Void) throws {
        let (bind, remount, readOnly): (UInt, UInt, UInt) = (4096, 32, 1)
        guard mount(path, path, nil, bind, nil) == 0 else { throw POSIXError(.EPERM) }
        defer { umount2(path, 2) }
        guard mount(path, path, nil, bind | remount | readOnly, nil) == 0 else { throw POSIXError(.EPERM) }
        try body()
    }

    /// Runs `body` while `path` is mounted read-only over itself.
    static func readOnly(_ path: String, _ body: () async throws -> Void) async throws {
        let (bind, remount, readOnly): (UInt, UInt, UInt) = (4096, 32, 1)
        guard mount(path, path, nil, bind, nil) == 0 else { throw POSIXError(.EPERM) }
        defer { umount2(path, 2) }
        guard mount(path, path, nil, bind | remount | readOnly, nil) == 0 else { throw POSIXError(.EPERM) }
        try await body()
    }
}

/// A small file system in memory that goes away with this value; only root may make one.
final class SmallDisk: Sendable {
    let path = NSTemporaryDirectory() + "hailong-disk-\(UUID().uuidString)"

    init(kilobytes: Int) throws {
        guard mkdir(path, 0o700) == 0, mount("none", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
            rmdir(path)
            throw POSIXError(.EPERM)
        }
    }

    deinit {
        umount2(path, 2)  // MNT_DETACH
        rmdir(path)
    }
}
