import Testing

@testable import Ratings

@Suite("Timeline") struct TimelineTests {
    /// A linear congruential generator: the same seed gives the same history.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state
        }
    }

    @Test("bisection finds what a look at every record finds", arguments: 1...40) func bisection(seed: UInt64) {
        var numbers = Numbers(state: seed)
        let moment = { (numbers: inout Numbers) in Instant(milliseconds: .random(in: 0..<30, using: &numbers)) }
        var timeline = Timeline<Duty>()
        var duties: [Duty] = []
        for step in 0..<60 {
            if step % 4 == 3, let index = duties.indices.randomElement(using: &numbers) {
                timeline.change(duties.remove(at: index), under: "Q", isIn: false)
            } else {
                var duty = Duty(
                    counter: "Q", officer: "c\(step)", since: moment(&numbers), until: moment(&numbers),
                    source: .roster)
                if step % 7 == 0 { duty.until = nil }
                duties.append(duty)
                timeline.change(duty, under: "Q", isIn: true)
            }
            #expect(timeline.all(of: "Q").count == duties.count)
            for time in stride(from: Int64(-1), through: 31, by: 4) {
                let (start, end) = (Instant(milliseconds: time), moment(&numbers))
                let holding = timeline.holding(of: "Q", at: start)
                #expect(Set(holding) == Set(duties.filter { $0.holds(at: start) }))
                #expect(holding.map(\.since) == holding.map(\.since).sorted())
                for end in [end, nil] {
                    let overlapping = timeline.overlapping(of: "Q", from: start, until: end)
                    #expect(Set(overlapping) == Set(duties.filter { $0.overlaps(from: start, until: end) }))
                }
            }
        }
    }

    @Test("two histories of the same records are equal, however they came about") func equal() {
        let duties = (0..<4).map {
            Duty(counter: "Q", officer: "c\($0)", since: Instant(milliseconds: Int64($0 % 2)), source: .roster)
        }
        var (there, back) = (Timeline<Duty>(), Timeline<Duty>())
        for duty in duties { there.change(duty, under: "Q", isIn: true) }
        for duty in duties.reversed() { back.change(duty, under: "Q", isIn: true) }
        #expect(there == back)
        for duty in duties { there.change(duty, under: "Q", isIn: false) }
        #expect(there == Timeline<Duty>() && there.owners.isEmpty)
    }
}
