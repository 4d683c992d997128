/// A supervisor's decision that one press does not count (không tính), or counts again (giữ).
public struct SetAside: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.setAside
    /// The press.
    public var press: PressKey
    /// False once the decision was taken back.
    public var isSetAside: Bool

    /// A decision on one press.
    public init(press: PressKey, isSetAside: Bool) {
        self.press = press
        self.isSetAside = isSetAside
    }

    /// Unique within its kind.
    public var key: String { press.description }
}
