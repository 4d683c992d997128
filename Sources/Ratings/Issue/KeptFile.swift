/// A file that is kept beside the chain and named in it by the hash of its bytes.
public struct KeptFile: Codable, Hashable, Sendable {
    /// Its name without folder, e.g. `phu-luc-ii.pdf`.
    public var name: String
    /// BLAKE2b-256 of its bytes, in hexadecimal.
    public var hash: String
    /// Its size in bytes.
    public var size: Int

    /// A kept file.
    public init(name: String, hash: String, size: Int) {
        self.name = name
        self.hash = hash
        self.size = size
    }
}
