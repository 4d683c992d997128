import Foundation
import Ratings
import Testing

@testable import Store

@Suite("A ledger whose name is lost while a correction is made") struct LostNameTests {
    @Test(
        "the correction is refused aloud, and known where it is durable all the same",
        arguments: [("", StoreError.databaseRemoved), ("-wal", StoreError.walRemoved)])
    func known(suffix: String, error: @Sendable (String) -> StoreError) async throws {
        let bench = try await Bench()
        let presses = [Sample.press(0), Sample.press(1, 2)]
        try await bench.take(presses)
        #expect(try bench.verdicts() == [.counted, .repeated])
        let file = bench.folder.database + suffix
        let elsewhere = bench.folder.path + "/elsewhere"
        let correction = Change(
            at: Sample.morning, who: "kiểm thử", action: "test", why: "test",
            records: [try StoredRecord(SetAside(press: presses[0].key, isSetAside: true))])
        let scope = try ProjectionScope(correction.records, in: bench.store.directory)
        await #expect(throws: error(file)) {
            try await bench.store.write { writer in
                try FileManager.default.moveItem(atPath: file, toPath: elsewhere)
                try writer.append(correction)
                _ = try writer.refresh(scope)
            }
        }
        try FileManager.default.moveItem(atPath: elsewhere, toPath: file)
        #expect(try bench.verdicts() == [.setAside, .repeated])
        #expect(bench.store.directory.setAside.keys.map(\.self) == [presses[0].key])
        // What is computed from now on rests on it.
        try await bench.change(Setting(name: .minimumInterval, since: Instant(milliseconds: 0), value: "0"))
        #expect(try bench.verdicts() == [.setAside, .counted])
        try await bench.expectConsistent()
    }
}
