import Logging
import Ratings
import ServiceLifecycle
import Store

/// Copies the write-ahead log into the database file while presses come, so that no press waits for it.
public struct Checkpointer: Service {
    private let store: Store
    private let health: StoreHealth
    private let log: Logger
    private let pages: Int?

    /// For a store that is open for writing; what fails is told to `health` too. `pages` is for tests: from so many pages
    /// of the log on it is copied, and commits wait for the rest of it.
    public init(store: Store, health: StoreHealth, log: Logger, pages: Int? = nil) {
        self.store = store
        self.health = health
        self.log = log
        self.pages = pages
    }

    /// Runs until the service stops.
    /// - Throws: `DatabaseError` where the database cannot be opened once more.
    public func run() async throws {
        let checkpoints = try store.takeCheckpoints(
            worthCopying: pages ?? Checkpoints.worthCopying, mostPages: pages ?? Checkpoints.mostPages)
        var failures = RepeatedFailure()
        for await _ in checkpoints.due.cancelOnGracefulShutdown() {
            do {
                guard try await checkpoints.copy() else { continue }
                health.noteCopying(nil)
                if failures.recovered() != nil { log.notice("the write-ahead log is copied again") }
            } catch {
                health.noteCopying(error)
                guard failures.shouldReport() else { continue }
                log.error(
                    "the write-ahead log cannot be copied into the database; presses are stored, but it grows",
                    metadata: ["error": "\(error)"])
            }
        }
        // Where this fails, the store is closed next, and copies what is left.
        try? await checkpoints.end()
    }
}
