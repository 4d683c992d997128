/// A technician tests a box: its presses from then on do not count.
public struct BoxTest: DirectoryRecord, Dated {
    /// Its kind in the store.
    public static let kind = RecordKind.boxTest
    /// UID of the box.
    public var box: String
    /// From when.
    public var since: Instant
    /// Until when.
    public var until: Instant?

    /// A test of a box.
    public init(box: String, since: Instant, until: Instant? = nil) {
        self.box = box
        self.since = since
        self.until = until
    }

    /// Unique within its kind.
    public var key: String { "\(box)@\(since.milliseconds)" }
}

/// Two live boxes said they were the same one. Bounded by ledger positions, which no clock can move.
public struct DuplicateIdentity: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.duplicate

    /// What the technician decided.
    public enum Decision: Codable, Hashable, Sendable {
        /// All presses count.
        case countAll
        /// None counts.
        case countNone
        /// Only those of this boot count.
        case countBoot(UInt64)
    }

    /// UID that both gave.
    public var box: String
    /// First ledger position of the doubtful stretch.
    public var from: Int64
    /// First position after it; nil while both are still there.
    public var to: Int64?
    /// The decision; until it is made nothing in the stretch counts.
    public var decision: Decision?

    /// A doubtful stretch.
    public init(box: String, from: Int64, to: Int64? = nil, decision: Decision? = nil) {
        self.box = box
        self.from = from
        self.to = to
        self.decision = decision
    }

    /// Unique within its kind.
    public var key: String { "\(box)@\(from)" }

    /// Whether the press of `boot` at ledger `position` is held back.
    public func holdsBack(boot: UInt64, position: Int64) -> Bool {
        guard position >= from, to.map({ position < $0 }) ?? true else { return false }
        switch decision {
        case nil, .countNone: return true
        case .countAll: return false
        case .countBoot(let genuine): return boot != genuine
        }
    }
}
