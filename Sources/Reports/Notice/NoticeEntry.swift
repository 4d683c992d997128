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
    /// What the citizen wrote.
    public var comment: String?
    /// What it was found to lie with; nil while it is under review.
    public var cause: ClosedCase.Cause?
    /// Name of the officer with whom it was found to lie.
    public var officer: String?

    /// A rating to be told of.
    public init(
        moment: Instant, counter: String?, unit: String?, column: Column, comment: String? = nil,
        cause: ClosedCase.Cause? = nil, officer: String? = nil
    ) {
        self.moment = moment
        self.counter = counter
        self.unit = unit
        self.column = column
        self.comment = comment
        self.cause = cause
        self.officer = officer
    }

    /// A rating of the ledger; nil for one in no column.
    public init?(_ noted: NotedRating, in directory: Directory) {
        guard let column = noted.rating.column else { return nil }
        let counter = noted.rating.counter.map { code in
            directory.counters.version(of: code, at: noted.rating.moment)?.name ?? code
        }
        let closed = directory.closedCases[noted.press]
        self.init(
            moment: noted.rating.moment, counter: counter, unit: noted.rating.unit, column: column,
            comment: noted.comment, cause: closed?.cause,
            officer: closed?.officer.map { directory.officers[$0]?.name ?? $0 })
    }

    /// Whether its case is closed and lies with staff. Before, or where the cause is another, the minute at a counter with
    /// one officer would name the officer.
    private var liesWithStaff: Bool { cause == .staff }

    /// When it was made, in `zone`: the day alone as long as the minute could name somebody.
    func shownMoment(in zone: Zone) -> String {
        let day = zone.day(of: moment).vietnamese
        return liesWithStaff ? "\(zone.dayTime(of: moment)), \(day)" : day
    }

    /// Where it was made; nothing as long as the counter could name somebody.
    var shownCounter: String { liesWithStaff ? counter ?? "Chưa xác định quầy" : "" }

    /// What became of it: `đang xem xét` until its case is closed, then the cause, with the officer only where it lies with
    /// staff; nothing for a comment, which has no case.
    var outcome: String {
        guard column.isDissatisfied else { return "" }
        guard let cause else { return "đang xem xét" }
        return cause.vietnamese + (liesWithStaff ? officer.map { " (\($0))" } ?? "" : "")
    }

    /// The comment without numbers by which a person could be found: free text may hold those of a telephone or an
    /// identity card.
    var shownComment: String? { comment.map(Self.masked) }

    /// `text` with every run of eight digits or more left out, whatever stands between them but letters.
    static func masked(_ text: String) -> String {
        text.replacing(/[+(\[]*\d(?:[^\p{L}\d]*\d){7,}/.matchingSemantics(.unicodeScalar), with: "[số đã được ẩn]")
    }
}
