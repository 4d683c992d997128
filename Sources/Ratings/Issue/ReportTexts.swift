/// What persons wrote into the report of a period, beside its figures. The next report starts from it.
public struct ReportTexts: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.texts
    /// The period's name.
    public var period: String
    /// The texts by the names of the template's fields, paragraphs parted by line feeds.
    public var texts: [String: String]

    /// The texts of a period's report.
    public init(period: String, texts: [String: String]) {
        self.period = period
        self.texts = texts
    }

    /// Unique within its kind.
    public var key: String { period }
}
