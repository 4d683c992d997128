/// A copy of the ledger was put in place of the ledger there was. The record stands directly behind the copy's last
/// row, so that it also says where the copy ended.
public struct Restoration: DirectoryRecord {
    /// A ledger at one length.
    public struct Head: Hashable, Codable, Sendable {
        /// The ledger's id.
        public var ledger: UInt64
        /// Rows in its chain.
        public var position: Int64
        /// Hash of the last of them, in hexadecimal.
        public var hash: String

        /// A head.
        public init(ledger: UInt64, position: Int64, hash: String) {
            self.ledger = ledger
            self.position = position
            self.hash = hash
        }
    }

    /// Its kind in the store.
    public static let kind = RecordKind.restoration
    /// When it was done.
    public var at: Instant
    /// The ledger that was left behind; nil where there was none, or none that could be read.
    public var left: Head?
    /// How much `verify` had to say against the ledger that was left behind.
    public var leftFindings: Int
    /// The anchored heads that the ledger left behind accounted for and the copy does not, oldest first.
    public var anchored: [Head]

    /// A restoration.
    public init(at: Instant, left: Head?, leftFindings: Int, anchored: [Head]) {
        self.at = at
        self.left = left
        self.leftFindings = leftFindings
        self.anchored = anchored
    }

    /// Unique within its kind.
    public var key: String { "\(at.milliseconds)" }
}
