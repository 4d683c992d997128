/// A counter (quầy) as it stood from a date on.
public struct Counter: DirectoryRecord, Dated {
    /// Its kind in the store.
    public static let kind = RecordKind.counter
    /// Short code, never reused.
    public var code: String
    /// Shown name.
    public var name: String
    /// Code of its site.
    public var site: String?
    /// Codes of the units it serves for. With exactly one, that one is the unit of its presses where no duty tells.
    public var units: [String]
    /// From when this version holds.
    public var since: Instant
    /// When the counter closed.
    public var until: Instant?

    /// A dated version of a counter.
    public init(
        code: String, name: String, site: String? = nil, units: [String], since: Instant, until: Instant? = nil
    ) {
        self.code = code
        self.name = name
        self.site = site
        self.units = units
        self.since = since
        self.until = until
    }

    /// Unique within its kind.
    public var key: String { "\(code)@\(since.milliseconds)" }
}
