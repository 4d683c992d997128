/// How far the ledger went when something was read from it.
public struct LedgerPosition: Hashable, Codable, Sendable {
    /// Rows in the chain.
    public var rows: Int64
    /// Hash of the last of them, in hexadecimal.
    public var hash: String

    /// A position.
    public init(rows: Int64, hash: String) {
        self.rows = rows
        self.hash = hash
    }
}
