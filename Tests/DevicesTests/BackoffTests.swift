import Testing

@testable import Devices

@Suite("Backoff")
struct BackoffTests {
    @Test("row 7: pauses double up to 10 s, are jittered, and never end")
    func doubling() {
        var backoff = Backoff()
        var pauses: [Duration] = []
        for _ in 0..<12 { pauses.append(backoff.next(random: 0)) }
        #expect(pauses.prefix(3) == [.milliseconds(50), .milliseconds(100), .milliseconds(200)])
        #expect(pauses.suffix(3) == [.seconds(5), .seconds(5), .seconds(5)])
        var jittered = Backoff()
        #expect(jittered.next(random: 0.5) == .milliseconds(75))
    }

    @Test("after a link that worked it begins anew")
    func reset() {
        var backoff = Backoff()
        for _ in 0..<5 { _ = backoff.next(random: 0) }
        backoff.reset()
        #expect(backoff.next(random: 0) == .milliseconds(50))
    }
}
