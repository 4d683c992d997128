import GRDB
import Ratings
import Testing

@testable import Store

@Suite("Sums over spans of days") struct SpanSumTests {
    @Test("a range is taken apart into whole spans and edges, with each of its days once")
    func ranges() {
        for (first, last) in [
            (-90, 90), (-28, -1), (-29, 27), (0, 27), (0, 28), (1, 28), (1, 55), (27, 56), (28, 55), (5, 5), (3, 300),
        ] {
            let range = SpanRange(Day(number: first)...Day(number: last))
            let inSpans = range.spans.flatMap { ($0 * 28)..<($0 * 28 + 28) }
            let days = inSpans + range.edges.flatMap { Array($0) }
            #expect(days.sorted() == Array(first...last), "\(first)...\(last)")
            #expect(range.edges.allSatisfy { $0.count < 55 }, "\(first)...\(last)")
        }
        #expect(SpanRange(Day(number: -29)...Day(number: 27)).spans == -1..<1)
    }

    @Test("they say what the tallies say, over whatever range, after presses, corrections and a change of zone")
    func anyRange() async throws {
        let duty = Duty(counter: "Q1", officer: "an", since: Sample.morning + .seconds(40 * 86_400), source: .roster)
        let bench = try await Bench(Bench.standing + [duty])
        // Every 13.3 hours, so that all hours and days of the week have some: 111 days.
        try await bench.take((0..<200).map { Sample.press($0, Double($0) * 48_000, input: "\($0 % 3 + 1)") })
        let first = Zone.vietnam.day(of: Sample.morning)
        func expect(_ note: Comment) throws {
            for (from, to) in [(0, 112), (1, 90), (0, 10), (13, 69), (-400, 400), (30, 57), (50, 50)] {
                try bench.expectSums(of: first.advanced(by: from)...first.advanced(by: to), note)
            }
            #expect(try bench.findings() == [], note)
        }
        #expect(try bench.store.hourCounts(for: first...first.advanced(by: 112)).reduce(0) { $0 + $1.count } == 200)
        try expect("pressed")
        try await bench.change(SetAside(press: Sample.press(70, 0).key, isSetAside: true))
        try await bench.change(
            Duty(counter: "Q1", officer: "bình", since: Sample.morning + .seconds(20 * 86_400), source: .roster))
        try expect("corrected")
        try await bench.change(Setting(name: .zone, since: Sample.morning, value: "Etc/UTC"))
        try expect("in another zone")
        let generations = try await bench.store.pool.read { db in
            try ["hour_sum", "officer_sum"].map {
                try Int64.fetchAll(db, sql: "SELECT DISTINCT generation FROM \($0)")
            }
        }
        #expect(generations == [[2], [2]], "those of the generation before are gone")
    }

    @Test("each column has sums of its own, those of levels too")
    func everyColumn() async throws {
        let choices = Column.allCases.map {
            RatingScale.Choice(input: $0.rawValue, code: $0.rawValue, column: $0, vietnamese: "x", english: "x")
        }
        let scale = RatingScale(code: Sample.scale.code, since: Sample.morning, choices: choices)
        let bench = try await Bench(Bench.standing + [scale])
        var sequence: UInt32 = 0
        for (index, column) in Column.allCases.enumerated() {
            for _ in 0...index {
                try await bench.take(Sample.press(sequence, Double(sequence) * 60, input: column.rawValue))
                sequence += 1
            }
        }
        // Of whole spans, so that no tally is read.
        let span = SpanSum.span(of: Zone.vietnam.day(of: Sample.morning).number) * SpanSum.days
        let days = Day(number: span)...Day(number: span + SpanSum.days - 1)
        let expected = Dictionary(uniqueKeysWithValues: Column.allCases.enumerated().map { ($1, $0 + 1) })
        for counts in [
            try bench.store.hourCounts(for: days).map { ($0.column, $0.count) },
            try bench.store.officerCounts(for: days).map { ($0.column, $0.count) },
        ] {
            #expect(Dictionary(counts, uniquingKeysWith: +) == expected)
        }
        try await bench.expectConsistent()
        #expect(try bench.findings() == [])
    }

    @Test("one that is wrong is found by verify, and mended by reproject")
    func wrong() async throws {
        for sql in [
            "UPDATE hour_sum SET comments = comments + 1", "DELETE FROM officer_sum WHERE officer = ''",
            "INSERT INTO officer_sum VALUES (1, 7, 'an', 0, 0, 0, 0, 0, 0, 0, 0, 0, 3)",
        ] {
            let bench = try await Bench()
            try await bench.take(Sample.press(0), Sample.press(1, 10))
            try bench.tamper(sql)
            #expect(try bench.findings() == [.tallies(cells: 1)], "\(sql)")
            #expect(try await bench.store.reproject().sums == 1, "\(sql)")
            #expect(try bench.findings() == [], "\(sql)")
            try await bench.expectConsistent()
        }
    }
}
