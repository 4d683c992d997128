import Foundation
import GRDB
import Ratings
import Synchronization

/// The database of one centre. One process writes it at a time; reports and checks may open it read-only beside that.
public final class Store: Sendable {
    /// Where it lives.
    public let folder: DataDirectory
    /// Names this ledger to the boxes; an older copy of the file has the same.
    public let ledger: UInt64
    let pool: DatabasePool
    /// Nil for a reader.
    private let files: LedgerFiles?
    private let cache = Mutex(Directory())
    /// The directory as a reader last found it, with the position of the last change then.
    private let found = Mutex<(change: Int64, directory: Directory)?>(nil)
    /// Two rebuilds at once would stage into the same generation.
    let rebuilding = Turn()

    /// Opens the store for writing, making or migrating it as needed.
    /// - Throws: `StoreError` where the folder, the file or its mode is not fit.
    public convenience init(writing folder: DataDirectory) throws {
        try folder.create()
        try self.init(folder, isReadOnly: false)
    }

    /// Opens an existing store for reading, beside a running service or without one.
    /// - Throws: `StoreError` where there is none or it cannot be read.
    public convenience init(reading folder: DataDirectory) throws {
        try folder.requireDatabase()
        try self.init(folder, isReadOnly: true)
    }

    /// Opens an existing store for checking: what stands in it need not make sense.
    /// - Throws: `StoreError` where there is none or it cannot be read.
    public convenience init(checking folder: DataDirectory) throws {
        try folder.requireDatabase()
        try self.init(folder, isReadOnly: true, loadsDirectory: false)
    }

    private init(_ folder: DataDirectory, isReadOnly: Bool, loadsDirectory: Bool = true) throws {
        self.folder = folder
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(2)
        configuration.label = "hailong"
        do {
            // What a process left there whose sync failed may be in memory only, and would be taken as stored.
            if !isReadOnly { try DurableFile.writeAgain(LedgerFiles.wal(of: folder.database)) }
            pool = try DatabasePool(path: folder.database, configuration: configuration)
            if !isReadOnly {
                // GRDB's WAL set-up leaves NORMAL behind, which loses receipted presses at a power cut.
                try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
            }
            if try pool.read({ try Schema.migrator.hasBeenSuperseded($0) }) {
                throw StoreError.newerSchema(path: folder.database)
            }
            if !isReadOnly { try Schema.migrator.migrate(pool) }
            let id = try pool.read { try Int64.fetchOne($0, sql: "SELECT ledger FROM meta") }
            guard let id else {
                throw StoreError.damaged(path: folder.database, reason: "its row 'meta' is missing")
            }
            ledger = UInt64(bitPattern: id)
            files = isReadOnly ? nil : LedgerFiles(folder.database)
            if loadsDirectory {
                let directory = try pool.read { try Self.loadDirectory($0) }
                cache.withLock { $0 = directory }
            }
        } catch let error as DecodingError {
            throw StoreError.damaged(path: folder.database, reason: "a record of the directory is unreadable: \(error)")
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR:
                throw StoreError.damaged(path: folder.database, reason: error.message ?? "\(error)")
            default:
                throw StoreError.unusableDirectory(path: folder.path, reason: error.message ?? "\(error)")
            }
        }
        if !isReadOnly {
            try folder.handOver([folder.database, folder.database + "-wal", folder.database + "-shm"])
            try assertDurable()
        }
    }

    /// Checks the modes that a receipt rests on.
    /// - Throws: `StoreError.unsafeMode`.
    func assertDurable() throws {
        let (synchronous, journal) = try pool.writeWithoutTransaction { db in
            (
                try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1,
                try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
            )
        }
        guard synchronous >= 2 else { throw StoreError.unsafeMode(setting: "synchronous", value: "\(synchronous)") }
        guard journal == "wal" else { throw StoreError.unsafeMode(setting: "journal_mode", value: journal) }
    }

    /// Directory, duties, settings and facts as they stand.
    public var directory: Directory { cache.withLock { $0 } }

    /// Reads the directory anew, for a reader beside a running service.
    /// - Throws: `DatabaseError`.
    public func readDirectory() throws -> Directory { try pool.read { try Self.loadDirectory($0) } }

    /// The directory as a transaction sees it: read anew only where a change has come.
    func directory(in db: Database) throws -> Directory {
        let change = try Int64.fetchOne(db, sql: "SELECT max(position) FROM change") ?? 0
        if let found = found.withLock({ $0 }), found.change == change { return found.directory }
        let directory = try Self.loadDirectory(db)
        found.withLock { $0 = (change, directory) }
        return directory
    }

    /// Runs `body` in one transaction that is durable when this returns. The directory it leaves comes into force with
    /// the commit.
    /// - Throws: `DatabaseError`, `StoreError.damaged`, or what `body` throws; then nothing was changed.
    ///   `StoreError.walRemoved` and `.databaseRemoved`, after which the change may turn out to be made.
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (inout LedgerWriter) throws -> Result
    ) async throws -> Result {
        do {
            return try await pool.writeWithoutTransaction { [self] db in try commit(db, body) }
        } catch {
            throw StoreError(damage: error, path: folder.database) ?? error
        }
    }

    /// `write` on the calling thread, which is blocked until it is done.
    func writeHere<Result>(_ body: (inout LedgerWriter) throws -> Result) throws -> Result {
        do {
            return try pool.writeWithoutTransaction { db in try commit(db, body) }
        } catch {
            throw StoreError(damage: error, path: folder.database) ?? error
        }
    }

    private func commit<Result>(_ db: Database, _ body: (inout LedgerWriter) throws -> Result) throws -> Result {
        try requireNames(db)
        var writer: LedgerWriter?
        var result: Result?
        try db.inTransaction(.immediate) {
            var new = try LedgerWriter(db, directory: directory)
            result = try body(&new)
            try new.finish()
            writer = new
            return .commit
        }
        guard let writer, let result else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
        if writer.hasNewDirectory { cache.withLock { $0 = writer.directory } }
        // What was just written into a file without a name would not be found again.
        try requireNames(db)
        return result
    }

    /// Checks that what is written is found by the next process too. What a WAL without a name holds is brought into
    /// the database before this throws.
    private func requireNames(_ db: Database) throws {
        switch files?.loss {
        case nil: return
        case .database: throw StoreError.databaseRemoved(path: folder.database)
        case .wal:
            // Throws while somebody reads an older state: then all is tried again.
            try db.checkpoint(.full)
            throw StoreError.walRemoved(path: LedgerFiles.wal(of: folder.database))
        }
    }

    /// Runs `body` in a transaction that is rolled back: what would come of it.
    /// - Throws: `DatabaseError`, or what `body` throws.
    func rehearse<Result: Sendable>(
        _ body: @escaping @Sendable (inout LedgerWriter) throws -> Result
    ) async throws -> Result {
        try await pool.writeWithoutTransaction { [self] db in
            var result: Result?
            try db.inTransaction(.immediate) {
                var writer = try LedgerWriter(db, directory: directory)
                result = try body(&writer)
                try writer.finish()
                return .rollback
            }
            guard let result else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
            return result
        }
    }

    /// Closes all connections, the writing one last: only that one can fold the WAL into the file.
    /// - Throws: `DatabaseError` where a statement is still running.
    public func close() throws {
        pool.invalidateReadOnlyConnections()
        try pool.close()
    }

    static func loadDirectory(_ db: Database) throws -> Directory {
        var directory = Directory()
        let rows = try Row.fetchCursor(db, sql: "SELECT kind, key, body FROM record ORDER BY kind, key")
        while let row = try rows.next() {
            guard let name = row["kind"] as String?, let key = row["key"] as String?, let body = row["body"] as String?
            else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a record has no content") }
            guard let kind = RecordKind(rawValue: name) else { continue }
            try directory.apply(StoredRecord(kind: kind, key: key, body: body))
        }
        return directory
    }
}
