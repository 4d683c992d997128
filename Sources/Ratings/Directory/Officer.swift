/// A person at a counter (cán bộ tại quầy).
public struct Officer: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.officer

    /// Chính thức or dự phòng.
    public enum Standing: String, Codable, Hashable, Sendable, CaseIterable {
        case permanent, reserve
    }

    /// Short code, never reused.
    public var code: String
    /// Full name.
    public var name: String
    /// Who employs the person (e.g. "Bưu điện tỉnh"), which need not be the unit served for.
    public var employer: String?
    /// Chính thức or dự phòng.
    public var standing: Standing

    /// An officer.
    public init(code: String, name: String, employer: String? = nil, standing: Standing = .permanent) {
        self.code = code
        self.name = name
        self.employer = employer
        self.standing = standing
    }

    /// Unique within its kind.
    public var key: String { code }
}
