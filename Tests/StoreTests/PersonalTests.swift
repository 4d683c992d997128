import Ratings
import Testing

@testable import Store

@Suite("Personal things") struct PersonalTests {
    private let note = PersonalNote(kind: .comment, text: "Gọi lại số 0912…")

    private func bench() async throws -> Bench {
        let bench = try await Bench()
        let other = PersonalNote(kind: .dossier, text: "H51-1")
        _ = try bench.store.commit([.press(Sample.press(0), note), .press(Sample.press(1, 86_400), other)])
        return bench
    }

    @Test("what is personal stands beside the chain; the press holds a commitment that says nothing of it")
    func commitment() async throws {
        let bench = try await bench()
        #expect(try bench.store.personalNote(of: Sample.press(0).key) == note)
        #expect(try bench.store.personalNote(of: Sample.press(1).key)?.kind == .dossier)
        let second = try await self.bench()
        let commitments = try [bench, second].map { bench in
            try bench.store.pool.read { try PressRow.fetch($0, position: 2) }?.commitment
        }
        #expect(commitments[0]?.count == 32)
        #expect(commitments[0] != commitments[1], "the same text twice has two salts")
    }

    @Test("ratings of some days and columns are told in the order of their moments, with comments and nothing else")
    func noted() async throws {
        let bench = try await Bench()
        let dossier = PersonalNote(kind: .dossier, text: "H51-1")
        _ = try bench.store.commit([
            .press(Sample.press(0, 60, input: "4"), dossier), .press(Sample.press(1, 20, input: "3", age: 100), note),
            .press(Sample.press(2, 120, input: "1"), note), .press(Sample.press(3, 121, input: "4")),
            .press(Sample.press(4, 86_400, input: "4")),
        ])
        let day = Zone.vietnam.day(of: Sample.morning)
        let columns: Set<Ratings.Column> = [.dissatisfiedCompetence, .dissatisfiedTime]
        let noted = try bench.store.notedRatings(for: day...day, in: columns)
        #expect(noted.map(\.press.sequence) == [1, 0], "a repeated press is none")
        #expect(noted.map(\.comment) == [note.text, nil])
        #expect(noted.map(\.rating.counter) == ["Q1", "Q1"])
        #expect(try bench.store.notedRatings(for: day...day.advanced(by: 1), in: columns).count == 3)
        #expect(try bench.store.notedRatings(for: day...day, in: []).isEmpty)
        _ = try await bench.store.erasePersonal(of: noted[0].press, at: Sample.morning, who: "x", why: "x")
        #expect(try bench.store.notedRatings(for: day...day, in: columns).map(\.comment) == [nil, nil])
    }

    @Test("erasing breaks nothing, leaves a change behind and takes only the one asked for")
    func erase() async throws {
        let bench = try await bench()
        let key = Sample.press(0).key
        let erased = try await bench.store.erasePersonal(of: key, at: Sample.morning, who: "giám sát", why: "yêu cầu")
        #expect(erased == 1)
        #expect(try bench.store.personalNote(of: key) == nil)
        #expect(try bench.store.personalNote(of: Sample.press(1).key) != nil)
        #expect(try bench.findings() == [])
        let change = try #require(try bench.store.changes().last)
        #expect(change.action == "erase personal: b1/1/0")
        #expect((change.who, change.why) == ("giám sát", "yêu cầu"))
        #expect(!change.action.contains("0912") && change.records.isEmpty)
    }

    @Test("an erased note does not come back when the box repeats its press")
    func repeated() async throws {
        let bench = try await bench()
        let key = Sample.press(0).key
        _ = try await bench.store.erasePersonal(of: key, at: Sample.morning, who: "x", why: "x")
        _ = try bench.store.commit([.press(Sample.press(0), note)])
        #expect(try bench.store.personalNote(of: key) == nil)
    }

    @Test("the note of a conflicting press is erased with the press's own")
    func conflict() async throws {
        let bench = try await bench()
        _ = try bench.store.commit([.press(Sample.press(0, input: "3"), note)])
        let erased = try await bench.store.erasePersonal(
            of: Sample.press(0).key, at: Sample.morning, who: "x", why: "x")
        #expect(erased == 2)
        #expect(try bench.findings() == [])
    }

    @Test("what is past its retention goes, once, and nothing else")
    func retention() async throws {
        let bench = try await bench()
        let end = Sample.morning + .seconds(365 * 86_400)
        func erase(_ at: Instant) async throws -> Int {
            try await bench.store.erasePersonal(of: nil, at: at, who: "hailong", why: "end of the retention time")
        }
        #expect(try await erase(end - .milliseconds(1)) == 0)
        #expect(try await erase(end) == 1)
        #expect(try await erase(end) == 0)
        #expect(try bench.store.personalNote(of: Sample.press(1).key) != nil)
        #expect(try bench.store.changes().filter { $0.action.hasPrefix("erase") }.count == 1)
        #expect(try bench.findings() == [])
    }

    @Test("a press that is not there has nothing to erase")
    func unknown() async throws {
        let bench = try await bench()
        let key = Sample.press(77).key
        await #expect(throws: StoreError.noSuchPress(key.description)) {
            _ = try await bench.store.erasePersonal(of: key, at: Sample.morning, who: "x", why: "x")
        }
    }

    @Test(
        "an edited or a foreign note is found",
        arguments: ["text = 'khác'", "kind = 'ticket'", "salt = x'00'", "position = 3"])
    func edited(what: String) async throws {
        let bench = try await bench()
        try bench.tamper("DELETE FROM personal WHERE position = 3")
        try bench.tamper("UPDATE personal SET \(what) WHERE position = 2")
        #expect(try bench.findings() == [.personal(position: what == "position = 3" ? 3 : 2)])
    }
}
