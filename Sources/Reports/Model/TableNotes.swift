import Ratings

/// What stands under every table: what it may still lack.
public struct TableNotes: Codable, Hashable, Sendable {
    /// A box of the period that may still hold presses.
    public struct SilentBox: Codable, Hashable, Sendable {
        /// UID.
        public var uid: String
        /// Its label.
        public var label: String
        /// Codes of the counters it stood for.
        public var counters: [String]
        /// When it was last heard; nil for never.
        public var heard: Instant?
    }

    /// A unit whose ratings stand in another's row.
    public struct Merged: Codable, Hashable, Sendable {
        /// Name of the unit that ended.
        public var from: String
        /// Name of its successor.
        public var into: String
        /// The day it ended.
        public var since: Day
        /// Its ratings.
        public var count: Int
    }

    /// The ledger's state that the table was read from, and when that was anchored.
    public struct Anchor: Codable, Hashable, Sendable {
        /// How far the ledger went.
        public var ledger: LedgerPosition
        /// When that was written where the database cannot reach it.
        public var at: Instant

        /// An anchor.
        public init(ledger: LedgerPosition, at: Instant) {
            self.ledger = ledger
            self.at = at
        }

        /// As many digits of the hash as are printed: who compares them compares 64 bits.
        public var shortHash: String { String(ledger.hash.prefix(16)) }
    }

    /// Boxes that may still hold presses of the period: not heard since it ended or, while it runs, for a day.
    public var silentBoxes: [SilentBox] = []
    /// Presses known to be missing.
    public var missing: Int = 0
    /// The gaps they are in.
    public var gaps: [TableSource.GapCount] = []
    /// Presses dropped by full boxes.
    public var dropped: Int = 0
    /// Ratings whose moment is less sure than the period's edge is near.
    public var edgeCrossings: Int = 0
    /// Presses that do not count only because somebody still has to say something.
    public var waiting: [Verdict: Int] = [:]
    /// Units shown in their successors' rows.
    public var merged: [Merged] = []
    /// What ties the paper to the ledger; nil for a table that was not read from one.
    public var anchor: Anchor?
    /// Whether nothing was counted in the period.
    public var isEmpty = false
    /// Whether boxes used scales with different columns in the period.
    public var scalesDiffer = false
    /// Days within the period that are in none of its months, and so are not counted.
    public var leftOut: [ClosedRange<Day>] = []
    /// Days within the period that are in two of its months; they are counted once.
    public var overlaps: [ClosedRange<Day>] = []
    /// The months of a year to date that were not issued, and stand with what is counted today; nil of other periods.
    public var notIssued: [String]?
    /// When the table was made; of a period that is over, since when the ledger has not moved.
    public var asOf: Instant
    /// Whether the period's last day had ended by then.
    public var isPeriodOver: Bool

    /// Ties the table to the ledger it was read from, where that could be anchored. Of a period that is over it then is as
    /// of the anchor, behind which the ledger had not moved, but not from before the period's `end`: made again, it is the
    /// same. While a period runs, what is told of silent boxes holds for the moment when the table was made.
    public mutating func tie(to anchor: Anchor?, end: Instant) {
        self.anchor = anchor
        if let anchor, isPeriodOver { asOf = max(anchor.at, end) }
    }

    /// Adds ratings of a merged unit to those told of it, if any are.
    mutating func add(_ unit: Merged) {
        if let index = merged.firstIndex(where: { $0.from == unit.from && $0.since == unit.since }) {
            merged[index].count += unit.count
        } else {
            merged.append(unit)
        }
    }
}
