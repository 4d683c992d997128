import Foundation

/// A small file system in memory that goes away with this value; only root may make one.
final class Disk: Sendable {
    let path = NSTemporaryDirectory() + "hailong-disk-\(UUID().uuidString)"
    private var filler: String { path + "/filler" }

    static let isPossible: Bool = getuid() == 0 && (try? Disk(megabytes: 1)) != nil

    init(megabytes: Int) throws {
        guard mkdir(path, 0o700) == 0, mount("none", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
            rmdir(path)
            throw POSIXError(.EPERM)
        }
    }

    deinit {
        umount2(path, 2)  // MNT_DETACH
        rmdir(path)
    }

    /// Writes until there is no room left.
    func fill() throws {
        let descriptor = open(filler, O_WRONLY | O_CREAT, 0o600)
        guard descriptor >= 0 else { throw POSIXError(.EIO) }
        defer { close(descriptor) }
        let block = [UInt8](repeating: 0xAA, count: 4096)
        while write(descriptor, block, block.count) > 0 {}
    }

    func makeRoom() throws { try FileManager.default.removeItem(atPath: filler) }
}
