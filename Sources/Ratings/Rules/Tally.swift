/// Where counted ratings are added up: one cell of the finest table there is.
public struct TallyKey: Hashable, Sendable {
    /// Civil day in the centre's zone.
    public var day: Day
    /// Hour of that day, 0 to 23.
    public var hour: Int
    /// Code of the unit; nil where unknown.
    public var unit: String?
    /// Code of the counter; nil where unknown.
    public var counter: String?
    /// Code of the officer; nil where unknown.
    public var officer: String?
    /// Code of the field; nil where unknown.
    public var field: String?
    /// Code of the choice.
    public var choice: String
    /// The column it is counted in.
    public var column: Column

    /// A cell.
    public init(
        day: Day, hour: Int, unit: String?, counter: String?, officer: String?, field: String?, choice: String,
        column: Column
    ) {
        self.day = day
        self.hour = hour
        self.unit = unit
        self.counter = counter
        self.officer = officer
        self.field = field
        self.choice = choice
        self.column = column
    }

    /// The cell of `rating`, if it is counted.
    public init?(_ rating: Rating, in zone: Zone) {
        self.init(rating, day: zone.day(of: rating.moment), hour: zone.hour(of: rating.moment))
    }

    /// The cell of `rating`, if it is counted, for the day and hour of its moment.
    public init?(_ rating: Rating, day: Day, hour: Int) {
        guard rating.verdict == .counted, let column = rating.column, let choice = rating.choice else { return nil }
        self.init(
            day: day, hour: hour, unit: rating.unit, counter: rating.counter, officer: rating.officer,
            field: rating.field, choice: choice, column: column)
    }
}

/// A cell with its count.
public struct Tally: Hashable, Sendable {
    /// Which cell.
    public var key: TallyKey
    /// How many ratings.
    public var count: Int

    /// A counted cell.
    public init(key: TallyKey, count: Int) {
        self.key = key
        self.count = count
    }
}
