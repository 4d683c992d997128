import Foundation

/// A file as a person gave it: its name, which tells what it holds, and its bytes.
public struct ImportFile: Codable, Hashable, Sendable {
    /// Name without folder, e.g. `units.csv`.
    public var name: String
    /// Content.
    public var bytes: Data

    /// A file of these bytes.
    public init(name: String, bytes: Data) {
        self.name = name
        self.bytes = bytes
    }
}
