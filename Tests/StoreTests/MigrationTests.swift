import Foundation
import GRDB
import Ratings
import Testing

@testable import Store

/// Every released schema can be opened. Fixtures/schema-N.sql are dumps (`sqlite3 hailong.sqlite .dump`) of databases
/// that the version with schema N wrote; they are never edited once that version is released.
@Suite("Migrations") struct MigrationTests {
    private func restored(_ version: Int) throws -> DataDirectory {
        let folder = DataDirectory(Bench.newPath())
        try folder.create()
        let queue = try DatabaseQueue(path: folder.database)
        let dump = try Fixture.text("schema-\(version).sql")
        try queue.writeWithoutTransaction { try $0.execute(sql: dump) }
        try queue.close()
        return folder
    }

    @Test("a database of each released schema opens with all it held, and goes on", arguments: [1, 3])
    func opens(version: Int) async throws {
        let folder = try restored(version)
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let store = try Store(writing: folder)
        let anchor = try #require(
            Anchor(
                line: "2020-06-15T02:00:00Z 3e9489213c193c48 9 "
                    + "b3ed7de6a20e3ebe39f52963e7b3e2e95e4d81316cae4fda9b94142c91ad0f41 fixture"))
        let verification = try store.verify(against: [anchor])
        #expect((verification.rows, verification.anchors) == (9, 1))
        #expect(verification.findings == [])
        var rated: [RatedPress] = []
        try store.forEachPress { rated.append($0) }
        #expect(rated.map(\.rating.verdict) == [.counted, .repeated, .conflict, .counted, .unregistered])
        #expect(
            (rated[3].press.channel, rated[3].press.subject, rated[3].press.invitation) == (
                .screen, Subject(field: "ht"), 7
            ))
        #expect(try store.personalNote(of: rated[3].press.key) == PersonalNote(kind: .comment, text: "Chờ lâu"))
        #expect(try store.gaps().map(\.missing) == [2])
        #expect(try store.boxSummaries().map(\.dropped) == [4])
        #expect(try store.invitation(7)?.counter == "Q1")
        #expect(store.directory.duties.all(of: "Q1").map(\.officer) == ["an"])
        #expect(try store.linkCounts(in: Day(number: 0)...Day(number: 20_000)).isEmpty)
        try await store.addLinkCounts([LinkCount(day: Day(number: 18_428), link: "b1", event: .press, count: 5)])
        #expect(try store.linkCounts(in: Day(number: 0)...Day(number: 20_000)).map(\.count) == [5])
        // Of a whole span, so that no tally is read.
        let span = Day(number: 18_424)...Day(number: 18_507)
        #expect(try store.hourCounts(for: span) == Self.hours)
        #expect(try store.officerCounts(for: span) == Self.officers)
        #expect(try await store.reproject().isEmpty)
        let change = Change(at: Sample.morning, who: "x", action: "x", why: "x", records: [])
        try await store.keep([Data("x".utf8)], with: change)
        #expect(try store.document(Store.file("x", Data("x".utf8))) == Data("x".utf8))
        #expect(
            try store.commit([.press(rated[0].press), .press(Sample.press(5, 300))]) == [
                .repeated(position: 4), .stored(position: 11),
            ])
        #expect(
            try store.verify(against: [anchor]).findings
                == [.strayDocument(hash: Store.file("x", Data("x".utf8)).hash)])
        try store.close()
    }

    private static let hours = [
        HourCount(weekday: 1, hour: 9, column: .dissatisfiedTime, count: 1),
        HourCount(weekday: 1, hour: 9, column: .satisfiedService, count: 1),
    ]
    private static let officers = [
        OfficerCount(officer: "an", column: .dissatisfiedTime, count: 1),
        OfficerCount(officer: "an", column: .satisfiedService, count: 1),
    ]

    @Test("a migrated database has the same tables, indices and triggers as a new one", arguments: [1, 3])
    func sameSchema(version: Int) async throws {
        let folder = try restored(version)
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let bench = try await Bench([])
        let schemas = try [try Store(writing: folder), bench.store].map { store in
            try store.pool.read { db in
                try Set(String.fetchAll(db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").map(words))
            }
        }
        #expect(schemas[0] == schemas[1])
        #expect(schemas[0].count > 15)
    }

    /// The words of an SQL text, so that line ends do not matter.
    private func words(_ sql: String) -> String {
        sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("a store opened for reading migrates nothing and writes nothing", arguments: [1, 3])
    func readOnly(version: Int) async throws {
        let folder = try restored(version)
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let store = try Store(reading: folder)
        #expect(throws: DatabaseError.self) { _ = try store.commit([.press(Sample.press(9, 900))]) }
        #expect(try store.verify(against: []).rows == 9)
        let days = Day(number: 0)...Day(number: 20_000)
        #expect(try store.linkCounts(in: days).isEmpty)
        #expect(try store.hourCounts(for: days) == Self.hours)
        #expect(try store.officerCounts(for: days) == Self.officers)
        try store.close()
    }
}
