/// The centre itself as named from a date on.
public struct Centre: DirectoryRecord, Dated {
    /// Its kind in the store.
    public static let kind = RecordKind.centre
    /// From when this name holds.
    public var since: Instant
    /// When it ended; a newer version also ends it.
    public var until: Instant?
    /// Full name, as it stands on papers.
    public var name: String
    /// The body it reports to.
    public var parent: String?

    /// A dated name of the centre.
    public init(since: Instant, until: Instant? = nil, name: String, parent: String? = nil) {
        self.since = since
        self.until = until
        self.name = name
        self.parent = parent
    }

    /// Unique within its kind.
    public var key: String { "\(since.milliseconds)" }
}
