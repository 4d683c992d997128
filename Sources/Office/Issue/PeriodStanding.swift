import Ratings

/// Where the report of a period stands.
public struct PeriodStanding: Hashable, Sendable {
    /// The period; as it was frozen, where it was.
    public var period: ReportPeriod
    /// The edition that says so; nil for a draft.
    public var edition: ReportEdition?
    /// Whether today's figures differ from those of the edition.
    public var isChanged: Bool

    /// What a state is called; nil is a draft.
    public static func state(_ state: ReportEdition.State?) -> String { Words.state(state) }
}
