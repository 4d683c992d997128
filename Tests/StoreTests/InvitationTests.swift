import Ratings
import Testing

@testable import Store

@Suite("Invitations in the store") struct InvitationTests {
    private func invitation(_ id: UInt32 = 7, counter: String = "Q1", from: Double = 0, to: Double = 30) -> Invitation {
        func at(_ seconds: Double) -> Instant { Sample.morning + .milliseconds(Int64(seconds * 1000)) }
        return Invitation(
            id: id, counter: counter, opened: at(from), expires: at(to), by: "an", subject: Subject(officer: "o\(id)"))
    }

    private func bench(_ records: any DirectoryRecord...) async throws -> Bench {
        let strict = Setting(name: .mode, since: Instant(milliseconds: 0), value: "invited")
        let run = ServiceRun(started: Instant(milliseconds: 0))
        return try await Bench(Bench.standing + [strict, run] + records)
    }

    @Test("invitations of some days are told with whom they were for, and whether a rating came of them")
    func uses() async throws {
        let noSubject = Invitation(
            id: 4, counter: "Q2", opened: Sample.morning + .seconds(200), expires: Sample.morning + .seconds(230),
            by: "an")
        let bench = try await bench(
            invitation(1), invitation(2, from: 40, to: 70), invitation(3, from: 100_000, to: 100_030), noSubject)
        try await bench.take(Sample.press(0, 5, input: "9"), Sample.press(1, 50), Sample.press(2, 52))
        #expect(try bench.verdicts() == [.unknownInput, .replaced, .counted])
        let today = Zone.vietnam.day(of: Sample.morning)
        let uses = try bench.store.snapshot { try $0.invitationUses(for: today...today) }
        #expect(uses.map(\.isAnswered) == [false, true, false])
        #expect(uses.map(\.officer) == ["o1", "o2", nil])
        #expect(uses.map(\.unit) == ["tp", "tp", "xd"])
        #expect(uses.map(\.counter) == ["Q1", "Q1", "Q2"])
        #expect(try bench.store.snapshot { try $0.invitationUses(for: today...today.advanced(by: 1)).count } == 4)
    }

    @Test("a box that cannot carry an invitation is matched by moment, its window's end exclusive")
    func matched() async throws {
        let bench = try await bench(invitation(1), invitation(2, from: 40, to: 70))
        try await bench.take(
            Sample.press(0, -0.001), Sample.press(1, 5), Sample.press(2, 30), Sample.press(3, 40), Sample.press(4, 70))
        #expect(try bench.verdicts() == [.noInvitation, .counted, .noInvitation, .counted, .noInvitation])
        #expect(try bench.rated().map(\.rating.invitation) == [nil, 1, nil, 2, nil])
        #expect(try bench.rated().map(\.rating.officer) == [nil, "o1", nil, "o2", nil])
        try await bench.expectConsistent()
    }

    @Test("a press belongs to the invitation it carries, however late it arrives and whenever it was made")
    func carried() async throws {
        let bench = try await bench(invitation(1), invitation(2, from: 40, to: 70))
        try await bench.take(Sample.press(0, 45, age: 7200, invitation: 1), Sample.press(1, 50))
        #expect(try bench.rated().map(\.rating.invitation) == [1, 2])
        #expect(try bench.verdicts() == [.counted, .counted])
    }

    @Test("a carried number that no invitation has answers none, until the invitation is known")
    func unknownNumber() async throws {
        let bench = try await bench()
        let group = Assignment(box: "b9", counters: ["Q1", "Q2"], since: Instant(milliseconds: 0))
        try await bench.change(group)
        try await bench.take(Sample.press(0, 500, box: "b9", invitation: 7))
        #expect(try bench.verdicts() == [.noInvitation])
        try await bench.change(invitation())
        #expect(try bench.verdicts() == [.counted])
        #expect(try bench.rated()[0].rating.counter == "Q1")
        try await bench.expectConsistent()
    }

    @Test("a late first press opens the correction time anew and the answers change places")
    func lateAnswer() async throws {
        let bench = try await bench(invitation())
        try await bench.take(Sample.press(1, 6, input: "3"), Sample.press(2, 9, input: "1"))
        #expect(try bench.verdicts() == [.replaced, .counted])
        try await bench.take(Sample.press(0, 2, input: "4", age: 600))
        #expect(try bench.verdicts() == [.counted, .noInvitation, .replaced])
        try await bench.expectConsistent()
    }

    @Test("closing, moving and withdrawing an invitation changes its answers and nothing else")
    func edited() async throws {
        let bench = try await bench(invitation())
        try await bench.take(Sample.press(0, 20), Sample.press(0, 20, box: "b2"))
        #expect(try bench.verdicts() == [.counted, .noInvitation])
        var closed = invitation()
        closed.closed = Sample.morning + .seconds(10)
        try await bench.change(closed)
        #expect(try bench.verdicts() == [.noInvitation, .noInvitation])
        try await bench.change(invitation(counter: "Q2"))
        #expect(try bench.verdicts() == [.noInvitation, .counted])
        try await bench.expectConsistent("moved")
        try await bench.withdraw(invitation())
        #expect(try bench.verdicts() == [.noInvitation, .noInvitation])
        try await bench.expectConsistent("withdrawn")
        #expect(try bench.findings() == [])
    }

    @Test("a press that could not count is no answer: a test or an unknown button replaces nothing")
    func noAnswer() async throws {
        let bench = try await bench(invitation())
        try await bench.take(
            Sample.press(0, 1, input: "9"), Sample.press(1, 7, input: "1"), Sample.press(2, 8, input: "9"))
        #expect(try bench.verdicts() == [.unknownInput, .counted, .unknownInput])
        try await bench.change(
            BoxTest(box: "b1", since: Sample.morning + .seconds(7), until: Sample.morning + .seconds(8)))
        #expect(try bench.verdicts() == [.unknownInput, .test, .unknownInput])
        try await bench.expectConsistent()
    }

    @Test("the last invitation opened before the press goes before an earlier one still open")
    func overlapping() async throws {
        let bench = try await bench(invitation(1, to: 60), invitation(2, from: 20, to: 50))
        try await bench.take(Sample.press(0, 10), Sample.press(1, 30), Sample.press(2, 55))
        #expect(try bench.rated().map(\.rating.invitation) == [1, 2, 1])
        #expect(try bench.store.invitation(at: "Q1", Sample.morning + .seconds(30))?.id == 2)
    }

    @Test("invitations are found by number, and the next number is one that was never used")
    func numbers() async throws {
        let bench = try await bench(invitation(41))
        #expect(try bench.store.invitation(41) == invitation(41))
        #expect(try bench.store.invitation(42) == nil)
        #expect(try bench.store.nextInvitationID() == 42)
    }

    @Test("presses of the time in which the service was down count as in open mode, with their mark")
    func serviceDown() async throws {
        let bench = try await Bench(
            Bench.standing + [Setting(name: .mode, since: Instant(milliseconds: 0), value: "invited")])
        let store = bench.store
        try await store.beginRun(Sample.clock(Sample.morning))
        try await store.noteAlive(at: Sample.morning + .seconds(100), heard: [])
        try await store.beginRun(Sample.clock(Sample.morning + .seconds(300), up: 10, boot: "next"))
        #expect(store.directory.runs.map(\.ended) == [Sample.morning + .seconds(100), nil])
        try await bench.take(
            Sample.press(0, 100, age: 300), Sample.press(1, 200, age: 200), Sample.press(2, 300, age: 100))
        #expect(try bench.verdicts() == [.noInvitation, .counted, .noInvitation])
        #expect(try bench.rated().map { $0.rating.marks.contains(.disconnected) } == [false, true, false])
        try await bench.expectConsistent()
    }
}
