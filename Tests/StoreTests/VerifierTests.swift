import Foundation
import GRDB
import Ratings
import Testing

@testable import Store

@Suite("verify") struct VerifierTests {
    /// Positions: 1 the standing directory, 2–4 presses, 5 a duty, 6–8 presses.
    private func chain() async throws -> Bench {
        let bench = try await Bench()
        var first = Sample.press(0, subject: Subject(unit: "tp"))
        first.arrival.driftPPM = 12
        first.invitation = 3
        _ = try bench.store.commit([.press(first, PersonalNote(kind: .comment, text: "Rất tốt"))])
        try await bench.take(Sample.press(1, 10), Sample.press(1, 10, input: "2"))
        try await bench.change(duty)
        try await bench.take(Sample.press(2, 20), Sample.press(3, 30), Sample.press(4, 40))
        return bench
    }

    private let duty = Duty(counter: "Q1", officer: "an", since: Sample.morning, source: .roster)

    @Test("a chain that nobody touched has no findings, and its head is told")
    func intact() async throws {
        let bench = try await chain()
        let verification = try bench.store.verify(against: [])
        #expect(verification.findings == [])
        #expect(verification.rows == 8)
        #expect(verification.hash == (try bench.store.anchor(at: Sample.morning, reason: "x")).hash)
    }

    @Test("an empty ledger is a whole chain")
    func empty() throws {
        let path = Bench.newPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let verification = try Store(writing: DataDirectory(path)).verify(against: [])
        #expect(verification.rows == 0)
        #expect(verification.findings == [])
    }

    @Test("every column of a press and of a change is covered by the hash", arguments: ["press", "change"])
    func everyColumn(table: String) async throws {
        let bench = try await chain()
        let position: Int64 = table == "press" ? 2 : 5
        let columns = try await bench.store.pool.read { try $0.columns(in: table) }.filter { $0.name != "position" }
        #expect(columns.count == (table == "press" ? 21 : 6))
        for column in columns {
            let value = try await bench.store.pool.read { db in
                try DatabaseValue.fetchOne(
                    db, sql: "SELECT \(column.name) FROM \(table) WHERE position = ?", arguments: [position])
            }
            let original = try #require(value)
            let altered: [DatabaseValue] =
                switch original.storage {
                case .null: [column.type == "BLOB" ? Data([1]).databaseValue : 1.databaseValue]
                case .int64(let number): [(number &+ 100).databaseValue, (number &+ 1 << 32).databaseValue]
                case .string(let text): [(text + " ").databaseValue, "".databaseValue]
                case .blob(let data): [(data + [0]).databaseValue, Data().databaseValue]
                case .double: []
                }
            #expect(!altered.isEmpty)
            func set(_ value: DatabaseValue) throws {
                try bench.tamper("UPDATE \(table) SET \(column.name) = ? WHERE position = ?", [value, position])
            }
            for other in altered {
                try set(other)
                #expect(
                    try bench.findings().first == .altered(position: position, table: table),
                    "\(column.name) as \(other)")
            }
            try set(original)
            #expect(try bench.findings() == [], "\(column.name) put back")
        }
    }

    @Test(
        "an optional column that is emptied or filled is found",
        arguments: ["invitation", "subject", "drift", "commitment"])
    func optionals(column: String) async throws {
        let bench = try await chain()
        try bench.tamper("UPDATE press SET \(column) = NULL WHERE position = 2")
        #expect(try bench.findings().first == .altered(position: 2, table: "press"))
        let filled = try await chain()
        try filled.tamper("UPDATE press SET \(column) = \(column == "commitment" ? "x'00'" : "'7'") WHERE position = 6")
        #expect(try filled.findings().first == .altered(position: 6, table: "press"))
    }

    @Test("an edited duty shows as plainly as an edited press")
    func editedDuty() async throws {
        let bench = try await chain()
        try bench.tamper("UPDATE change SET records = replace(records, 'an', 'binh') WHERE position = 5")
        #expect(try bench.findings().first == .altered(position: 5, table: "change"))
    }

    @Test("a change that no longer reads as one is named and does not end the walk")
    func unreadableChange() async throws {
        let bench = try await chain()
        try bench.tamper("UPDATE change SET records = 'nonsense' WHERE position = 5")
        #expect(try bench.findings().first == .altered(position: 5, table: "change"))
        try bench.tamper("UPDATE press SET subject = '{' WHERE position = 2")
        #expect(try bench.findings().first == .altered(position: 2, table: "press"))
    }

    @Test(
        "a file that somebody built otherwise is told, with what is missing, altered or added",
        arguments: [
            ("DROP INDEX press_key", "index press_key", Verification.SchemaDifference.missing),
            (
                "DROP INDEX press_key; CREATE INDEX press_key ON press (device, boot, sequence) WHERE conflict_with IS NULL",
                "index press_key", .altered
            ),
            ("DROP INDEX rating_waiting", "index rating_waiting", .missing),
            ("DROP TRIGGER press_keeps", "trigger press_keeps", .missing),
            (
                "DROP TRIGGER change_stays; CREATE TRIGGER change_stays BEFORE DELETE ON change BEGIN SELECT 1; END",
                "trigger change_stays", .altered
            ),
            (
                "CREATE TRIGGER more AFTER INSERT ON press BEGIN DELETE FROM alive; END", "trigger more", .added
            ),
            ("CREATE TABLE kept (x)", "table kept", .added),
        ])
    func schema(sql: String, object: String, difference: Verification.SchemaDifference) async throws {
        let bench = try await chain()
        let queue = try DatabaseQueue(path: bench.folder.database)
        try await queue.write { try $0.execute(sql: sql) }
        try queue.close()
        let finding = Verification.Finding.schema(object: object, difference)
        #expect(try bench.findings() == [finding])
        #expect(finding.description.hasPrefix("the \(object) was \(difference)") || difference == .missing)
        #expect(try await LedgerCopy(checking: bench.folder.database).verification.findings == [finding])
    }

    @Test("what SQLite makes for itself is no finding")
    func statistics() async throws {
        let bench = try await chain()
        try bench.tamper("ANALYZE")
        #expect(try bench.findings() == [])
    }

    @Test("of several breaks the first is named, once")
    func first() async throws {
        let bench = try await chain()
        try bench.tamper("UPDATE press SET input = '9' WHERE position IN (3, 6, 7)")
        #expect(try bench.findings() == [.altered(position: 3, table: "press")])
    }

    @Test("the last row, when it does not fit, was altered or added")
    func tail() async throws {
        let bench = try await chain()
        try bench.tamper("UPDATE press SET input = '9' WHERE position = 8")
        #expect(try bench.findings() == [.alteredOrInserted(position: 8, table: "press")])
        let other = try await chain()
        try other.tamper(
            """
            INSERT INTO press SELECT 9, device, boot, 99, tick, resets, input, invitation, channel, subject, wall, host_boot,
            boot_time, clock_set, age, resets_since, time_lost, round_trip, drift, commitment, conflict_with, hash
            FROM press WHERE position = 8
            """)
        #expect(try other.chainFindings() == [.alteredOrInserted(position: 9, table: "press")])
    }

    @Test("a row at the last position there can be is told, and no press is put behind it")
    func lastPosition() async throws {
        let bench = try await chain()
        try bench.tamper("UPDATE press SET position = 9223372036854775807 WHERE position = 8")
        #expect(try bench.chainFindings() == [.missing(position: 8)])
        await #expect(throws: StoreError.self) { try await bench.take(Sample.press(50, 900)) }
        try bench.tamper("UPDATE change SET position = 9223372036854775807 WHERE position = 5")
        #expect(try bench.chainFindings().first == .missing(position: 5))
    }

    @Test("a missing row is named, at the beginning, in the middle and of either table", arguments: [1, 2, 4, 5, 7])
    func missing(position: Int64) async throws {
        let bench = try await chain()
        try bench.tamper("DELETE FROM \([1, 5].contains(position) ? "change" : "press") WHERE position = \(position)")
        #expect(try bench.findings().first == .missing(position: position))
    }

    @Test("a row put in the middle is named: beside another, or with the rows after it moved up")
    func inserted() async throws {
        let bench = try await chain()
        try bench.tamper("INSERT INTO change SELECT 6, at, 'x', action, why, '[]', hash FROM change WHERE position = 5")
        #expect(try bench.findings().first == .inserted(position: 6, table: "change"))
        let moved = try await chain()
        try moved.tamper("UPDATE press SET position = -position - 1 WHERE position >= 6")
        try moved.tamper("UPDATE press SET position = -position WHERE position < 0")
        try moved.tamper("INSERT INTO change SELECT 6, at, 'x', action, why, '[]', hash FROM change WHERE position = 5")
        #expect(try moved.findings().first == .inserted(position: 6, table: "change"))
    }

    @Test("an edited record of the directory is found, and so are one added and one removed")
    func records() async throws {
        let bench = try await chain()
        let finding = Verification.Finding.record(kind: "duty", key: duty.key)
        try bench.tamper("UPDATE record SET body = replace(body, 'an', 'binh') WHERE kind = 'duty'")
        #expect(try bench.findings() == [finding])
        try bench.tamper("DELETE FROM record WHERE kind = 'duty'")
        #expect(try bench.findings() == [finding])
        let other = try await chain()
        try other.tamper("INSERT INTO record VALUES ('officer', 'x', '{}', 1)")
        #expect(try other.findings() == [.record(kind: "officer", key: "x")])
    }

    @Test("an edited invitation is found, in either of its places")
    func invitations() async throws {
        let bench = try await chain()
        let invitation = Invitation(
            id: 7, counter: "Q1", opened: Sample.morning, expires: Sample.morning + .seconds(30), by: "an")
        try await bench.change(invitation)
        #expect(try bench.findings() == [])
        for column in ["shuts", "opened"] {
            try bench.tamper("UPDATE invitation SET \(column) = \(column) + 1")
            #expect(try bench.findings() == [.record(kind: "invitation", key: "7")])
            try bench.tamper("UPDATE invitation SET \(column) = \(column) - 1")
        }
        try bench.tamper("UPDATE invitation SET body = replace(body, 'an', 'binh')")
        #expect(try bench.findings() == [.record(kind: "invitation", key: "7")])
    }

    @Test("a withdrawn record leaves nothing to compare")
    func withdrawn() async throws {
        let bench = try await chain()
        try await bench.withdraw(duty)
        #expect(try bench.findings() == [])
    }
}
