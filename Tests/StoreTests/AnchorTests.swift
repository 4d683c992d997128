import Foundation
import GRDB
import Ratings
import Testing

@testable import Store

@Suite("Anchors") struct AnchorTests {
    private func chain(_ count: UInt32 = 5) async throws -> Bench {
        let bench = try await Bench()
        try await bench.take((0..<count).map { Sample.press($0, Double($0) * 10) })
        return bench
    }

    @Test("an anchor's line is read as it was written, and anything else is none")
    func line() async throws {
        let bench = try await chain()
        let anchor = try bench.store.anchor(at: Sample.morning, reason: "daily")
        #expect(anchor.position == 6)
        #expect(Anchor(line: anchor.line) == anchor)
        for line in ["", "x", anchor.line + " y", anchor.line.replacing(anchor.hash, with: "00"), "a " + anchor.line] {
            #expect(Anchor(line: line) == nil)
        }
    }

    @Test("the log holds a line a head, and the same head is not written twice")
    func log() async throws {
        let bench = try await chain()
        try bench.store.writeAnchor(at: Sample.morning, reason: "daily")
        try bench.store.writeAnchor(at: Sample.morning + .seconds(60), reason: "report")
        #expect(try Store.anchors(in: bench.folder.anchors).map(\.reason) == ["daily"])
        try await bench.take(Sample.press(9, 100))
        try bench.store.writeAnchor(at: Sample.morning + .seconds(120), reason: "report")
        #expect(try Store.anchors(in: bench.folder.anchors).map(\.position) == [6, 7])
        let verification = try bench.store.verify(against: [])
        #expect(verification.anchors == 2)
        #expect(verification.findings == [])
    }

    @Test("a table's source says where the ledger stood, and that is anchored however far the ledger went on")
    func source() async throws {
        let bench = try await chain()
        let day = Zone.vietnam.day(of: Sample.morning)
        let read = try #require(try bench.store.tableSource(for: day...day).ledger)
        try await bench.take(Sample.press(9, 100))
        let anchor = try bench.store.writeAnchor(at: Sample.morning, reason: "report", of: read)
        #expect((anchor.position, anchor.hash) == (6, read.hash))
        #expect(try bench.store.anchor(at: Sample.morning, reason: "report").position == 7)
        #expect(try Store.anchors(in: bench.folder.anchors) == [anchor])
        #expect(try bench.store.verify(against: [anchor]).findings == [])
    }

    @Test("a torn line of the log is passed over, a missing log has no anchors")
    func tornLog() async throws {
        let bench = try await chain()
        #expect(try Store.anchors(in: bench.folder.anchors) == [])
        let anchor = try bench.store.writeAnchor(at: Sample.morning, reason: "daily")
        var bytes = Data([0xFF, 0xFE, 0x0A])
        bytes.append(Data((anchor.line + "\n" + anchor.line.prefix(30)).utf8))
        try bytes.write(to: URL(fileURLWithPath: bench.folder.anchors))
        #expect(try Store.anchors(in: bench.folder.anchors) == [anchor])
    }

    @Test("a cut tail fits in itself, and only an anchor shows it")
    func cutTail() async throws {
        let bench = try await chain()
        let anchor = try bench.store.anchor(at: Sample.morning, reason: "report")
        try bench.tamper("DELETE FROM press WHERE position > 4")
        #expect(try bench.chainFindings() == [])
        #expect(try bench.chainFindings(against: [anchor]) == [.cutTail(last: 4, anchor: anchor)])
        try bench.tamper("DELETE FROM press")
        try bench.tamper("DELETE FROM change")
        try bench.tamper("DELETE FROM record")
        #expect(try bench.chainFindings(against: [anchor]) == [.cutTail(last: 0, anchor: anchor)])
    }

    @Test("the folder's own log shows a cut tail without being named")
    func ownLog() async throws {
        let bench = try await chain()
        let anchor = try bench.store.writeAnchor(at: Sample.morning, reason: "daily")
        try bench.tamper("DELETE FROM press WHERE position = 6")
        #expect(try bench.chainFindings() == [.cutTail(last: 5, anchor: anchor)])
    }

    @Test("a chain written anew from a row on fits in itself, and only an anchor shows it")
    func rewritten() async throws {
        let bench = try await chain()
        let early = try bench.store.anchor(at: Sample.morning, reason: "daily")
        try await bench.take(Sample.press(5, 50))
        let late = try bench.store.anchor(at: Sample.morning, reason: "report")
        try rewrite(bench, "UPDATE press SET input = '5' WHERE position = 3")
        #expect(try bench.findings() == [])
        #expect(try bench.findings(against: [early]) == [.rewritten(anchor: early)])
        #expect(try bench.findings(against: [late, early]) == [.rewritten(anchor: early), .rewritten(anchor: late)])
    }

    @Test("anchors of before the forgery still fit")
    func earlierAnchor() async throws {
        let bench = try await chain(1)
        let early = try bench.store.anchor(at: Sample.morning, reason: "daily")
        try await bench.take(Sample.press(5, 50), Sample.press(6, 60))
        try rewrite(bench, "UPDATE press SET input = '5' WHERE position = 3")
        #expect(try bench.findings(against: [early]) == [])
    }

    @Test("an anchor of another ledger is told apart")
    func otherLedger() async throws {
        let (bench, other) = (try await chain(), try await chain())
        let anchor = try other.store.anchor(at: Sample.morning, reason: "daily")
        #expect(try bench.findings(against: [anchor]) == [.otherLedger(anchor: anchor)])
        #expect(try bench.store.verify(against: [anchor]).anchors == 0)
    }

    /// Alters rows and computes all links anew, as somebody who reads the source could.
    private func rewrite(_ bench: Bench, _ sql: String) throws {
        try bench.tamper(sql)
        var previous = ChainHash.origin
        var links: [(String, Int64, Data)] = []
        try bench.store.pool.read { db in
            for position in 1...(try ChainHead(db).position) {
                if let row = try Row.fetchOne(
                    db, sql: "SELECT \(PressRow.columns), hash FROM press WHERE position = ?", arguments: [position])
                {
                    previous = PressRow.hash(of: row, after: previous)
                    links.append(("press", position, previous))
                } else if let row = try Row.fetchOne(
                    db, sql: "SELECT \(ChangeRow.columns), hash FROM change WHERE position = ?", arguments: [position])
                {
                    previous = ChangeRow.hash(of: row, after: previous)
                    links.append(("change", position, previous))
                }
            }
        }
        for (table, position, hash) in links {
            try bench.tamper("UPDATE \(table) SET hash = ? WHERE position = ?", [hash, position])
        }
    }
}
