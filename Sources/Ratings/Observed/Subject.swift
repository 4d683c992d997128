/// Whom or what a press says it is about, where the screen or the invitation told.
public struct Subject: Hashable, Codable, Sendable {
    /// Code of the counter.
    public var counter: String?
    /// Code of the officer.
    public var officer: String?
    /// Code of the unit.
    public var unit: String?
    /// Code of the field (lĩnh vực).
    public var field: String?

    /// A subject; what is nil is not told.
    public init(counter: String? = nil, officer: String? = nil, unit: String? = nil, field: String? = nil) {
        self.counter = counter
        self.officer = officer
        self.unit = unit
        self.field = field
    }
}
