import Foundation
import GRDB
import Ratings
import Synchronization
import TestSupport
import Testing

@testable import Store

@Suite("reproject") struct ReprojectTests {
    @Test("over an untouched projection it changes nothing, in either mode")
    func nothing() async throws {
        let bench = try await Bench()
        try await bench.take((0..<20).map { Sample.press($0, Double($0) * 2) })
        let rated = try bench.rated()
        #expect(try await bench.store.reproject(isRehearsal: true).isEmpty)
        #expect(try await bench.store.reproject().isEmpty)
        #expect(try bench.rated() == rated)
    }

    @Test("a spoilt projection is told cell by cell in a dry run, and mended by the real one")
    func mends() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0), Sample.press(1, 10, input: "3"), Sample.press(0, 0, box: "b2"))
        let (rated, tallies) = (try bench.rated(), try bench.tallies())
        try bench.tamper("UPDATE rating SET column_name = 'comments', choice = 'comments' WHERE position = 3")
        try bench.tamper(
            "UPDATE tally SET column_name = 'comments', choice = 'comments' WHERE column_name = 'dissatisfied_competence'"
        )
        try bench.tamper("DELETE FROM tally WHERE counter = 'Q2'")
        let movement = try await bench.store.reproject(isRehearsal: true)
        #expect(movement.ratings == 1)
        let cells = Dictionary(
            uniqueKeysWithValues: movement.cells.map { ("\($0.counter ?? "") \($0.column.rawValue)", $1) })
        #expect(cells == ["Q1 comments": -1, "Q1 dissatisfied_competence": 1, "Q2 satisfied_service": 1])
        #expect(try bench.tallies() != tallies)
        #expect(try await bench.store.reproject() == movement)
        #expect(try bench.rated() == rated)
        #expect(try bench.tallies() == tallies)
        try await bench.expectConsistent()
    }

    @Test("readers see all of the old or all of the new while presses go on being taken, and nothing is lost")
    func whilePressesCome() async throws {
        let bench = try await Bench()
        let store = bench.store
        try await bench.take((0..<2000).map { Sample.press($0, Double($0) * 4) })
        async let taking: Void = {
            for index in 0..<200 {
                let sequence = UInt32(index)
                try await bench.take(
                    Sample.press(sequence, Double(index) * 4, box: "b2"),
                    Sample.press(2000 + sequence, 8_000 + Double(index) * 4))
            }
        }()
        try await change(Setting(name: .zone, since: Sample.morning, value: "Etc/UTC"), of: bench)
        _ = try await store.reproject()
        // With ten seconds between counted presses every third of those 4 s apart counts.
        _ = try await bench.change(Setting(name: .minimumInterval, since: Instant(milliseconds: 0), value: "10"))
        try await taking
        #expect(try bench.rated().count == 2400)
        let counted = try bench.tallies().reduce(0) { $0 + $1.count }
        #expect(counted == 734 + 67)
        try await bench.expectConsistent()
        #expect(try bench.findings() == [])
        let left = try await store.pool.read {
            try Int.fetchOne($0, sql: "SELECT count(DISTINCT generation) FROM rating")
        }
        #expect(left == 1)
    }

    /// Moves the presses of the morning seven hours back, while somebody reads tables and directory all the time.
    private func change(_ zone: Setting, of bench: Bench) async throws {
        let store = bench.store
        let isOver = Mutex(false)
        let seen = Mutex([String: Int]())
        let reading = Task.detached {
            repeat {
                let (hours, zone) = try await store.pool.read { db in
                    let generation = try Projection.currentGeneration(db)
                    let hours = try Int.fetchSet(
                        db, sql: "SELECT DISTINCT hour FROM tally WHERE generation = ?", arguments: [generation])
                    return (hours, try Store.loadDirectory(db).settings.zone.name)
                }
                let isOld = hours.allSatisfy { $0 >= 9 } && zone == Zone.vietnam.name
                let isNew = hours.allSatisfy { (2...6).contains($0) } && zone == "Etc/UTC"
                let isWhole = !hours.isEmpty && isOld != isNew
                let state = isWhole ? (isOld ? "old" : "new") : "mixed: \(hours.sorted()) in \(zone)"
                seen.withLock { $0[state, default: 0] += 1 }
                // Leaves the cores to the change, and to other tests.
                try await Task.sleep(for: .milliseconds(2))
            } while !isOver.withLock { $0 }
        }
        try await waitUntil { seen.withLock { !$0.isEmpty } }
        _ = try await bench.change(zone)
        isOver.withLock { $0 = true }
        try await reading.value
        let states = seen.withLock { $0 }
        #expect(states.keys.contains("old") && Set(states.keys).isSubset(of: ["old", "new"]), "\(states)")
        #expect(try bench.tallies().allSatisfy { (2...6).contains($0.key.hour) })
    }

    @Test("two rebuilds at once take turns and both come into force")
    func turns() async throws {
        let bench = try await Bench()
        try await bench.take((0..<500).map { Sample.press($0, Double($0) * 4) })
        async let zone = bench.change(Setting(name: .zone, since: Sample.morning, value: "Etc/UTC"))
        async let other = bench.change(Setting(name: .zone, scope: .counter("Q1"), since: Sample.morning, value: "x"))
        async let third = bench.store.reproject()
        _ = try await (zone, other, third)
        #expect(bench.store.directory.settings.all.count == 2)
        #expect(bench.store.directory.settings.zone.name == "Etc/UTC")
        #expect(try bench.rated().count == 500)
        try await bench.expectConsistent()
    }

    @Test("a change that touches many ratings is computed beside those in force")
    func largeChange() async throws {
        let bench = try await Bench()
        try await bench.take((0..<UInt32(Store.mostAtOnce + 1)).map { Sample.press($0, Double($0) * 4) })
        let before = try await bench.store.pool.read { try Projection.currentGeneration($0) }
        let movement = try await bench.change(
            Setting(name: .minimumInterval, since: Instant(milliseconds: 0), value: "5"))
        #expect(movement.cells.values.reduce(0, +) == -(Store.mostAtOnce + 1) / 2)
        #expect(try await bench.store.pool.read { try Projection.currentGeneration($0) } == before + 1)
        try await bench.expectConsistent()
    }

    @Test("what a rebuild that was cut off left behind is removed by the next")
    func leftovers() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0), Sample.press(1, 10))
        try bench.tamper(
            """
            INSERT INTO rating SELECT generation + 1, 900 + position, moment, uncertainty, counter, unit, field, officer,
            choice, column_name, verdict, rule, invitation, marks, anchor FROM rating
            """)
        #expect(try await bench.store.reproject().isEmpty)
        #expect(try bench.rated().count == 2)
        try await bench.expectConsistent()
    }
}
