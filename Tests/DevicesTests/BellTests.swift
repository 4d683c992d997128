import Testing

@testable import Devices

@Suite("Bell")
struct BellTests {
    @Test("a ring ends the wait, also one that came before it")
    func rings() async {
        let bell = Bell()
        bell.ring()
        #expect(await bell.wait(upTo: .seconds(60)))
        async let waiting = bell.wait(upTo: .seconds(60))
        bell.ring()
        #expect(await waiting)
    }

    @Test("without a ring the time ends it, again and again")
    func timesOut() async {
        let bell = Bell()
        for _ in 0..<3 { #expect(await !bell.wait(upTo: .milliseconds(5))) }
    }

    @Test("a cancelled task does not wait, and the bell still works after it")
    func cancelled() async {
        let bell = Bell()
        let task = Task { await bell.wait(upTo: .seconds(60)) }
        task.cancel()
        #expect(await !task.value)
        bell.ring()
        #expect(await bell.wait(upTo: .seconds(60)))
    }
}
