/// What keeps the store from its work just now; empty where all goes well.
public struct StoreTrouble: Codable, Hashable, Sendable {
    /// What kind of failure it is; each has a remedy of its own.
    public enum Cause: String, Codable, Hashable, Sendable, CaseIterable {
        /// The disk is full.
        case full
        /// The disk takes no writes at all.
        case readOnly
        /// The disk fails as it reads or writes.
        case medium
        /// The database is damaged.
        case damaged
        /// Something else, a file that another program holds for one.
        case other
    }

    /// One failure.
    public struct Failure: Codable, Hashable, Sendable {
        /// What kind it is.
        public var cause: Cause
        /// The system's own words.
        public var reason: String

        /// A failure.
        public init(_ cause: Cause, reason: String) {
            (self.cause, self.reason) = (cause, reason)
        }
    }

    /// Why nothing can be stored; boxes hold their presses.
    public var writing: Failure?
    /// Why the write-ahead log is not copied into the database; presses are stored, and it grows.
    public var copying: Failure?

    /// No trouble.
    public init() {}
}
