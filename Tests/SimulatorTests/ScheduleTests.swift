import Testing

@testable import Simulator

@Suite("The plan of faults")
struct ScheduleTests {
    private func entries(seed: UInt64, box: Int, _ faults: Faults, presses: Double = 1) -> [FaultSchedule.Entry] {
        var schedule = FaultSchedule(seed: seed, box: box, faults: faults, pressesPerSecond: presses)
        return (0..<500).compactMap { _ in schedule.next() }
    }

    private var all: Faults {
        var faults = Faults()
        faults.unplugEvery = .seconds(30)
        faults.resetEvery = .seconds(20)
        faults.coldEvery = .seconds(60)
        faults.offline = 0.25
        return faults
    }

    @Test("the same seed plans the same, another seed or box something else")
    func seeds() {
        #expect(entries(seed: 5, box: 1, all) == entries(seed: 5, box: 1, all))
        #expect(entries(seed: 5, box: 1, all) != entries(seed: 6, box: 1, all))
        #expect(entries(seed: 5, box: 1, all) != entries(seed: 5, box: 2, all))
    }

    @Test("one kind of fault does not move another")
    func independence() {
        func resets(_ faults: Faults) -> [UInt64] {
            entries(seed: 5, box: 1, faults).filter { if case .reset = $0.event { true } else { false } }.map(\.at)
        }
        var fewer = all
        fewer.unplugEvery = nil
        let some = resets(all)
        #expect(!some.isEmpty)
        #expect(Array(resets(fewer).prefix(some.count)) == some)
    }

    @Test("entries come in the order of time, as often as asked")
    func frequency() {
        let planned = entries(seed: 1, box: 1, all)
        #expect(planned.map(\.at) == planned.map(\.at).sorted())
        var faults = Faults()
        faults.offline = 0.25
        let offline = entries(seed: 1, box: 1, faults, presses: 0)
        let away = offline.reduce(0.0) { sum, entry in
            if case .offline(let milliseconds) = entry.event { sum + Double(milliseconds) } else { sum }
        }
        #expect(abs(away / Double(offline[offline.count - 1].at) - 0.25) < 0.02)
    }

    @Test("nothing is planned where nothing goes wrong")
    func nothing() {
        var schedule = FaultSchedule(seed: 1, box: 1, faults: .none)
        #expect(schedule.nextAt == .max)
        #expect(schedule.next() == nil)
    }

    @Test("a clean wire carries everything at once, a full one takes no more")
    func wire() {
        var wire = FaultyWire(faults: .none, chance: SplitMix64(seed: 1))
        wire.write([1, 2, 3], now: 10)
        #expect(wire.nextDue == 10)
        #expect(wire.read(now: 9) == nil)
        #expect(wire.read(now: 10) == [1, 2, 3])
        #expect(wire.nextDue == .max)
        for _ in 0..<1_000 { wire.write([UInt8](repeating: 7, count: 100), now: 0) }
        var total = 0
        while let piece = wire.read(now: 0) { total += piece.count }
        #expect(total <= FaultyWire.capacity)
        #expect(total > FaultyWire.capacity - 100)
    }

    @Test("pieces keep the order of the bytes")
    func pieces() {
        var faults = Faults()
        faults.split = 1
        var wire = FaultyWire(faults: faults, chance: SplitMix64(seed: 2))
        for start in 0..<20 { wire.write((0..<10).map { UInt8(start * 10 + $0) }, now: UInt64(start)) }
        var carried: [UInt8] = []
        var pieces = 0
        while let piece = wire.read(now: 10_000) {
            carried += piece
            pieces += 1
        }
        #expect(carried == (0..<200).map { UInt8($0) })
        #expect(pieces > 40)
    }

    @Test("a finger presses, holds, lifts, and only then presses again")
    func finger() {
        var finger = Finger()
        #expect(finger.next(now: 0, settle: 20) == nil)
        let areTaken = [finger.ask(3), finger.ask(4)]
        #expect(areTaken == [true, true])
        #expect(finger.next(now: 0, settle: 20) == .press(3))
        #expect(finger.next(now: 20, settle: 20) == nil)
        #expect(finger.underway == 2)
        #expect(finger.next(now: 21, settle: 20) == .lift(3))
        #expect(finger.underway == 1)
        #expect(finger.next(now: 41, settle: 20) == nil)
        #expect(finger.next(now: 42, settle: 20) == .press(4))
        #expect(finger.underway == 1)
        finger.startle()
        #expect(finger.underway == 0)
    }
}
