import Testing

@testable import Ratings

/// The rules of "Invitation": who answers, what replaces what, and what counts where nobody was invited.
@Suite("Invitations") struct InvitationRuleTests {
    private let start: Instant
    private let invitation: Invitation
    private var directory: Directory

    init() throws {
        start = try Sample.at("2020-06-15T09:00")
        invitation = Invitation(
            id: 7, counter: "Q1", opened: start, expires: start + .seconds(30), by: "an",
            subject: Subject(officer: "binh", unit: "xd", field: "đất đai"))
        directory = try Sample.directory(
            Sample.scale, Counter(code: "Q1", name: "Quầy 1", units: ["tp"], since: try Sample.at("2020-01-01")),
            Assignment(box: "b1", counters: ["Q1"], since: try Sample.at("2020-06-01")),
            ServiceRun(started: try Sample.at("2020-06-01"), ended: try Sample.at("2020-06-20")))
    }

    private var invited: Setting {
        Setting(name: .mode, scope: .counter("Q1"), since: Instant(milliseconds: 0), value: "invited")
    }

    /// Rates presses made so many seconds after the opening, all answers to the invitation.
    private func rate(_ inputs: [(seconds: Double, input: String)], in directory: Directory) -> [Rating] {
        let presses = inputs.enumerated().map { index, entry in
            Sample.press(
                sequence: UInt32(index), tick: UInt64(entry.seconds * 1000), input: entry.input,
                received: start + .milliseconds(Int64(entry.seconds * 1000)))
        }
        let answers = presses.enumerated().map { index, press in
            let basis = Basis(press, in: directory)
            return RatingRule.Answer(position: Int64(index + 1), moment: basis.moment, column: basis.choice?.column)
        }
        return presses.enumerated().map { index, press in
            directory.rate(
                press, .init(position: Int64(index + 1), lastCountedTick: nil, invitation: invitation, answers: answers)
            )
        }
    }

    @Test("the answer takes officer, unit and field from its invitation, and the press's own subject goes before")
    func subject() throws {
        let rating = rate([(1, "1")], in: directory)[0]
        #expect((rating.verdict, rating.invitation) == (.counted, 7))
        #expect((rating.counter, rating.unit, rating.officer, rating.field) == ("Q1", "xd", "binh", "đất đai"))
        let own = Sample.press(subject: Subject(officer: "chi", field: "hộ tịch"), received: start)
        let answers = [RatingRule.Answer(position: 1, moment: start, column: .satisfiedService)]
        let named = directory.rate(own, .init(position: 1, invitation: invitation, answers: answers))
        #expect((named.unit, named.officer, named.field) == ("xd", "chi", "hộ tịch"))
    }

    @Test("row 23: the last press within the correction time is the rating, those before it are replaced")
    func correction() {
        let ratings = rate([(1, "3"), (2, "4"), (5.999, "1")], in: directory)
        #expect(ratings.map(\.verdict) == [.replaced, .replaced, .counted])
        #expect(ratings.map { $0.marks.contains(.turnedSatisfied) } == [false, false, true])
    }

    @Test("only a change from dissatisfied to satisfied is marked")
    func turned() {
        #expect(rate([(1, "1"), (2, "3")], in: directory)[1].marks == [])
        #expect(rate([(1, "5"), (2, "1")], in: directory)[1].marks == [])
        #expect(rate([(1, "1"), (2, "2")], in: directory)[1].marks == [])
    }

    @Test(
        "after the correction time the window is shut: open mode goes on by its own rules, invited mode does not count")
    func afterCorrection() throws {
        #expect(rate([(1, "3"), (6, "1")], in: directory).map(\.verdict) == [.counted, .counted])
        var strict = directory
        try strict.add(invited)
        let ratings = rate([(1, "3"), (6, "1")], in: strict)
        #expect(ratings.map(\.verdict) == [.counted, .noInvitation])
        #expect(ratings[1].rule == "the invitation was answered before")
    }

    @Test("the correction time is a dated setting")
    func correctionSetting() throws {
        var directory = directory
        try directory.add(Setting(name: .correctionTime, since: start, value: "10"))
        #expect(rate([(1, "3"), (10.999, "1")], in: directory).map(\.verdict) == [.replaced, .counted])
        try directory.add(Setting(name: .correctionTime, scope: .counter("Q1"), since: start, value: "0"))
        #expect(rate([(1, "3"), (1, "1")], in: directory)[0].verdict == .counted)
    }

    @Test("answers need not keep the minimum interval")
    func noInterval() {
        let press = Sample.press(tick: 1_000, received: start)
        let answers = [RatingRule.Answer(position: 2, moment: start, column: .satisfiedService)]
        let neighbours = RatingRule.Neighbours(
            position: 2, lastCountedTick: 999, invitation: invitation, answers: answers)
        #expect(directory.rate(press, neighbours).verdict == .counted)
    }

    @Test("in invited mode a press without an invitation does not count; in open mode it does")
    func noInvitation() throws {
        let press = Sample.press(received: start)
        #expect(directory.rate(press).verdict == .counted)
        var strict = directory
        try strict.add(invited)
        #expect(strict.rate(press).verdict == .noInvitation)
        #expect(strict.rate(Sample.press("b1", received: start)).marks == [])
    }

    @Test("made while the service was down, a press counts as in open mode and is marked")
    func serviceDown() throws {
        var strict = directory
        try strict.add(invited, ServiceRun(started: try Sample.at("2020-06-21")))
        func rated(_ time: String, last: UInt64? = nil) throws -> Rating {
            strict.rate(
                Sample.press(tick: 10_000, received: try Sample.at(time)), .init(position: 1, lastCountedTick: last))
        }
        #expect(try rated("2020-06-20").verdict == .noInvitation)
        let down = try rated("2020-06-20T12:00")
        #expect(down.verdict == .counted)
        #expect(down.marks == .disconnected)
        #expect(try rated("2020-06-20T12:00", last: 9_000).verdict == .repeated)
        #expect(try rated("2020-06-21").verdict == .noInvitation)
    }

    @Test("a window can be closed by hand before it shuts by itself, not after")
    func shuts() {
        var invitation = invitation
        #expect(invitation.shuts == start + .seconds(30))
        invitation.closed = start + .seconds(10)
        #expect(invitation.shuts == start + .seconds(10))
        invitation.closed = start + .seconds(60)
        #expect(invitation.shuts == start + .seconds(30))
    }
}
