import Ratings

/// One rating that a unit is told of.
public struct NoticeEntry: Hashable, Sendable {
    /// When it was made.
    public var moment: Instant
    /// Shown name of the counter; nil where it is not known.
    public var counter: String?
    /// Code of the unit it counts for.
    public var unit: String?
    /// The column it counts in.
    public var column: Column
    /// The reasons that the citizen chose after it.
    public var reasons: [String]
    /// What the citizen wrote.
    public var comment: String?
    /// What became of it.
    public var state: NoticeCase

    /// A rating to be told of.
    public init(
        moment: Instant, counter: String?, unit: String?, column: Column, reasons: [String] = [],
        comment: String? = nil,
        state: NoticeCase = .underReview
    ) {
        self.moment = moment
        self.counter = counter
        self.unit = unit
        self.column = column
        self.reasons = reasons
        self.comment = comment
        self.state = state
    }

    /// A rating of the ledger; nil for one in no column.
    public init?(
        _ noted: NotedRating, reasons: [String] = [], state: NoticeCase = .underReview, in directory: Directory
    ) {
        guard let column = noted.rating.column else { return nil }
        let counter = noted.rating.counter.map { code in
            directory.counters.version(of: code, at: noted.rating.moment)?.name ?? code
        }
        self.init(
            moment: noted.rating.moment, counter: counter, unit: noted.rating.unit, column: column, reasons: reasons,
            comment: noted.comment, state: state)
    }

    /// The comment without numbers by which a person could be found: free text may hold those of a telephone or an
    /// identity card.
    var shownComment: String? { comment.map(Self.masked) }

    /// `text` with every run of nine digits or more, however they are set apart, left out.
    static func masked(_ text: String) -> String {
        text.replacing(/\d(?:[ .\-]?\d){8,}/, with: "[số đã được ẩn]")
    }
}
