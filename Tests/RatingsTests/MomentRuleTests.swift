import Testing

@testable import Ratings

@Suite("MomentRule") struct MomentRuleTests {
    private func arrival(
        _ wall: Int64, up: Int64 = 0, isSet: Bool = true, age: Duration = .zero, lost: Duration = .zero,
        roundTrip: Duration = .zero, drift: Int? = 0
    ) -> Arrival {
        Arrival(
            clock: ClockReading(
                wall: Instant(milliseconds: wall), hostBoot: "host", bootTime: .milliseconds(up), isSynchronized: isSet),
            age: age, resetsSince: lost > .zero ? 1 : 0, timeLost: lost, roundTrip: roundTrip, driftPPM: drift)
    }

    private func fact(_ wall: Int64, up: Int64, step: Duration, isSet: Bool, boot: String = "host") -> ClockFact {
        ClockFact(
            reading: ClockReading(
                wall: Instant(milliseconds: wall), hostBoot: boot, bootTime: .milliseconds(up), isSynchronized: isSet),
            step: step)
    }

    private func moment(_ arrival: Arrival, _ facts: [ClockFact]) -> Int64 {
        MomentRule.derive(arrival, facts: facts).moment.milliseconds
    }

    @Test("row 14: a late press keeps the moment at which it was made")
    func receiptLessAge() {
        #expect(moment(arrival(10_000_000, age: .seconds(3600)), []) == 6_400_000)
        #expect(moment(arrival(10_000_000, age: .seconds(-5)), []) == 10_000_000)
    }

    @Test("uncertainty is round trip, tick, drift of the age and what resets lost")
    func uncertainty() {
        func uncertainty(_ arrival: Arrival) -> Int64 {
            MomentRule.derive(arrival, facts: []).uncertainty.inMilliseconds
        }
        #expect(uncertainty(arrival(0)) == 1)
        #expect(uncertainty(arrival(0, roundTrip: .milliseconds(40))) == 41)
        #expect(uncertainty(arrival(0, age: .seconds(100), drift: nil)) == 2001)
        #expect(uncertainty(arrival(0, age: .seconds(100), drift: 50)) == 6)
        #expect(uncertainty(arrival(0, age: .seconds(100), drift: -50)) == 6)
        #expect(uncertainty(arrival(0, age: .milliseconds(1), drift: 1)) == 2)
        #expect(
            uncertainty(arrival(0, age: .seconds(100), lost: .seconds(4), roundTrip: .milliseconds(40), drift: 0))
                == 4041)
    }

    @Test("an age of centuries does not overflow")
    func hugeAge() {
        let age = Int64(1) << 48
        let (moment, uncertainty) = MomentRule.derive(arrival(0, age: .milliseconds(age), drift: 1_000_000), facts: [])
        #expect(moment.milliseconds == -age)
        #expect(uncertainty.inMilliseconds >= age)
    }

    @Test("a press on an unset clock waits for the clock and is then derived from it")
    func unsetClock() {
        let press = arrival(5_000, up: 60_000, isSet: false, age: .seconds(10))
        #expect(moment(press, []) == -5_000)
        #expect(moment(press, [fact(1_000_000, up: 100_000, step: .seconds(955), isSet: true)]) == 950_000)
    }

    @Test("the first set reading goes before a step on a clock still unset, and later readings do not matter")
    func whichFact() {
        let press = arrival(5_000, up: 60_000, isSet: false)
        let step = fact(700_000, up: 90_000, step: .seconds(665), isSet: false)
        let set = fact(1_000_000, up: 100_000, step: .seconds(290), isSet: true)
        let later = fact(9_000_000, up: 110_000, step: .seconds(100), isSet: true)
        #expect(moment(press, [step]) == 670_000)
        #expect(moment(press, [step, set, later]) == 960_000)
    }

    @Test("facts before the press or of another boot of the host say nothing")
    func otherFacts() {
        let press = arrival(5_000, up: 60_000, isSet: false)
        #expect(moment(press, [fact(1_000_000, up: 59_999, step: .seconds(9), isSet: true)]) == 5_000)
        #expect(moment(press, [fact(1_000_000, up: 70_000, step: .seconds(9), isSet: true, boot: "other")]) == 5_000)
    }

    @Test("a press on a set clock keeps its wall clock whatever was stepped later")
    func setClockKeeps() {
        #expect(
            moment(arrival(5_000, up: 60_000), [fact(9_000_000, up: 70_000, step: .seconds(9), isSet: true)]) == 5_000)
    }
}

@Suite("ClockWatch") struct ClockWatchTests {
    private func reading(_ wall: Int64, _ up: Int64, isSet: Bool = true, boot: String = "host") -> ClockReading {
        ClockReading(
            wall: Instant(milliseconds: wall), hostBoot: boot, bootTime: .milliseconds(up), isSynchronized: isSet)
    }

    @Test("a step of more than 2 s either way is a fact, up to 2 s is none")
    func steps() {
        var watch = ClockWatch(reading(0, 0))
        #expect(watch.look(reading(12_000, 10_000)) == nil)
        #expect(
            watch.look(reading(24_001, 20_000))
                == ClockFact(reading: reading(24_001, 20_000), step: .milliseconds(2_001)))
        #expect(watch.look(reading(32_000, 30_000))?.step == .milliseconds(-2_001))
        #expect(watch.look(reading(42_000, 40_000)) == nil)
    }

    @Test("a clock that becomes disciplined is a fact even without a step")
    func becomesSet() {
        var watch = ClockWatch(reading(0, 0, isSet: false))
        #expect(watch.look(reading(1_000, 1_000, isSet: false)) == nil)
        #expect(watch.look(reading(2_000, 2_000))?.step == .zero)
        #expect(watch.look(reading(3_000, 3_000)) == nil)
    }

    @Test("readings of two boots of the host are not compared")
    func otherBoot() {
        var watch = ClockWatch(reading(0, 0))
        #expect(watch.look(reading(9_000_000, 5, boot: "next")) == nil)
    }
}
