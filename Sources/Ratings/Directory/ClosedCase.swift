/// What a dissatisfied rating was found to lie with (phản hồi đã xử lý). Without it the rating is still under review.
public struct ClosedCase: DirectoryRecord {
    /// Where a cause was found to lie.
    public enum Cause: String, Codable, Hashable, Sendable, CaseIterable {
        case staff, rules, system
    }

    /// Its kind in the store.
    public static let kind = RecordKind.closedCase
    /// The press.
    public var press: PressKey
    /// Where its cause lies.
    public var cause: Cause
    /// Code of the officer with whom it lies; nil where it lies with rules or a system.
    public var officer: String?

    /// What was found of one press.
    public init(press: PressKey, cause: Cause, officer: String? = nil) {
        self.press = press
        self.cause = cause
        self.officer = officer
    }

    /// Unique within its kind.
    public var key: String { press.description }
}
