import Foundation
import GRDBSQLite
import Store
import Synchronization

/// Copies the write-ahead log of the C API's ledger as the service copies its own: from as many pages on, on a connection
/// and a thread of its own, and the rest between two commits where the log grows too long.
final class LogCopier: Sendable {
    static let copy = "PRAGMA wal_checkpoint(PASSIVE)"

    private struct State {
        var isDue = false
        var isRestDue = false
        var isEnded = false
        var failure: (any Error)?
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// Begins for the connection `file` to the database at `path`; both must outlive it.
    init(of file: SQLiteFile, path: String) {
        // In place of SQLite's own hook, which would copy within the commit.
        sqlite3_wal_hook(
            file.handle,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<LogCopier>.fromOpaque(context).takeUnretainedValue().hear(Int(pages))
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
        Thread.detachNewThread { [self] in
            do { try run(on: SQLiteFile(path)) } catch { state.withLock { $0.failure = error } }
            ended.signal()
        }
    }

    /// Whether pages are to be copied before the next commit, once.
    /// - Throws: What kept pages from being copied.
    func takeRest() throws -> Bool {
        try state.withLock { state in
            if let failure = state.failure { throw failure }
            defer { state.isRestDue = false }
            return state.isRestDue
        }
    }

    /// Returns once nothing is copied any more.
    func end() {
        state.withLock { $0.isEnded = true }
        wake.signal()
        ended.wait()
    }

    private func hear(_ pages: Int) {
        guard pages >= Checkpoints.worthCopying else { return }
        let isNew = state.withLock { state in
            defer { state.isDue = true }
            return !state.isDue
        }
        if isNew { wake.signal() }
    }

    private func run(on file: SQLiteFile) throws {
        let copying = try SQLiteStatement(file.handle, Self.copy)
        while true {
            wake.wait()
            guard !state.withLock({ $0.isEnded }) else { return }
            state.withLock { $0.isDue = false }
            var pages: Int64 = 0
            try copying.rows { pages = $0.number(1) }
            if pages > Checkpoints.mostPages { state.withLock { $0.isRestDue = true } }
        }
    }
}
