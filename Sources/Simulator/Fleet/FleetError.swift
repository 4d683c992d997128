import Foundation

/// Why simulated boxes cannot start or go on.
public struct FleetError: Error, Sendable, CustomStringConvertible {
    /// What, why, and what to do.
    public var description: String

    init(description: String) { self.description = description }

    /// Something with `name` failed; the reason is in `errno`.
    init(_ name: String, _ what: String) {
        description = "\(name): \(what): \(String(cString: strerror(errno)))"
    }

    static let stopped = FleetError(description: "The simulated boxes were stopped.")
}
