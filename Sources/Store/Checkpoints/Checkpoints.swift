import GRDB
import Synchronization

/// Copies pages from the write-ahead log into the database file on a connection of its own, so that no commit does it
/// while a box waits for its receipt.
public final class Checkpoints: Sendable {
    /// Pages that are worth copying: 16 MiB. Most pages are written again and again and copied once, and a commit that
    /// meets the copying may wait for its sync.
    public static let worthCopying = 4096
    /// Pages of the log from which on commits wait for the copying: 64 MiB.
    public static let mostPages = 16_384

    /// Tells after a commit that there is something to copy.
    public let due: AsyncStream<Void>
    private let pool: DatabasePool
    private let beside: DatabaseQueue
    private let watch: LogWatch
    private let mostPages: Int
    /// Whether a copying failed, so that pages copied before it may be lost too. At first it may have: a service that was
    /// killed leaves the log's index to whoever reads beside it.
    private let isDoubtful = Mutex(true)
    /// How many copyings in a row met somebody in the log's index; so many are no chance any more.
    private let collisions = Mutex(0)
    static let mostCollisions = 8

    init(_ pool: DatabasePool, worthCopying: Int, mostPages: Int) throws {
        self.pool = pool
        self.mostPages = mostPages
        let (due, announce) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.due = due
        var configuration = Configuration()
        configuration.busyMode = .timeout(2)
        configuration.label = "hailong.checkpoints"
        beside = try DatabaseQueue(path: pool.path, configuration: configuration)
        watch = LogWatch(threshold: worthCopying, announce: announce)
        pool.writeWithoutTransaction { [watch] db in watch.begin(on: db) }
    }

    /// Copies what no reader still needs to find in the log.
    ///
    /// The log is begun anew once all of it is copied and a commit finds it so. Where a commit comes during every copying,
    /// that is never; then the rest is copied between two commits.
    /// - Returns: Whether it copied; where a commit was in its way it did not, and is due again.
    /// - Throws: `DatabaseError`; then the log keeps what was not copied, and grows.
    @discardableResult
    public func copy() async throws -> Bool {
        try await forgetDoubtful()
        do {
            try await copyOnce()
            collisions.withLock { $0 = 0 }
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && isChance() {
            // The index was read while a commit wrote it.
            return false
        } catch {
            distrust()
            throw error
        }
    }

    private func isChance() -> Bool {
        collisions.withLock { collisions in
            collisions += 1
            return collisions < Self.mostCollisions
        }
    }

    /// From now on nothing that was copied counts as copied.
    ///
    /// A copying that a commit overtakes counts its pages as copied, and leaves their sync to a later one. Where that
    /// fails, the kernel may forget the pages of both, and SQLite would copy its own again only: once the log was begun
    /// anew, a power cut would leave the others as they had been.
    func distrust() { isDoubtful.withLock { $0 = true } }

    private func forgetDoubtful() async throws {
        guard isDoubtful.withLock({ $0 }) else { return }
        try await pool.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                try CopiedFrames.forget(on: db)
                return .commit
            }
        }
        isDoubtful.withLock { $0 = false }
    }

    private func copyOnce() async throws {
        let log = try await beside.writeWithoutTransaction { try $0.checkpoint(.passive) }
        // Pages that came meanwhile are not among those that were counted: whether there are any, only the writer knows.
        guard log.walFrameCount > mostPages else { return }
        _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.passive) }
    }

    /// From now on commits copy again, as SQLite has it where nobody says otherwise: every thousandth page.
    /// - Throws: `DatabaseError`.
    public func end() async throws {
        try await forgetDoubtful()
        try await pool.writeWithoutTransaction { [watch] db in watch.end(on: db) }
        try beside.close()
    }
}

extension Store {
    /// Takes the copying of the write-ahead log out of the commits: whoever calls this has to `copy` when it is `due`.
    /// - Parameters:
    ///   - worthCopying: Pages of the log from which on copying is due.
    ///   - mostPages: Pages of the log beyond which commits wait for what was not copied beside them.
    /// - Throws: `DatabaseError`.
    public func takeCheckpoints(
        worthCopying: Int = Checkpoints.worthCopying, mostPages: Int = Checkpoints.mostPages
    ) throws -> Checkpoints {
        try Checkpoints(pool, worthCopying: worthCopying, mostPages: mostPages)
    }
}
