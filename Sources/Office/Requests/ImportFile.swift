import Foundation

/// A file as a person gave it: its name, which tells what it holds, and its bytes.
public struct ImportFile: Codable, Hashable, Sendable {
    /// Name without folder, e.g. `units.csv`.
    public var name: String
    /// Content.
    public var bytes: Data
    /// The old encoding of its text, where a person says so; nil for Unicode.
    public var encoding: LegacyEncoding?

    /// A file of these bytes.
    public init(name: String, bytes: Data, encoding: LegacyEncoding? = nil) {
        (self.name, self.bytes, self.encoding) = (name, bytes, encoding)
    }
}
