import Foundation

/// A small file system in memory that goes away with this value; only root may make one.
public final class Disk: Sendable {
    /// Where it is mounted.
    public let path: String
    private var filler: String { path + "/filler" }

    /// Whether this process may mount.
    public static let isPossible: Bool = getuid() == 0 && (try? Disk(kilobytes: 64)) != nil

    /// A new, empty one; its folder is made if it is not there.
    public init(
        kilobytes: Int, at path: String = NSTemporaryDirectory() + "hailong-disk-\(UUID().uuidString)"
    ) throws {
        self.path = path
        mkdir(path, 0o700)
        guard mount("none", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else { throw POSIXError(.EPERM) }
    }

    deinit {
        umount2(path, 2)  // MNT_DETACH
        rmdir(path)
    }

    /// Writes until there is no room left.
    public func fill() throws {
        let descriptor = open(filler, O_WRONLY | O_CREAT, 0o600)
        guard descriptor >= 0 else { throw POSIXError(.EIO) }
        defer { close(descriptor) }
        let block = [UInt8](repeating: 0xAA, count: 4096)
        while write(descriptor, block, block.count) > 0 {}
    }

    /// Gives the room back.
    public func makeRoom() throws { try FileManager.default.removeItem(atPath: filler) }

    /// Runs `body` while `folder` is mounted read-only over itself.
    public static func withReadOnly(_ folder: String, _ body: () async throws -> Void) async throws {
        let (bind, remount, readOnly): (UInt, UInt, UInt) = (4096, 32, 1)
        guard mount(folder, folder, nil, bind, nil) == 0 else { throw POSIXError(.EPERM) }
        defer { umount2(folder, 2) }
        guard mount(folder, folder, nil, bind | remount | readOnly, nil) == 0 else { throw POSIXError(.EPERM) }
        try await body()
    }
}
