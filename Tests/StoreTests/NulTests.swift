import Ratings
import Testing

@testable import Store

@Suite("A text with the character NUL") struct NulTests {
    private static let unit = AdministrativeUnit(code: "X", name: "Một", order: 1, since: Instant(milliseconds: 0))

    private static func change(who: String = "a", action: String = "b", why: String = "c", name: String = "Một") throws
        -> Change
    {
        var unit = unit
        unit.name = name
        return Change(
            at: Instant(milliseconds: 0), who: who, action: action, why: why, records: [try StoredRecord(unit)])
    }

    @Test("is refused wherever it stands, also in a rehearsal, and leaves nothing", arguments: [false, true])
    func refused(isRehearsal: Bool) async throws {
        let bench = try await Bench()
        let before = try bench.store.nextPosition()
        let changes = [
            try Self.change(who: "a\0b"), try Self.change(action: "a\0b"), try Self.change(why: "\0"),
            try Self.change(name: "a\0b"), try Self.change(name: #"\"# + "\0"),
        ]
        for change in changes {
            let error = await #expect(throws: StoreError.self) {
                try await bench.store.make(change, isRehearsal: isRehearsal)
            }
            #expect(error?.isRefusal == true)
            #expect(error?.description.contains("character NUL") == true)
        }
        #expect(try bench.store.nextPosition() == before)
        #expect(try bench.findings() == [])
    }

    @Test("is not what merely looks like its escape in JSON")
    func lookalike() async throws {
        let bench = try await Bench()
        _ = try await bench.store.make(try Self.change(why: #"\u0000"#, name: #"\u0000 \\u0000"#))
        #expect(bench.store.directory.units.all("X").first?.name == #"\u0000 \\u0000"#)
        #expect(try bench.findings() == [])
    }
}
