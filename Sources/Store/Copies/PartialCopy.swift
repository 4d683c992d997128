import Foundation
import Ratings

/// A copy that is not whole yet, under names that nobody else uses. A lock on its anchors tells it from one that a cut
/// left behind; on the database SQLite has its own, which some shares confuse with ours.
final class PartialCopy {
    /// The copy.
    let database: String
    /// Its anchors.
    let anchors: String
    private let descriptor: Int32

    /// Begins a copy of `ledger` that is to become `file`.
    /// - Throws: `CopyError.file`.
    init(of file: String, ledger: UInt64) throws {
        let suffix = Self.mark + BackupName.digits(ledger) + "-" + Self.digits(UInt64.random(in: 0 ... .max))
        (database, anchors) = (file + suffix, Store.anchors(of: file) + suffix)
        descriptor = try DurableFile.create(anchors)
        // Where a file system knows no locks, age alone tells.
        flock(descriptor, LOCK_EX | LOCK_NB)
        do {
            close(try DurableFile.create(database))
        } catch {
            unlink(anchors)
            throw error
        }
    }

    deinit { close(descriptor) }

    /// Writes the anchors, durably.
    /// - Throws: `CopyError.file`.
    func write(anchors text: Data) throws {
        do {
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: text)
        } catch {
            throw CopyError.file(path: anchors, reason: error.systemReason)
        }
        try DurableFile.sync(anchors)
    }

    /// Gives the whole copy its name.
    /// - Throws: `CopyError.file`.
    func place(at file: String) throws {
        for (source, target) in [(anchors, Store.anchors(of: file)), (database, file)] {
            try DurableFile.rename(source, to: target)
            try DurableFile.sync(DurableFile.folder(of: target))
        }
    }

    /// Removes all of it.
    func remove() { Self.remove(database, anchors) }

    /// Removes the copies of `ledger` in `folder` that were begun and will never be whole: nobody holds them, or they
    /// have not grown for a day.
    static func removeAbandoned(of ledger: UInt64, in folder: String, now: Instant) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names {
            guard let range = name.range(of: mark, options: .backwards), isOurs(name[range.upperBound...], ledger)
            else { continue }
            let suffix = name[range.lowerBound...]
            var base = name[..<range.lowerBound]
            if base.hasSuffix(Store.anchorsSuffix) { base = base.dropLast(Store.anchorsSuffix.count) }
            let database = "\(folder)/\(base)\(suffix)"
            let anchors = "\(folder)/\(base)\(Store.anchorsSuffix)\(suffix)"
            guard isUnlocked(anchors) || isOld(folder + "/" + name, now) else { continue }
            remove(database, anchors)
        }
    }

    private static let mark = ".partial-"

    private static func digits(_ number: UInt64) -> String { String(number, radix: 16).leftPadded(to: 16) }

    private static func isOurs(_ text: Substring, _ ledger: UInt64) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == BackupName.digits(ledger), parts[1].count == 16 else { return false }
        return UInt64(parts[1], radix: 16) != nil
    }

    private static func isUnlocked(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }

    private static func isOld(_ path: String, _ now: Instant) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return Instant(milliseconds: Int64(status.st_mtim.tv_sec) * 1000) + .seconds(86_400) < now
    }

    /// The anchors go last: without them a leftover would have to wait for a day.
    private static func remove(_ database: String, _ anchors: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(database + suffix) }
        unlink(anchors)
    }
}
