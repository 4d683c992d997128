import Dispatch
import Foundation
import GRDB
import Ratings
import Synchronization

extension Store {
    /// Copies the ledger, as it stands at one moment, to `file`: whole, checked, durable, and in one file. Presses go
    /// on being taken meanwhile. `anchors.log` goes along, to where `anchors(of:)` says.
    /// - Throws: `CopyError`, `DatabaseError`, `CancellationError`; then nothing is left behind.
    public func backup(to file: String, at instant: Instant, replacing: Bool = false) async throws -> LedgerCopy {
        try checkTarget(file, replacing: replacing)
        PartialCopy.removeAbandoned(of: ledger, in: DurableFile.folder(of: file), now: instant)
        let partial = try PartialCopy(of: file, ledger: ledger)
        do {
            try await copyPages(to: partial.database)
            let copy = try await LedgerCopy(checking: partial.database)
            if let flaw = copy.flaw { throw CopyError.unverified(path: file, reason: flaw.description) }
            let anchor = Anchor(
                at: instant, ledger: ledger, position: copy.head.position, hash: copy.head.hash, reason: "backup")
            try partial.write(anchors: try anchorText(with: anchor))
            try handOver(partial, in: DurableFile.folder(of: file))
            // Another copy may have taken the name meanwhile.
            try checkTarget(file, replacing: replacing)
            try partial.place(at: file)
            // The copy is what was asked for, and has the line: a data folder without room must not undo it.
            try? DurableAppend.line(anchor.line, to: folder.anchors)
            try? folder.handOver([folder.anchors])
            return copy
        } catch {
            partial.remove()
            if case .unsound(_, let reason) = error as? CopyError {
                throw CopyError.unverified(path: file, reason: reason)
            }
            if let error = error as? DatabaseError, error.resultCode != .SQLITE_INTERRUPT {
                throw CopyError.file(path: file, reason: error.reason)
            }
            throw error
        }
    }

    /// Where the anchors of a copy stand: beside it, for `verify --against`.
    public static func anchors(of copy: String) -> String { copy + anchorsSuffix }

    /// What the name of a copy's anchors has behind the copy's.
    public static let anchorsSuffix = ".anchors.log"

    private func checkTarget(_ file: String, replacing: Bool) throws {
        let target = DurableFile.folder(of: file)
        guard let home = DurableFile.identity(target) else { throw CopyError.noFolder(path: target) }
        // Beside the database lie its WAL, its lock and its socket.
        let live = [folder.database, folder.anchors].compactMap(DurableFile.identity)
        let there = DurableFile.identity(file)
        guard home != DurableFile.identity(folder.path), !live.contains(where: { $0 == there }) else {
            throw CopyError.isLive(path: file)
        }
        guard there != nil else { return }
        guard DurableFile.isRegular(file) else { throw CopyError.noFile(path: file) }
        guard replacing else { throw CopyError.exists(path: file) }
    }

    /// In the data folder a copy that root makes is the service's to replace and to take away.
    private func handOver(_ partial: PartialCopy, in target: String) throws {
        let (root, home) = (DurableFile.real(folder.path), DurableFile.real(target))
        guard home.hasPrefix(root + "/") else { return }
        try folder.handOver([home, partial.database, partial.anchors])
    }

    private func anchorText(with anchor: Anchor) throws -> Data {
        let known = FileManager.default.contents(atPath: folder.anchors) ?? Data()
        return known + Data((anchor.line + "\n").utf8)
    }

    /// Copies all pages by SQLite's online backup, from one snapshot. What was copied goes to the medium bit by bit:
    /// one flush of all of it at the end would hold up the flush of a press that comes then.
    private func copyPages(to path: String) async throws {
        let isCancelled = Mutex(false)
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
                DispatchQueue.global(qos: .utility).async { [pool] in
                    done.resume(
                        with: Result {
                            let copy = try DatabaseQueue(path: path)
                            try copy.writeWithoutTransaction { db in
                                try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
                            }
                            try pool.backup(to: copy, pagesPerStep: Self.pagesPerStep) { _ in
                                if isCancelled.withLock({ $0 }) { throw CancellationError() }
                                try DurableFile.sync(path)
                            }
                            // The pages say that a WAL belongs to them; a copy stands alone.
                            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
                            try copy.close()
                            try DurableFile.sync(path)
                        })
                }
            }
        } onCancel: {
            isCancelled.withLock { $0 = true }
        }
    }

    /// 1 MiB.
    private static let pagesPerStep: CInt = 256
}
