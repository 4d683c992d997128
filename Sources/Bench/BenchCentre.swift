import Ratings

/// A small centre to press in: 20 boxes at 20 counters.
enum BenchCentre {
    static let start = Instant(milliseconds: 1_600_000_000_000)

    static var records: [StoredRecord] {
        get throws {
            let choices = Column.allCases.enumerated().map { index, column in
                RatingScale.Choice(
                    input: "\(index + 1)", code: column.rawValue, column: column, vietnamese: "", english: "")
            }
            var records = [try StoredRecord(RatingScale(code: "five", since: start, choices: choices))]
            for number in 0..<20 {
                let (unit, counter) = ("U\(number)", "Q\(number)")
                records += [
                    try StoredRecord(AdministrativeUnit(code: unit, name: unit, order: number, since: start)),
                    try StoredRecord(Counter(code: counter, name: counter, units: [unit], since: start)),
                    try StoredRecord(Assignment(box: "box\(number)", counters: [counter], since: start)),
                    try StoredRecord(Duty(counter: counter, officer: "C\(number)", since: start, source: .roster)),
                ]
            }
            return records
        }
    }

    /// Presses of all boxes in turn, each box 4 s after its last.
    struct Presses {
        private var made: UInt32 = 0

        mutating func next(_ count: Int) -> [Observation] { (0..<count).map { _ in next() } }

        private mutating func next() -> Observation {
            let (box, sequence) = (made % 20, made / 20)
            made += 1
            let wall = BenchCentre.start + .milliseconds(Int64(made) * 200)
            let clock = ClockReading(
                wall: wall, hostBoot: "bench", bootTime: .milliseconds(Int64(made) * 200), isSynchronized: true)
            return .press(
                Press(
                    key: PressKey(device: "box\(box)", boot: 1, sequence: sequence), tick: UInt64(sequence) * 4000,
                    input: "2", arrival: Arrival(clock: clock, age: .zero, roundTrip: .milliseconds(5))))
        }
    }
}
