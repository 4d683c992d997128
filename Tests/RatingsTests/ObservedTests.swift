import Foundation
import Testing

@testable import Ratings

@Suite("Observed values") struct ObservedTests {
    @Test("a moment as far out as can be is counted with and ends nothing")
    func lastMoment() {
        let (first, last) = (Instant(milliseconds: .min), Instant(milliseconds: .max))
        #expect(last + .milliseconds(1) == first)
        #expect(first - .milliseconds(1) == last)
        #expect(first - last == .milliseconds(1))
        #expect((Duration.milliseconds(Int64.max) + .milliseconds(1)).inMilliseconds == .min)
    }

    @Test("the content of a press is all that the box said, not when it arrived")
    func sameContent() {
        let press = Sample.press(received: Instant(milliseconds: 0))
        var later = press
        later.arrival = Arrival(clock: Sample.clock(Instant(milliseconds: 9_000), isSet: false), age: .seconds(9))
        #expect(press.hasSameContent(as: later))
        let changes: [(inout Press) -> Void] = [
            { $0.key.device = "b2" }, { $0.key.boot += 1 }, { $0.key.sequence += 1 }, { $0.tick += 1 },
            { $0.resets += 1 },
            { $0.input = "2" }, { $0.invitation = 7 }, { $0.channel = .paper }, { $0.subject = Subject(unit: "xd") },
        ]
        for change in changes {
            var other = press
            change(&other)
            #expect(!press.hasSameContent(as: other))
        }
    }

    @Test("a key is written as device, boot in hexadecimal and sequence")
    func key() {
        #expect(PressKey(device: "a1", boot: .max, sequence: 7).description == "a1/ffffffffffffffff/7")
    }

    @Test("a moment that is no date is refused when it is read", arguments: [Int64.min, -62_135_596_800_001, .max])
    func noDate(milliseconds: Int64) throws {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Instant.self, from: Data("\(milliseconds)".utf8))
        }
        let last = Data("253402300799999".utf8)
        #expect(try JSONDecoder().decode(Instant.self, from: last).milliseconds == 253_402_300_799_999)
    }

    @Test("row 19: ten failures are reported, then one in a hundred, then the recovery")
    func repeatedFailure() {
        var failure = RepeatedFailure()
        #expect(failure.recovered() == nil)
        let reported = (1...250).filter { _ in failure.shouldReport() }
        #expect(reported == Array(1...10) + [100, 200])
        #expect(failure.recovered() == 250)
        #expect(failure.recovered() == nil)
    }

    @Test("the pause between tries doubles from 100 ms to 3.2 s")
    func pause() {
        var failure = RepeatedFailure()
        let pauses = (0..<8).map { _ in
            _ = failure.shouldReport()
            return failure.pause.inMilliseconds
        }
        #expect(pauses == [100, 200, 400, 800, 1600, 3200, 3200, 3200])
    }

    @Test("instants are whole milliseconds: dates round down, durations toward zero")
    func instants() throws {
        #expect(Instant(Date(timeIntervalSince1970: -0.0005)).milliseconds == -1)
        #expect(Duration.microseconds(1_999).inMilliseconds == 1)
        #expect(Duration.microseconds(-1_999).inMilliseconds == -1)
        let (early, late) = (Instant(milliseconds: 5), Instant(milliseconds: 12))
        #expect(late - early == .milliseconds(7))
        #expect(early - late == .milliseconds(-7))
        #expect(early < late)
        #expect(String(decoding: try JSONEncoder().encode([late]), as: UTF8.self) == "[12]")
    }

    @Test("only counted ratings have a cell, by day and hour of the centre's zone")
    func tallyKey() throws {
        var rating = Rating(
            moment: try Sample.at("2020-06-16") - .milliseconds(1), uncertainty: .zero, unit: "xd", choice: "c1",
            column: .comments, verdict: .counted, rule: "")
        let key = try #require(TallyKey(rating, in: .vietnam))
        #expect((key.day.description, key.hour, key.unit, key.counter) == ("2020-06-15", 23, "xd", nil))
        for verdict in Verdict.allCases where verdict != .counted {
            rating.verdict = verdict
            #expect(TallyKey(rating, in: .vietnam) == nil)
        }
    }

    @Test("a stretch is half-open, and an open end reaches on for ever")
    func dated() {
        let (start, end) = (Instant(milliseconds: 10), Instant(milliseconds: 20))
        let stretch = BoxTest(box: "b", since: start, until: end)
        #expect([9, 10, 19, 20].map { stretch.holds(at: Instant(milliseconds: $0)) } == [false, true, true, false])
        #expect(!stretch.overlaps(from: end, until: nil))
        #expect(!stretch.overlaps(from: Instant(milliseconds: 0), until: start))
        #expect(stretch.overlaps(from: Instant(milliseconds: 19), until: nil))
        #expect(BoxTest(box: "b", since: start).overlaps(from: Instant(milliseconds: 99), until: nil))
    }
}
