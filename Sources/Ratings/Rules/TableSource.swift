/// What a table is made from, read from the store in one snapshot.
public struct TableSource: Sendable {
    /// A gap with the number of its presses that did not come after all.
    public struct GapCount: Codable, Hashable, Sendable {
        /// The gap.
        public var gap: Gap
        /// Presses still missing.
        public var missing: Int

        /// A counted gap.
        public init(gap: Gap, missing: Int) {
            self.gap = gap
            self.missing = missing
        }
    }

    /// The counted ratings of the days asked for.
    public var tallies: CodedTallies
    /// Counted ratings whose uncertainty crosses an edge of the period.
    public var edgeCrossings: Int
    /// The directory that the tallies were computed under.
    public var directory: Directory
    /// Gaps that may hold presses of the period.
    public var gaps: [GapCount]
    /// Presses that boxes dropped because their ring was full, in boots that touch the period.
    public var dropped: Int
    /// When each box was last heard.
    public var heard: [String: Instant]
    /// Presses of the period that do not count only because somebody still has to say something: by verdict.
    public var waiting: [Verdict: Int]
    /// Where the ledger stood; nil for a source that was not read from one.
    public var ledger: LedgerPosition?

    /// The verdicts that wait for somebody.
    public static let waitingVerdicts: [Verdict] = [.unregistered, .duplicateIdentity, .unknownInput]

    /// What a table is made from.
    public init(
        tallies: CodedTallies, edgeCrossings: Int = 0, directory: Directory, gaps: [GapCount] = [], dropped: Int = 0,
        heard: [String: Instant] = [:], waiting: [Verdict: Int] = [:], ledger: LedgerPosition? = nil
    ) {
        self.tallies = tallies
        self.edgeCrossings = edgeCrossings
        self.directory = directory
        self.gaps = gaps
        self.dropped = dropped
        self.heard = heard
        self.waiting = waiting
        self.ledger = ledger
    }
}
