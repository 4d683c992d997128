import Foundation
import GRDB
import Ratings
import TestSupport
import Testing

@testable import Store

@Suite("Kept documents") struct DocumentTests {
    private let bytes = Data([0x25, 0x50, 0x44, 0x46, 0x00, 0xFF])
    private let model = Data("{}".utf8)
    private var pdf: KeptFile { Store.file("phu-luc-ii.pdf", bytes) }

    private var edition: ReportEdition {
        ReportEdition(
            period: "2020-06", number: 1, first: Day(number: 18_398), last: Day(number: 18_428), sign: "BC-TTHC",
            submitted: Sample.morning, ledger: LedgerPosition(rows: 1, hash: "ab"),
            model: Store.file("model.json", model), documents: [pdf])
    }

    private func bench() async throws -> Bench {
        let bench = try await Bench()
        try await bench.take(Sample.press(0), Sample.press(1, 10))
        let change = Change(
            at: Sample.morning, who: "an", action: "report submit", why: "", records: [try StoredRecord(edition)])
        try await bench.store.keep([model, bytes], with: change)
        return bench
    }

    @Test("a document comes back byte for byte, and beside it the chain holds")
    func kept() async throws {
        let bench = try await bench()
        #expect(try bench.store.document(pdf) == bytes)
        #expect(try bench.findings() == [])
        #expect(bench.store.directory.editions["2020-06"] == [edition])
        try await bench.expectConsistent()
    }

    @Test("the same bytes are kept once, and a change that cannot be made keeps none")
    func once() async throws {
        let bench = try await bench()
        let change = Change(at: Sample.morning, who: "an", action: "x", why: "", records: [])
        try await bench.store.keep([bytes, bytes], with: change)
        let bad = Change(
            at: Sample.morning, who: "an", action: "x", why: "",
            records: [StoredRecord(kind: .edition, key: "x", body: "nonsense")])
        await #expect(throws: (any Error).self) { try await bench.store.keep([Data("new".utf8)], with: bad) }
        let count = try await bench.store.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM document") }
        #expect(count == 2)
        #expect(try bench.findings() == [])
    }

    @Test("a changed byte, a missing document and one that no report names are found")
    func tampered() async throws {
        let name = "2020-06/1 phu-luc-ii.pdf"
        let changed = try await bench()
        try changed.tamper("UPDATE document SET bytes = x'255044460000' WHERE id = 2")
        #expect(try changed.findings() == [.document(name: name, isMissing: false)])
        #expect(throws: StoreError.self) { try changed.store.document(pdf) }
        let missing = try await bench()
        try missing.tamper("DELETE FROM document WHERE id = 2")
        #expect(try missing.findings() == [.document(name: name, isMissing: true)])
        #expect(throws: StoreError.self) { try missing.store.document(pdf) }
        let stray = try await bench()
        try stray.tamper("INSERT INTO document (hash, bytes) VALUES (x'00', x'00')")
        #expect(try stray.findings() == [.strayDocument(hash: "00")])
    }

    @Test("a document whose hash was changed with its bytes is no longer the one that the chain names")
    func exchanged() async throws {
        let bench = try await bench()
        let other = Data("other".utf8)
        try bench.tamper(
            "UPDATE document SET bytes = ?, hash = ? WHERE id = 2", [other, DocumentRow.hash(of: other)])
        #expect(
            try bench.findings() == [
                .strayDocument(hash: DocumentRow.hash(of: other).hexadecimal),
                .document(name: "2020-06/1 phu-luc-ii.pdf", isMissing: true),
            ])
    }

    @Test(
        "the database itself lets nobody change or take away a document",
        arguments: ["UPDATE document SET bytes = x''", "DELETE FROM document"])
    func appendOnly(sql: String) async throws {
        let bench = try await bench()
        await #expect(throws: DatabaseError.self) { try await bench.store.pool.write { try $0.execute(sql: sql) } }
    }

    @Test("a backup holds the documents, restore brings them back, and a copy with a changed byte is none")
    func copies() async throws {
        let scratch = Scratch()
        let file = scratch.path + "/copy.sqlite"
        let bench = try await bench()
        _ = try await bench.store.backup(to: file, at: Sample.morning)
        let folder = DataDirectory(scratch.path + "/data")
        try folder.create()
        _ = try await Restore(of: file, in: folder).perform(at: Sample.morning, who: "an", why: "thử")
        let store = try Store(writing: folder)
        #expect(try store.document(pdf) == bytes)
        #expect(try store.verify(against: []).findings == [])
        try store.close()
        try bench.tamper("UPDATE document SET bytes = x'00' WHERE id = 2")
        await #expect(throws: CopyError.self) {
            try await bench.store.backup(to: scratch.path + "/second.sqlite", at: Sample.morning)
        }
    }

    @Test("ratings that came after a row of the ledger are told apart from those before it")
    func late() async throws {
        let bench = try await bench()
        let days = Day(number: 18_398)...Day(number: 18_428)
        let source = try bench.store.tableSource(for: days)
        let ledger = try #require(source.ledger)
        #expect(source.counted == 2 && ledger.rows == 4)
        try await bench.take(Sample.press(2, 20, age: 600), Sample.press(3, 21, age: 600))
        // The second of them is within three seconds of the first.
        #expect(try bench.store.snapshot { try $0.ratings(of: days, storedBehind: ledger.rows) } == 1)
        #expect(try bench.store.snapshot { try $0.ratings(of: days, storedBehind: 0) } == 3)
        #expect(try bench.store.snapshot { try $0.ratings(of: days, storedBehind: 0, marked: .late) } == 1)
        let next = Day(number: 18_429)
        #expect(try bench.store.snapshot { try $0.ratings(of: next...next, storedBehind: 0) } == 0)
        #expect(try bench.store.countedDays() == Day(number: 18_428)...Day(number: 18_428))
        #expect(try await Bench([]).store.countedDays() == nil)
    }

    @Test("numbers beyond any are bounded, and do not end the process")
    func damagedRows() async throws {
        let bench = try await bench()
        let days = Day(number: 18_398)...Day(number: 18_428)
        try bench.tamper("UPDATE tally SET day = 9223372036854775807")
        #expect(try bench.store.countedDays()?.upperBound == Day(year: 9999, month: 12, day: 31))
        try bench.tamper("UPDATE rating SET marks = 255; UPDATE press SET sequence = -1 - sequence")
        let marks = try bench.store.snapshot { try $0.undecidedMarks(in: days) }
        #expect(marks.count == 2)
    }
}
