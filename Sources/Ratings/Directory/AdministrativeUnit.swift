/// A unit (đơn vị: sở, ban, ngành, phòng) as it was named and ordered from a date on.
public struct AdministrativeUnit: DirectoryRecord, Dated {
    /// Its kind in the store.
    public static let kind = RecordKind.unit
    /// Short code, never reused.
    public var code: String
    /// Shown name.
    public var name: String
    /// Place in every table; smaller comes first.
    public var order: Int
    /// Code of the unit it belongs to.
    public var parent: String?
    /// From when this version holds.
    public var since: Instant
    /// When the unit ended (hợp nhất, sáp nhập, chia tách, giải thể).
    public var until: Instant?
    /// Codes of the units that took over its work.
    public var successors: [String]

    /// A dated version of a unit.
    public init(
        code: String, name: String, order: Int, parent: String? = nil, since: Instant, until: Instant? = nil,
        successors: [String] = []
    ) {
        self.code = code
        self.name = name
        self.order = order
        self.parent = parent
        self.since = since
        self.until = until
        self.successors = successors
    }

    /// Unique within its kind.
    public var key: String { "\(code)@\(since.milliseconds)" }
}
