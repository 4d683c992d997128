import GRDB
import Ratings
import Testing

@testable import Store

@Suite("The ledger") struct LedgerTests {
    @Test("a press is stored once, and a repeat is receipted with the place where it stands")
    func repeats() async throws {
        let bench = try await Bench()
        #expect(
            try await bench.take(Sample.press(0), Sample.press(1, 10)) == [.stored(position: 2), .stored(position: 3)])
        var again = Sample.press(0)
        again.arrival.clock.wall = Sample.morning + .seconds(500)
        again.arrival.age = .seconds(500)
        #expect(try await bench.take(again, Sample.press(1, 10)) == [.repeated(position: 2), .repeated(position: 3)])
        #expect(try bench.rated().count == 2)
        #expect(try bench.rated()[0].press == Sample.press(0))
    }

    @Test("a repeat within one batch is stored once as well")
    func repeatInBatch() async throws {
        let bench = try await Bench()
        #expect(
            try await bench.take(Sample.press(0), Sample.press(0)) == [.stored(position: 2), .repeated(position: 2)])
    }

    @Test("the same key with other content is kept in a row of its own, marked, receipted and not counted")
    func conflict() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0))
        let other = Sample.press(0, input: "3")
        #expect(try await bench.take(other) == [.conflict(position: 3, isNew: true)])
        #expect(
            try await bench.take(other, Sample.press(0)) == [
                .conflict(position: 3, isNew: false), .repeated(position: 2),
            ])
        let third = Sample.press(0, input: "4")
        #expect(
            try await bench.take(third, third) == [
                .conflict(position: 4, isNew: true), .conflict(position: 4, isNew: false),
            ])
        #expect(try bench.verdicts() == [.counted, .conflict, .conflict])
        #expect(try bench.rated()[1].rating.rule == "same key as position 2")
        #expect(try bench.tallies().map(\.count) == [1])
        #expect(try bench.findings() == [])
    }

    @Test("all that a press says is read back as it was observed")
    func roundTrip() async throws {
        let bench = try await Bench()
        var press = Sample.press(
            .max, boot: .max, input: "ý kiến \"khác\"", age: 3.5, invitation: .max,
            subject: Subject(officer: "an", unit: "xd"))
        press.tick = (1 << 48) - 1
        press.resets = .max
        press.channel = .qr
        press.arrival.resetsSince = 3
        press.arrival.timeLost = .seconds(6)
        press.arrival.roundTrip = .milliseconds(17)
        press.arrival.driftPPM = -40
        press.arrival.clock.isSynchronized = false
        try await bench.take(press)
        #expect(try bench.rated().map(\.press) == [press])
    }

    @Test("a batch is one transaction: where one observation cannot be stored, none is")
    func allOrNothing() async throws {
        let bench = try await Bench()
        try bench.tamper(
            "CREATE TRIGGER refuse BEFORE INSERT ON press WHEN new.sequence = 2 BEGIN SELECT RAISE(ABORT, 'no'); END")
        await #expect(throws: DatabaseError.self) {
            try await bench.take(Sample.press(0), Sample.press(1, 10), Sample.press(2, 20))
        }
        #expect(try bench.rated().isEmpty)
        #expect(try bench.tallies().isEmpty)
        #expect(try await bench.take(Sample.press(0)) == [.stored(position: 2)])
        try bench.tamper("DROP TRIGGER refuse")
        #expect(try bench.findings() == [])
    }

    @Test("the press's own transaction writes its rating and its cell")
    func projectionInTransaction() async throws {
        let bench = try await Bench()
        try bench.tamper("CREATE TRIGGER refuse BEFORE INSERT ON tally BEGIN SELECT RAISE(ABORT, 'no'); END")
        await #expect(throws: DatabaseError.self) { try await bench.take(Sample.press(0)) }
        #expect(try !bench.store.hasPress(Sample.press(0).key))
        try bench.tamper("DROP TRIGGER refuse")
        try await bench.take(Sample.press(0, input: "4"))
        let cell = try #require(try bench.tallies().first)
        #expect((cell.key.hour, cell.key.counter, cell.key.column, cell.count) == (9, "Q1", .dissatisfiedTime, 1))
        #expect(try bench.store.hasPress(Sample.press(0).key))
    }

    @Test(
        "the ledger is append-only",
        arguments: [
            "UPDATE press SET input = '2'", "DELETE FROM press", "UPDATE change SET who = 'x'", "DELETE FROM change",
            "INSERT OR REPLACE INTO change SELECT position, at, 'x', action, why, records, hash FROM change",
        ])
    func appendOnly(sql: String) async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0))
        let before = try bench.store.changes()
        let queue = try DatabaseQueue(path: bench.folder.database)
        #expect(throws: DatabaseError.self) {
            try queue.write { db in
                try db.execute(sql: "PRAGMA recursive_triggers = ON")
                try db.execute(sql: sql)
            }
        }
        #expect(try bench.store.changes() == before)
    }

    @Test("who changed what, when and why is kept with the records that were left")
    func changes() async throws {
        let bench = try await Bench([])
        let change = Change(
            at: Sample.morning, who: "giám sát", action: "duty add", why: "đổi ca",
            records: [try StoredRecord(Officer(code: "an", name: "An"))])
        _ = try await bench.store.make(change)
        #expect(try bench.store.changes().last == change)
        #expect(bench.store.directory.officers["an"]?.name == "An")
        #expect(try bench.store.readDirectory().officers["an"]?.name == "An")
    }

    @Test("a store that is opened again knows all it knew")
    func reopen() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0))
        let ledger = bench.store.ledger
        try bench.store.close()
        for store in [try Store(writing: bench.folder), try Store(reading: bench.folder)] {
            #expect(store.ledger == ledger)
            #expect(store.directory.counters.codes == ["Q1", "Q2"])
            #expect(try store.verify(against: []).rows == 2)
            try store.close()
        }
    }
}
