import Foundation
import Ratings
import Testing

@testable import Store

/// A month made up so that every rule shows at least once: Fixtures/made-month/presses.csv tells press by press which
/// rule it shows and what must become of it, the tables beside it were counted by hand.
@Suite("The made month") struct MadeMonthTests {
    private struct Entry {
        var number: Int
        var press: Press
        var fields: [String: String]
    }

    /// Something people or the host do at a moment.
    private typealias Action = (at: Instant, perform: (Bench) async throws -> Void)

    @Test("every press has the verdict and the place that the rules give it")
    func presses() async throws {
        let (bench, entries) = try await played()
        let rated = try bench.rated()
        #expect(rated.count == entries.count)
        for entry in entries {
            let rating = try #require(rated.first { $0.press == entry.press }).rating
            let label: Comment = "press \(entry.number): \(entry.fields["what_it_shows"] ?? "")"
            #expect(rating.verdict.rawValue == entry.fields["verdict"], label)
            guard rating.verdict == .counted else { continue }
            for (name, code) in [
                ("counter", rating.counter), ("unit", rating.unit), ("officer", rating.officer),
                ("field", rating.field),
            ] {
                #expect(code ?? "" == entry.fields[name], label)
            }
        }
        #expect(Set(rated.map(\.rating.verdict)) == Set(Verdict.allCases), "every verdict at least once")
    }

    @Test(
        "the tables by unit, counter, officer and field are those counted by hand",
        arguments: [CodedTallies.Part.unit, .counter, .officer, .field])
    func tables(part: CodedTallies.Part) async throws {
        let (bench, _) = try await played()
        let period = try #require(PeriodRule.period(named: "2020-06", in: bench.store.directory))
        #expect((period.first.description, period.last.description) == ("2020-05-16", "2020-06-15"))
        let source = try bench.store.tableSource(for: period.first...period.last)
        var table: [String: [Int]] = [:]
        for (code, sums) in source.tallies.counts(by: part, where: { _ in true }) {
            let counts = ColumnSet.phuLucII.columns.map { sums[$0] } + [sums.total]
            #expect(sums.used.isSubset(of: ColumnSet.phuLucII.columns))
            table[code ?? ""] = counts
            table["TOTAL"] = zip(table["TOTAL"] ?? [0, 0, 0, 0, 0, 0], counts).map(+)
        }
        var expected: [String: [Int]] = [:]
        for row in try Fixture.rows("made-month/by-\(part).csv").dropFirst() {
            expected[row[0]] = row.dropFirst().compactMap { Int($0) }
        }
        #expect(table == expected)
        #expect(Set(table["TOTAL"] ?? []).subtracting([0]).count == 6, "every column is above 0 and different")
        #expect(source.edgeCrossings == 1)
    }

    @Test("projected anew, or with the directory known from the start, it is the same month")
    func again() async throws {
        let (bench, entries) = try await played()
        try await bench.expectConsistent()
        #expect(try bench.findings() == [])
        let records = try bench.store.changes().flatMap(\.records).filter { $0.kind != .duplicate }
        let other = try await Bench([])
        try await other.make(records)
        for entry in entries where entry.fields["box"] != "b7" { try await other.take(entry.press) }
        let outcomes = try [bench, other].map { bench in
            try bench.rated().filter { $0.press.key.device != "b7" }.map {
                [$0.rating.verdict.rawValue, $0.rating.unit]
            }
        }
        #expect(outcomes[0] == outcomes[1])
    }

    /// The month as it went: presses in the order of their receipt, and what people did in between.
    private func played() async throws -> (Bench, [Entry]) {
        let bench = try await Bench([])
        try await bench.change(try MadeMonth.directory())
        let entries = try entries()
        var events: [Action] = entries.map { entry in
            (entry.press.arrival.clock.wall, { _ = try await $0.take(entry.press) })
        }
        events += try MadeMonth.actions(
            setAside: try #require(entries.first { $0.fields["verdict"] == "set_aside" }).press.key)
        for event in events.sorted(by: { $0.at < $1.at }) { try await event.perform(bench) }
        return (bench, entries.sorted { $0.press.arrival.clock.wall < $1.press.arrival.clock.wall })
    }

    private func entries() throws -> [Entry] {
        let rows = try Fixture.rows("made-month/presses.csv")
        var entries: [Entry] = []
        var sequences: [String: UInt32] = [:]
        for row in rows.dropFirst() {
            let fields = Dictionary(uniqueKeysWithValues: zip(rows[0], row))
            func text(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }
            let made = try Sample.at(try #require(text("made")))
            let received = try text("received").map { try Sample.at($0) } ?? made
            let box = try #require(text("box"))
            let boot = try #require(text("boot").flatMap(UInt64.init))
            var key = PressKey(device: box, boot: boot, sequence: sequences["\(box)/\(boot)", default: 0])
            if let other = text("key_of").flatMap(Int.init) {
                key = try #require(entries.first { $0.number == other }).press.key
            } else {
                sequences["\(box)/\(boot)"] = key.sequence + 1
            }
            let press = Press(
                key: key, tick: UInt64((made - MadeMonth.start).inMilliseconds), input: try #require(text("input")),
                invitation: text("invitation").flatMap(UInt32.init), subject: text("subject").map(subject),
                arrival: Arrival(clock: Sample.clock(received), age: received - made))
            entries.append(Entry(number: try #require(text("nr").flatMap(Int.init)), press: press, fields: fields))
        }
        return entries
    }

    /// Reads `officer=gia;unit=xd`.
    private func subject(_ text: String) -> Subject {
        var parts: [String: String] = [:]
        for part in text.split(separator: ";") {
            let pair = part.split(separator: "=").map(String.init)
            parts[pair[0]] = pair[1]
        }
        return Subject(counter: parts["counter"], officer: parts["officer"], unit: parts["unit"], field: parts["field"])
    }
}
