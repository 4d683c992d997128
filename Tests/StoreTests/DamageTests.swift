import Foundation
import GRDB
import Ratings
import Testing

@testable import Store

/// Any byte of the file may flip: then `verify` says so, or what is read is what was written.
@Suite("A damaged file") struct DamageTests {
    /// Another one every time; a failure's is looked at again with it in the environment.
    private static let seed =
        ProcessInfo.processInfo.environment["HAILONG_DAMAGE_SEED"].flatMap(UInt64.init) ?? .random(in: 1...1_000_000)

    @Test("a flipped byte in any page is told by verify, or changes nothing that is read")
    func everyPage() async throws {
        let scene = try await Scene()
        let pages = scene.whole.count / 4096
        var told = 0
        for page in 0..<pages {
            // The head of the page, and its end, where the first cells are. The file's head is read before all else.
            for offset in [page == 0 ? 100 : 0, 4095] {
                if try await scene.tells(flipping: 0xFF, at: page * 4096 + offset) { told += 1 }
            }
        }
        #expect(told > pages)
    }

    @Test("a flipped bit anywhere is told by verify, or changes nothing that is read")
    func anywhere() async throws {
        print("HAILONG_DAMAGE_SEED=\(Self.seed)")
        let scene = try await Scene()
        var numbers = SeededNumbers(seed: Self.seed)
        var told = 0
        for _ in 0..<60 {
            let offset = Int.random(in: scene.whole.indices, using: &numbers)
            let bits = UInt8(1) << Int.random(in: 0..<8, using: &numbers)
            if try await scene.tells(flipping: bits, at: offset, "HAILONG_DAMAGE_SEED=\(Self.seed)") { told += 1 }
        }
        #expect(told > 0)
    }

    /// A ledger of one file, and what is read from it.
    private struct Scene {
        let whole: Data
        private let original: Look

        init() async throws {
            let bench = try await Bench()
            try await bench.take((0..<60).map { Sample.press($0, Double($0) * 10) })
            try bench.store.close()
            whole = try Data(contentsOf: URL(fileURLWithPath: bench.folder.database))
            original = try DamageTests.look(bench.folder)
            #expect(original.isSound)
        }

        /// Whether it is told that bits of one byte were flipped; where it is not, what is read has to be the same.
        func tells(flipping bits: UInt8, at offset: Int, _ note: String = "") async throws -> Bool {
            // Looking is long work on one thread; other tests have little time to wait for it.
            await Task.yield()
            var flipped = whole
            flipped[offset] ^= bits
            let copy = DataDirectory(Bench.newPath())
            try copy.create()
            defer { try? FileManager.default.removeItem(atPath: copy.path) }
            try flipped.write(to: URL(fileURLWithPath: copy.database))
            guard let look = try? DamageTests.look(copy), look.isSound else { return true }
            #expect(look.presses == original.presses, "byte \(offset), bits \(bits) \(note)")
            #expect(look.tallies == original.tallies, "byte \(offset), bits \(bits) \(note)")
            return false
        }
    }

    private struct Look {
        var isSound: Bool
        var presses: [Press]
        var tallies: Set<Tally>
    }

    private static func look(_ folder: DataDirectory) throws -> Look {
        let store = try Store(checking: folder)
        let isSound = try store.verify(against: []).findings.isEmpty
        guard isSound else { return Look(isSound: false, presses: [], tallies: []) }
        var presses: [Press] = []
        try store.forEachPress { presses.append($0.press) }
        let tallies = try store.tallies(for: Day(number: -1_000_000)...Day(number: 1_000_000))
        return Look(isSound: true, presses: presses, tallies: Set(tallies))
    }

    @Test("an index that no longer leads to a press is found, though every row is whole")
    func index() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0), Sample.press(1, 10))
        try bench.tamper("DROP INDEX press_key")
        try bench.tamper("CREATE UNIQUE INDEX press_key ON press (device, boot, sequence) WHERE conflict_with IS NULL")
        #expect(try bench.findings() == [])
        try alter("press_key", bench, "conflict_with IS NULL", to: "sequence > 0")
        try expectDamaged(bench, "press_key")
    }

    @Test("an index without the key of a press is found, though every row is whole")
    func lostEntry() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0), Sample.press(1, 10))
        try bench.tamper("CREATE TABLE kept AS SELECT * FROM press WHERE sequence = 1")
        try bench.tamper("DELETE FROM press WHERE sequence = 1")
        try alter("press_key", bench, "conflict_with IS NULL", to: "conflict_with = 77")
        try bench.tamper("INSERT INTO press SELECT * FROM kept")
        try bench.tamper("DROP TABLE kept")
        try alter("press_key", bench, "conflict_with = 77", to: "conflict_with IS NULL")
        try expectDamaged(bench, "press_key")
    }

    @Test("an index with another moment than the rating's is found")
    func staleEntry() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0), Sample.press(1, 10))
        try alter("rating_moment", bench, "moment)", to: "moment) WHERE anchor = 77")
        try bench.tamper("UPDATE rating SET moment = moment + 1 WHERE position = (SELECT max(position) FROM rating)")
        try alter("rating_moment", bench, " WHERE anchor = 77", to: "")
        try expectDamaged(bench, "rating_moment")
    }

    @Test("entries in another order than the index has are found, though they are those of the rows")
    func order() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0), Sample.press(1, 10))
        try alter("press_key", bench, "sequence)", to: "sequence DESC)")
        try bench.tamper("REINDEX press_key")
        try alter("press_key", bench, "sequence DESC)", to: "sequence)")
        try expectDamaged(bench, "press_key")
    }

    @Test("an index that was added to a long table is left to SQLite to check")
    func addedIndex() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0), Sample.press(1, 10))
        try bench.tamper("CREATE INDEX added ON press (tick)")
        #expect(try bench.findings() == [.schema(object: "index added", .added)])
        try alter("added", bench, "(tick)", to: "(resets)")
        try expectDamaged(bench, "added")
    }

    /// Writes another definition of an index into the schema; what the index holds stays.
    private func alter(_ index: String, _ bench: Bench, _ old: String, to new: String) throws {
        try bench.tamper(
            """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_master SET sql = replace(sql, '\(old)', '\(new)') WHERE name = '\(index)'
            """)
    }

    private func expectDamaged(
        _ bench: Bench, _ index: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let store = try Store(checking: bench.folder)
        let error = try #require(throws: StoreError.self, sourceLocation: location) { try store.verify(against: []) }
        guard case .damaged(_, let reason) = error, reason.contains(index) else {
            Issue.record("\(error)", sourceLocation: location)
            return
        }
    }
}
