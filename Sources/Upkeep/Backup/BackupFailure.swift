import Ratings

/// Why a target has no newer copy.
public struct BackupFailure: Codable, Hashable, Sendable {
    /// Since when it fails.
    public var since: Instant
    /// When it was last tried.
    public var last: Instant
    /// Why, and what to do.
    public var reason: String
}
