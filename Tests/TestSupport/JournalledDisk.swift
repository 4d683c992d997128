import Foundation

/// An ext4 file system in a file, mounted through a loop device; only root may make one, and not everywhere.
public final class JournalledDisk: Sendable {
    /// Where it is mounted.
    public let path: String
    private var image: String { path + ".image" }

    /// Whether this machine lets us.
    public static let isPossible: Bool = {
        guard getuid() == 0 else { return false }
        return (try? JournalledDisk(at: NSTemporaryDirectory() + "hailong-ext4-\(UUID().uuidString)")) != nil
    }()

    /// A new, empty one; its folder is made.
    public init(at path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: image, contents: nil), truncate(image, 64 << 20) == 0 else {
            throw POSIXError(.EIO)
        }
        try Self.run("mkfs.ext4", "-q", image)
        try mount()
    }

    deinit {
        try? Self.run("umount", "--lazy", path)
        for left in [path, image] { try? FileManager.default.removeItem(atPath: left) }
    }

    /// Mounts it again, as after a restart of the machine.
    public func mount() throws { try Self.run("mount", "-o", "loop", image, path) }

    /// Takes it away; no file of it may be open.
    public func unmount() throws { try Self.run("umount", path) }

    /// Makes it read-only under those who have files open, as the kernel does after an error of the disk.
    public func abort() throws { try Self.run("mount", "-o", "remount,abort", path) }

    private static func run(_ command: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin"] + command
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw POSIXError(.EPERM) }
    }
}
