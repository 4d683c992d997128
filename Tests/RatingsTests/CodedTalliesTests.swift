import Ratings
import Testing

@Suite("Coded tallies")
struct CodedTalliesTests {
    private static func tally(
        _ day: Int, _ unit: String?, _ officer: String?, _ column: Column, _ count: Int
    ) -> Tally {
        Tally(
            key: TallyKey(
                day: Day(number: day), hour: 8, unit: unit, counter: "Q1", officer: officer, field: nil, choice: "1",
                column: column), count: count)
    }

    private let tallies = CodedTallies([
        tally(1, "XD", "A", .satisfied, 2), tally(1, "XD", "B", .dissatisfied, 1), tally(2, "NV", "A", .satisfied, 4),
        tally(2, nil, "XD", .neutral, 8), tally(3, "XD", "A", .satisfied, 16), tally(1, "NV", nil, .satisfied, 32),
    ])

    private func expect(_ counts: Counts?, _ columns: [Column: Int]) {
        var expected = Counts()
        for (column, count) in columns { expected[column] = count }
        #expect(counts == expected)
    }

    @Test("are added up by the code of a part, and apart where it is unknown")
    func byPart() {
        let units = tallies.counts(by: .unit) { _ in true }
        #expect(Set(units.keys) == ["XD", "NV", nil])
        expect(units["XD"], [.satisfied: 18, .dissatisfied: 1])
        expect(units["NV"], [.satisfied: 36])
        expect(units[nil], [.neutral: 8])
        // The same code means another thing in another part.
        expect(tallies.counts(by: .officer) { _ in true }["XD"], [.neutral: 8])
        #expect(tallies.counts(by: .field) { _ in true }.keys.map(\.self) == [nil])
        #expect(tallies.counts(by: .counter) { _ in true }["Q1"]?.total == 63)
    }

    @Test("are those of the days that are meant, in whatever order they came")
    func days() {
        let units = tallies.counts(by: .unit) { $0 != Day(number: 1) }
        #expect(Set(units.keys) == ["NV", nil, "XD"])
        expect(units["XD"], [.satisfied: 16])
        let days = tallies.countsByDay { $0 != Day(number: 2) }
        #expect(Set(days.keys) == [Day(number: 1), Day(number: 3)])
        expect(days[Day(number: 1)], [.satisfied: 34, .dissatisfied: 1])
    }

    @Test("none are no rows")
    func none() {
        #expect(CodedTallies().counts(by: .unit) { _ in true }.isEmpty)
        #expect(CodedTallies().countsByDay { _ in true }.isEmpty)
    }
}
