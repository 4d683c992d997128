/// A field of work (lĩnh vực) that a press may be about.
public struct ServiceField: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.field
    /// Short code, never reused.
    public var code: String
    /// Shown name.
    public var name: String
    /// Place in every table.
    public var order: Int

    /// A field.
    public init(code: String, name: String, order: Int) {
        self.code = code
        self.name = name
        self.order = order
    }

    /// Unique within its kind.
    public var key: String { code }
}
