import Foundation
import GRDB
import Ratings
import Testing

@testable import Store

/// Any byte of the file may flip: then `verify` says so, or what is read is what was written.
@Suite("A damaged file") struct DamageTests {
    @Test("a flipped byte in any page is told by verify, or changes nothing that is read")
    func everyPage() async throws {
        let bench = try await Bench()
        try await bench.take((0..<60).map { Sample.press($0, Double($0) * 10) })
        try bench.store.close()
        let whole = try Data(contentsOf: URL(fileURLWithPath: bench.folder.database))
        let original = try Self.look(bench.folder)
        #expect(original.isSound)
        var told = 0
        for page in 0..<whole.count / 4096 {
            // The head of the page, and its end, where the first cells are. The file's head is read before all else.
            for offset in [page == 0 ? 100 : 0, 4095] {
                var flipped = whole
                flipped[page * 4096 + offset] ^= 0xFF
                let copy = DataDirectory(Bench.newPath())
                try copy.create()
                defer { try? FileManager.default.removeItem(atPath: copy.path) }
                try flipped.write(to: URL(fileURLWithPath: copy.database))
                let look = try? Self.look(copy)
                guard let look, look.isSound else {
                    told += 1
                    continue
                }
                #expect(look.presses == original.presses, "page \(page + 1), byte \(offset)")
                #expect(look.tallies == original.tallies, "page \(page + 1), byte \(offset)")
            }
        }
        #expect(told > whole.count / 4096)
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
        try bench.tamper(
            """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_master SET sql = replace(sql, 'conflict_with IS NULL', 'sequence > 0') WHERE name = 'press_key'
            """)
        let store = try Store(checking: bench.folder)
        let error = try #require(throws: StoreError.self) { try store.verify(against: []) }
        guard case .damaged = error else {
            Issue.record("\(error)")
            return
        }
    }
}
