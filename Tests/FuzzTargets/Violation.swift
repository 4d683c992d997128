/// What must never be, and was.
public struct Violation: Error, CustomStringConvertible {
    /// In words.
    public var description: String
}

/// Throws a `Violation` unless `condition` holds.
func demand(_ condition: Bool, _ what: @autoclosure () -> String) throws {
    guard condition else { throw Violation(description: what()) }
}
