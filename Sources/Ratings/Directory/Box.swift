/// A registered box or screen.
public struct Box: DirectoryRecord {
    public static let kind = RecordKind.box
    /// Hardware UID, lower-case hexadecimal.
    public var uid: String
    /// Short label that stands on the box.
    public var label: String
    /// Anything a technician wants to remember.
    public var note: String?

    /// A registered box.
    public init(uid: String, label: String, note: String? = nil) {
        self.uid = uid
        self.label = label
        self.note = note
    }

    public var key: String { uid }
}
