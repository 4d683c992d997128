/// Where a box stands: at one counter or for a group of counters, over a stretch of time.
public struct Assignment: DirectoryRecord, Dated {
    /// Its kind in the store.
    public static let kind = RecordKind.assignment
    /// UID of the box.
    public var box: String
    /// Codes of the counters.
    public var counters: [String]
    /// From when.
    public var since: Instant
    /// Until when.
    public var until: Instant?

    /// An assignment.
    public init(box: String, counters: [String], since: Instant, until: Instant? = nil) {
        self.box = box
        self.counters = counters
        self.since = since
        self.until = until
    }

    /// Unique within its kind.
    public var key: String { "\(box)@\(since.milliseconds)" }
}
