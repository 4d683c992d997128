import Ratings
import Testing

@Suite("Columns of a table") struct ColumnSetTests {
    private let day = Instant(milliseconds: 1_592_000_000_000)

    private func scale(_ code: String, _ since: Instant = Instant(milliseconds: 0), _ columns: Column...) -> RatingScale
    {
        RatingScale(
            code: code, since: since,
            choices: columns.enumerated().map { index, column in
                RatingScale.Choice(
                    input: "\(index + 1)", code: column.rawValue, column: column, vietnamese: "x", english: "x")
            })
    }

    @Test("every column says that somebody was satisfied, was dissatisfied, or neither")
    func kinds() {
        #expect(
            Column.allCases.filter(\.isSatisfied) == [
                .satisfiedService, .satisfiedAttitude, .verySatisfied, .satisfied,
            ])
        #expect(
            Column.allCases.filter(\.isDissatisfied) == [
                .dissatisfiedCompetence, .dissatisfiedTime, .dissatisfied, .veryDissatisfied,
            ])
        var counts = Counts()
        for (index, column) in Column.allCases.enumerated() { counts[column] = 1 << index }
        #expect(Column.allCases.map(\.place) == Array(0..<10), "each has a place of its own")
        #expect(Column.allCases.enumerated().allSatisfy { counts[$1] == 1 << $0 })
        #expect((counts.satisfied, counts.dissatisfied) == (1 + 2 + 32 + 64, 4 + 8 + 256 + 512))
        #expect(counts.total == 1023)
    }

    @Test("the five are shown whole, of levels only those in use; together the five come first and comments last")
    func showing() {
        #expect(ColumnSet(showing: []) == .phuLucII)
        #expect(ColumnSet(showing: [.comments]) == .phuLucII)
        #expect(ColumnSet(showing: [.dissatisfiedTime]) == .phuLucII)
        #expect(
            ColumnSet(showing: [.dissatisfied, .verySatisfied, .satisfied]).columns == [
                .verySatisfied, .satisfied, .dissatisfied,
            ])
        #expect(ColumnSet(showing: Set(ColumnSet.levels.columns)) == .levels)
        #expect(ColumnSet(showing: [.satisfied, .comments]).columns == [.satisfied, .comments])
        let mixed = ColumnSet(showing: [.neutral, .satisfiedService])
        #expect(
            mixed.columns == [
                .satisfiedService, .satisfiedAttitude, .dissatisfiedCompetence, .dissatisfiedTime, .neutral, .comments,
            ])
        #expect(mixed.isMixed)
        for set in [ColumnSet.phuLucII, .levels, ColumnSet(showing: [.satisfied, .comments])] { #expect(!set.isMixed) }
    }

    @Test("the only scale there is counts as used; a changed wording is no other set of columns")
    func onlyScale() throws {
        var directory = Directory()
        #expect(directory.columnSets(from: day, until: day + .seconds(1)).isEmpty)
        try directory.add(
            scale("a", Instant(milliseconds: 0), .satisfied, .neutral),
            scale("a", day + .seconds(5), .neutral, .satisfied), scale("a", day + .seconds(20), .comments))
        #expect(
            directory.columnSets(from: day, until: day + .seconds(10)).map(\.columns) == [[.satisfied, .neutral]])
        #expect(directory.columnSets(from: day, until: day + .seconds(21)).count == 2)
        #expect(directory.columnSets(from: day + .seconds(20), until: day + .seconds(21)) == [.phuLucII])
    }

    @Test("of several scales those count that a setting names for some time between both instants")
    func settings() throws {
        var directory = Directory()
        func use(_ code: String, _ scope: Setting.Scope = .centre, _ seconds: Int) -> Setting {
            Setting(name: .scale, scope: scope, since: day + .seconds(seconds), value: code)
        }
        try directory.add(
            scale("five", Instant(milliseconds: 0), .satisfiedService),
            scale("three", .init(milliseconds: 0), .satisfied),
            scale("other", .init(milliseconds: 0), .veryDissatisfied), use("five", .centre, 0),
            use("three", .centre, 10), use("other", .box("b1"), 20))
        func sets(_ from: Int, _ to: Int) -> Set<[Column]> {
            Set(directory.columnSets(from: day + .seconds(from), until: day + .seconds(to)).map(\.columns))
        }
        #expect(sets(-20, 0).isEmpty, "several scales and none chosen: no box has any")
        #expect(sets(0, 10) == [ColumnSet.phuLucII.columns])
        #expect(sets(10, 20) == [[.satisfied]])
        #expect(sets(9, 11) == [ColumnSet.phuLucII.columns, [.satisfied]])
        #expect(sets(20, 21) == [[.satisfied], [.veryDissatisfied]])
    }
}
