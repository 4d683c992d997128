/// A place where citizens are received (điểm tiếp nhận).
public struct Site: DirectoryRecord, Dated {
    /// Its kind in the store.
    public static let kind = RecordKind.site
    /// Short code, never reused.
    public var code: String
    /// Shown name.
    public var name: String
    /// From when this version holds.
    public var since: Instant
    /// When the site closed.
    public var until: Instant?

    /// A site.
    public init(code: String, name: String, since: Instant, until: Instant? = nil) {
        self.code = code
        self.name = name
        self.since = since
        self.until = until
    }

    /// Unique within its kind.
    public var key: String { "\(code)@\(since.milliseconds)" }
}
