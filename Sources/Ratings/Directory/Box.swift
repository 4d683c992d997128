/// A registered box or screen.
public struct Box: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.box
    /// Hardware UID in lower-case hexadecimal; of a box without one, `usb-…` or `place-…` after its adapter.
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

    /// Unique within its kind.
    public var key: String { uid }
}
