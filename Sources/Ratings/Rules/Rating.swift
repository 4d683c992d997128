/// What is derived from a press: the projection's row. The same ledger always gives the same rows.
public struct Rating: Hashable, Sendable {
    /// When the press was made.
    public var moment: Instant
    /// The moment may be off by this much either way.
    public var uncertainty: Duration
    /// Code of the counter; nil where the box stands for several and nothing tells which.
    public var counter: String?
    /// Code of the unit; nil is "Chưa xác định đơn vị".
    public var unit: String?
    /// Code of the field; nil is "Chưa xác định lĩnh vực".
    public var field: String?
    /// Code of the officer; nil is "Chưa xác định".
    public var officer: String?
    /// Code of the choice within its scale.
    public var choice: String?
    /// The column it counts in.
    public var column: Column?
    /// What became of it.
    public var verdict: Verdict
    /// The rule that decided, in words for an audit.
    public var rule: String
    /// The invitation it answers, carried or matched.
    public var invitation: UInt32?
    /// Remarks.
    public var marks: Mark

    /// A projected row.
    public init(
        moment: Instant, uncertainty: Duration, counter: String? = nil, unit: String? = nil, field: String? = nil,
        officer: String? = nil, choice: String? = nil, column: Column? = nil, verdict: Verdict, rule: String,
        invitation: UInt32? = nil, marks: Mark = []
    ) {
        self.moment = moment
        self.uncertainty = uncertainty
        self.counter = counter
        self.unit = unit
        self.field = field
        self.officer = officer
        self.choice = choice
        self.column = column
        self.verdict = verdict
        self.rule = rule
        self.invitation = invitation
        self.marks = marks
    }
}
