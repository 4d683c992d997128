import Testing

@testable import Ratings

/// What the tests of this room share: short ways to say when, where and who.
enum Sample {
    static let zone = Zone.vietnam

    /// A moment in the centre's zone, as people type it.
    static func at(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> Instant {
        try #require(MomentText.parse(text, in: zone), "no moment: \(text)", sourceLocation: location)
    }

    static func day(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> Day {
        try #require(Day(iso: text), "no day: \(text)", sourceLocation: location)
    }

    static func time(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> DayTime {
        try #require(DayTime(text), "no time: \(text)", sourceLocation: location)
    }

    static func directory(_ records: (any DirectoryRecord)...) throws -> Directory {
        var directory = Directory()
        for record in records { try directory.apply(StoredRecord(record)) }
        return directory
    }

    static func clock(_ wall: Instant, up: Duration = .seconds(1000), isSet: Bool = true) -> ClockReading {
        ClockReading(wall: wall, hostBoot: "host", bootTime: up, isSynchronized: isSet)
    }

    static func press(
        _ box: String = "b1", sequence: UInt32 = 0, tick: UInt64 = 10_000, input: String = "1",
        subject: Subject? = nil, received: Instant, age: Duration = .zero, roundTrip: Duration = .zero
    ) -> Press {
        Press(
            key: PressKey(device: box, boot: 1, sequence: sequence), tick: tick, input: input, subject: subject,
            arrival: Arrival(clock: clock(received), age: age, roundTrip: roundTrip, driftPPM: 0))
    }

    /// The five columns on five buttons.
    static let scale = RatingScale(
        code: "five", since: Instant(milliseconds: 0),
        choices: ColumnSet.phuLucII.columns.enumerated().map { index, column in
            RatingScale.Choice(
                input: "\(index + 1)", code: "c\(index + 1)", column: column, vietnamese: column.rawValue,
                english: column.rawValue)
        })
}

extension Directory {
    /// Rates `press` with the neighbours it is said to have.
    func rate(_ press: Press, _ neighbours: RatingRule.Neighbours = .init(position: 1)) -> Rating {
        RatingRule.rate(press, on: Basis(press, in: self), neighbours, in: self)
    }

    mutating func add(_ records: (any DirectoryRecord)...) throws {
        for record in records { try apply(StoredRecord(record)) }
    }
}
