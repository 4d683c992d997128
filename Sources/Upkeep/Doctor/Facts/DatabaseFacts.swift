import Ratings
import Store

/// The database, as a reader finds it.
public enum DatabaseFacts: Sendable {
    /// There is none yet.
    case missing
    /// It cannot be read; with the reason.
    case unreadable(reason: String)
    /// A newer program has written it.
    case newer
    /// It is readable.
    case open(Book)

    /// What stands in a readable database.
    public struct Book: Sendable {
        /// SQLite's journal mode; "wal" as it should be.
        public var journalMode = "wal"
        /// Whether an older program has written it, so that the service must be started once.
        public var isOlder = false
        /// Directory, assignments, doubtful stretches, gaps and runs.
        public var directory = Directory()
        /// When each box was last heard.
        public var heard: [String: Instant] = [:]
        /// When the last press was made.
        public var newestPress: Instant?

        /// An empty database.
        public init() {}
    }
}
