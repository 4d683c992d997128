import Foundation

/// The right to write a data folder, held by one process at a time until it ends or lets go.
public final class WriterLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock of `folder` at once, and leaves this process's number in the file. What a restore that was cut
    /// short left there is cleared away.
    /// - Throws: `StoreError.inUse` where another process holds it, `StoreError.unusableDirectory`.
    public init(_ folder: DataDirectory) throws {
        try folder.create()
        let descriptor = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreError.unusableDirectory(path: folder.path, reason: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(descriptor)
            close(descriptor)
            throw StoreError.inUse(path: folder.path, holder: holder)
        }
        self.descriptor = descriptor
        try folder.handOver([folder.lock])
        let text = "\(getpid())\n"
        ftruncate(descriptor, 0)
        _ = text.withCString { pwrite(descriptor, $0, text.utf8.count, 0) }
        // What cannot be taken away and would do harm, opening the database for writing refuses.
        try? folder.undoRestore()
    }

    deinit { close(descriptor) }

    private static func holder(_ descriptor: Int32) -> Int32? {
        var buffer = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: buffer[..<count], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
