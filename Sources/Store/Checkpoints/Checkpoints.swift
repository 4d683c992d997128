import GRDB

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
    /// The log is begun anew once all of it is copied and a commit finds it so. Where commits come as fast as pages are
    /// copied, that is never; then the rest is copied between two commits.
    /// - Throws: `DatabaseError`; then the log keeps what was not copied, and grows.
    public func copy() async throws {
        let log = try await beside.writeWithoutTransaction { try $0.checkpoint(.passive) }
        guard log.walFrameCount > mostPages, log.checkpointedFrameCount < log.walFrameCount else { return }
        _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.passive) }
    }

    /// From now on commits copy again, as SQLite has it where nobody says otherwise: every thousandth page.
    /// - Throws: `DatabaseError`.
    public func end() async throws {
        try await pool.writeWithoutTransaction { [watch] db in watch.end(on: db) }
        try beside.close()
    }
}

extension Store {
    /// Takes the copying of the write-ahead log out of the commits: whoever calls this has to `copy` when it is `due`.
    /// - Throws: `DatabaseError`.
    public func takeCheckpoints() throws -> Checkpoints {
        try takeCheckpoints(worthCopying: Checkpoints.worthCopying, mostPages: Checkpoints.mostPages)
    }

    func takeCheckpoints(worthCopying: Int, mostPages: Int) throws -> Checkpoints {
        try Checkpoints(pool, worthCopying: worthCopying, mostPages: mostPages)
    }
}
