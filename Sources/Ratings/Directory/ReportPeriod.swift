/// A reporting period, named after the month it ends in.
public struct ReportPeriod: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.period
    /// `YYYY-MM`.
    public var name: String
    /// First day, inclusive.
    public var first: Day
    /// Last day, inclusive.
    public var last: Day

    /// A period.
    public init(name: String, first: Day, last: Day) {
        self.name = name
        self.first = first
        self.last = last
    }

    /// Unique within its kind.
    public var key: String { name }
}
