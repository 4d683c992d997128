import Testing

@testable import Devices

@Suite("Resets and drops, told from what boxes say")
struct ResetWatchTests {
    @Test("row 13: every warm reset between two hellos is counted, on whatever port they came")
    func warm() {
        var watch = ResetWatch()
        #expect(watch.take("a", boot: 5, resets: 7) == nil)
        #expect(watch.take("a", boot: 5, resets: 7) == nil)
        #expect(watch.take("a", boot: 5, resets: 9)?.event == .warmReset)
        #expect(watch.take("a", boot: 5, resets: 12)?.count == 3)
        #expect(watch.take("b", boot: 5, resets: 1) == nil)
        // The count is 16 bits on the wire.
        #expect(watch.take("a", boot: 5, resets: 2)?.count == 65_526)
    }

    @Test("a box that asks for a boot again and again started cold once")
    func cold() {
        var watch = ResetWatch()
        #expect(watch.take("a", boot: 0, resets: 0)?.event == .coldStart)
        #expect(watch.take("a", boot: 0, resets: 0) == nil)
        #expect(watch.take("a", boot: 8, resets: 0) == nil)
        #expect(watch.take("a", boot: 0, resets: 0)?.event == .coldStart)
    }

    @Test("a renewed boot is no reset, and more boxes than there can be are forgotten")
    func renewed() {
        var watch = ResetWatch()
        #expect(watch.take("a", boot: 5, resets: 7) == nil)
        #expect(watch.take("a", boot: 6, resets: 0) == nil)
        for number in 0..<ResetWatch.mostBoxes { #expect(watch.take("x\(number)", boot: 1, resets: 1) == nil) }
        #expect(watch.take("a", boot: 6, resets: 3) == nil)
    }

    @Test("drops are counted once, on whatever link they were told")
    func drops() {
        var watch = DropWatch()
        watch.begin(boot: 5, counted: 3)
        #expect(watch.take(boot: 5, total: 3) == 0)
        #expect(watch.take(boot: 5, total: 10) == 7)
        #expect(watch.take(boot: 5, total: 9) == 0)
        #expect(watch.take(boot: 5, total: 11) == 1)
        #expect(watch.take(boot: 6, total: 2) == 2)
    }
}

@Suite("Roll call", .timeLimit(.minutes(1)))
struct RollCallTests {
    @Test("all who wait are answered by one round of the loop")
    func answers() async {
        let call = RollCall()
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        async let first: Void = call.wait { ask.yield() }
        async let second: Void = call.wait { ask.yield() }
        var iterator = asked.makeAsyncIterator()
        await iterator.next()
        await iterator.next()
        call.answer()
        _ = await (first, second)
    }

    @Test("whoever is cancelled waits no longer")
    func cancelled() async {
        let call = RollCall()
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let waiting = Task { await call.wait { ask.yield() } }
        for await _ in asked { break }
        waiting.cancel()
        await waiting.value
    }
}
