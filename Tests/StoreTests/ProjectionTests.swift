import Ratings
import Testing

@testable import Store

@Suite("The projection") struct ProjectionTests {
    private func setAside(_ press: Press, _ isSetAside: Bool = true) -> SetAside {
        SetAside(press: press.key, isSetAside: isSetAside)
    }

    @Test("row 23: the minimum interval runs from the last counted press, so a steady hand counts every 3 s")
    func interval() async throws {
        let bench = try await Bench()
        try await bench.take((0..<7).map { Sample.press($0, Double($0)) })
        #expect(try bench.verdicts() == [.counted, .repeated, .repeated, .counted, .repeated, .repeated, .counted])
        #expect(try bench.rated()[2].rating.rule == "2000 ms after the last counted press")
        try await bench.expectConsistent()
    }

    @Test("row 23: the interval goes by the box's own ticks, never by arrival, and by one boot at a time")
    func ticksNotArrival() async throws {
        let bench = try await Bench()
        var (early, late) = (Sample.press(0), Sample.press(1, 10))
        early.arrival.clock.wall = Sample.morning + .seconds(60)
        late.arrival.clock.wall = Sample.morning + .seconds(60)
        try await bench.take(early, late, Sample.press(0, 10.5, boot: 2), Sample.press(0, 10.5, box: "b2"))
        #expect(try bench.verdicts() == [.counted, .counted, .counted, .counted])
    }

    @Test("row 14: a late press keeps its moment and projects its neighbours again")
    func lateNeighbours() async throws {
        let bench = try await Bench()
        let presses = (0..<5).map { Sample.press($0, Double($0) * 2) }
        try await bench.take(presses[1], presses[2], presses[3], presses[4])
        #expect(try bench.verdicts() == [.counted, .repeated, .counted, .repeated])
        let before = try bench.tallies()
        try await bench.take(Sample.press(0, 0, age: 3600))
        #expect(try bench.verdicts() == [.repeated, .counted, .repeated, .counted, .counted])
        #expect(try bench.rating(presses[0].key).moment == Sample.morning)
        #expect(try bench.rating(presses[0].key).marks == .late)
        #expect(try bench.tallies() != before)
        try await bench.expectConsistent()
    }

    @Test("a supervisor's decision moves its press, holds the interval, and can be taken back")
    func decisions() async throws {
        let bench = try await Bench()
        let presses = [Sample.press(0), Sample.press(1, 2), Sample.press(2, 4)]
        try await bench.take(presses)
        #expect(try bench.verdicts() == [.counted, .repeated, .counted])
        let movement = try await bench.change(setAside(presses[0]))
        #expect(movement.ratings == 1)
        #expect(movement.cells.map(\.value) == [-1])
        #expect(try bench.verdicts() == [.setAside, .repeated, .counted])
        try await bench.change(setAside(presses[0], false))
        #expect(try bench.verdicts() == [.counted, .repeated, .counted])
        try await bench.expectConsistent()
    }

    @Test("a press nobody knows is kept, and counts once a technician says where the box stood, and since when")
    func unregistered() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0, 0, box: "new"), Sample.press(1, 100, box: "new"))
        #expect(try bench.verdicts() == [.unregistered, .unregistered])
        try await bench.change(Assignment(box: "new", counters: ["Q2"], since: Sample.morning + .seconds(50)))
        #expect(try bench.verdicts() == [.unregistered, .counted])
        let earlier = Assignment(
            box: "new", counters: ["Q1"], since: Sample.morning, until: Sample.morning + .seconds(50))
        try await bench.change(earlier)
        #expect(try bench.rated().map(\.rating.counter) == ["Q1", "Q2"])
        try await bench.withdraw(earlier)
        #expect(try bench.verdicts() == [.unregistered, .counted])
        try await bench.expectConsistent()
    }

    @Test("a test of a box takes its presses out, and they return with its withdrawal")
    func boxTest() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0), Sample.press(1, 2), Sample.press(2, 10))
        let test = BoxTest(box: "b1", since: Sample.morning, until: Sample.morning + .seconds(1))
        try await bench.change(test)
        #expect(try bench.verdicts() == [.test, .counted, .counted])
        try await bench.withdraw(test)
        #expect(try bench.verdicts() == [.counted, .repeated, .counted])
        try await bench.expectConsistent()
    }

    @Test("a duty entered late gives the presses of its stretch their officer, and its withdrawal takes him away")
    func duty() async throws {
        let bench = try await Bench()
        try await bench.take((0..<4).map { Sample.press($0, Double($0) * 100 + 50) })
        let duty = Duty(
            counter: "Q1", officer: "an", since: Sample.morning + .seconds(100), until: Sample.morning + .seconds(300),
            source: .roster)
        try await bench.change(duty)
        #expect(try bench.rated().map(\.rating.officer) == [nil, "an", "an", nil])
        var shorter = duty
        shorter.until = Sample.morning + .seconds(200)
        try await bench.change(shorter)
        #expect(try bench.rated().map(\.rating.officer) == [nil, "an", nil, nil])
        try await bench.withdraw(shorter)
        #expect(try bench.rated().map(\.rating.officer) == [nil, nil, nil, nil])
        try await bench.expectConsistent()
    }

    @Test("a change of officer reaches presses whose moment is unsure enough")
    func uncertainOfficer() async throws {
        let bench = try await Bench()
        var press = Sample.press(0, 0, age: 3600)
        press.arrival.driftPPM = nil
        try await bench.take(press)
        let start = Sample.morning + .seconds(72)
        try await bench.change(Duty(counter: "Q1", officer: "an", since: start, source: .roster))
        #expect(try bench.rating(press.key).marks.contains(.officerUncertain))
        #expect(try bench.rating(press.key).counter == "Q1")
        try await bench.expectConsistent()
    }

    @Test("a setting is in force for the next press, and for all presses since its date")
    func setting() async throws {
        let bench = try await Bench()
        try await bench.take((0..<4).map { Sample.press($0, Double($0) * 4) })
        try await bench.change(
            Setting(name: .minimumInterval, since: Sample.morning + .seconds(8), value: "30"))
        #expect(try bench.verdicts() == [.counted, .counted, .repeated, .repeated])
        try await bench.take(Sample.press(4, 16), Sample.press(5, 34))
        #expect(try bench.verdicts().suffix(2) == [.repeated, .counted])
        try await bench.expectConsistent()
    }

    @Test("another zone moves cells though no rating changes")
    func zone() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0))
        let movement = try await bench.change(Setting(name: .zone, since: Sample.morning, value: "Etc/UTC"))
        #expect(movement.cells.values.sorted() == [-1, 1])
        #expect(try bench.tallies().map(\.key.hour) == [2])
        try await bench.expectConsistent()
    }

    @Test("each moment belongs to the day and hour of the zone that was in force")
    func datedZones() async throws {
        let bench = try await Bench(
            [
                Setting(name: .zone, since: Instant(milliseconds: 0), value: "Asia/Ho_Chi_Minh"),
                Setting(name: .zone, since: Sample.morning + .seconds(100), value: "Etc/UTC"),
            ] + Bench.standing)
        try await bench.take(Sample.press(0), Sample.press(1, 200))
        #expect(try bench.tallies().map(\.key.hour).sorted() == [2, 9])
        try await bench.expectConsistent()
        #expect(try bench.findings() == [])
    }

    @Test("a rehearsal says what would move and changes nothing", arguments: [true, false])
    func rehearsal(isLarge: Bool) async throws {
        let bench = try await Bench()
        let presses = (0..<4).map { Sample.press($0, Double($0) * 4) }
        try await bench.take(presses)
        let (rated, tallies, changes) = (try bench.rated(), try bench.tallies(), try bench.store.changes())
        let record: any DirectoryRecord =
            isLarge ? Setting(name: .zone, since: Sample.morning, value: "Etc/UTC") : setAside(presses[1])
        let movement = try await bench.change(record, isRehearsal: true)
        #expect(movement.cells.count == (isLarge ? 2 : 1))
        #expect(try bench.rated() == rated)
        #expect(try bench.tallies() == tallies)
        #expect(try bench.store.changes() == changes)
        #expect(bench.store.directory.setAside.isEmpty)
        #expect(bench.store.directory.settings.zone == .vietnam)
        #expect(try await bench.change(record) == movement)
        try await bench.expectConsistent()
    }

    @Test("names and orders touch no rating")
    func names() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0))
        let movement = try await bench.change(
            AdministrativeUnit(code: "tp", name: "Sở Tư pháp", order: 1, since: Sample.morning),
            Officer(code: "an", name: "An"))
        #expect(movement.isEmpty)
        try await bench.expectConsistent()
    }
}
