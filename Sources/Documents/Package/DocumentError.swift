/// Why a document is not written.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What could not be done, why, and what to do next.
    public var description: String

    /// An error with its whole message.
    public init(_ description: String) { self.description = description }
}
