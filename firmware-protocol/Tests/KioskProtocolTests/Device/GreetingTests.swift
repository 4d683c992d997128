import KioskProtocol
import Testing

@Suite("The box's greeting")
struct GreetingTests {
    static func accept(_ hello: Hello?, boot: UInt64 = 7, ledger: UInt64 = 99) -> HostMessage {
        .welcome(
            Welcome(
                verdict: .accepted, version: 1, reason: .none, ledger: ledger, boot: boot,
                counter: hello?.counter ?? 0))
    }

    static func offer(_ hello: Hello?, boot: UInt64 = 7) -> HostMessage {
        .welcome(
            Welcome(verdict: .offered, version: 1, reason: .none, ledger: 99, boot: boot, counter: hello?.counter ?? 0))
    }

    @Test("hello is said at once, then after 1, 2, 4 and every 5 s")
    func backoff() {
        var box = BoxUnderTest()
        var times: [UInt64] = []
        for now in 0...20_000 as ClosedRange<UInt64> where !box.says(at: now).hellos.isEmpty { times.append(now) }
        #expect(times == [0, 1_000, 3_000, 7_000, 12_000, 17_000])
    }

    @Test("an offered boot is stored first and then named in a new hello")
    func offered() {
        var box = BoxUnderTest()
        let hello = box.says(at: 0).hellos.first
        #expect(hello?.boot == 0)
        let said = box.received(Self.offer(hello), now: 10)
        #expect(box.ring.boot == 7)
        #expect(said.hellos.map(\.boot) == [7])
        #expect(!box.device.isLinked)
        _ = box.received(Self.accept(said.hellos.first), now: 20)
        #expect(box.device.isLinked)
    }

    @Test("no press is sent without a stored boot and a welcome for it")
    func noPressBefore() {
        var box = BoxUnderTest()
        let hello = box.pressed(1, now: 0).hellos.first
        // A welcome for a boot that the box does not have.
        #expect(box.received(Self.accept(hello), now: 5).presses.isEmpty)
        let second = box.received(Self.offer(hello), now: 10)
        #expect(second.presses.isEmpty)
        #expect(box.received(Self.accept(second.hellos.first), now: 20).sequences == [0])
    }

    @Test("a box that has a boot takes no other, and an accepted one is never taken for an offer")
    func staleOffers() {
        var box = BoxUnderTest()
        let first = box.says(at: 0).hellos.first
        _ = box.received(Self.accept(first, boot: 5), now: 1)
        #expect(box.ring.boot == 0)
        let second = box.received(Self.offer(first, boot: 7), now: 2).hellos.first
        _ = box.received(Self.offer(second, boot: 8), now: 3)
        #expect(box.ring.boot == 7)
        #expect(!box.device.isLinked)
    }

    @Test("a welcome for a hello of before the reset does not link")
    func staleCounter() {
        var box = BoxUnderTest.linked()
        box.warmReset()
        let hello = box.says(at: 0).hellos.first
        let stale = Self.accept(
            hello.map {
                var old = $0
                old.counter = 1
                return old
            })
        _ = box.received(stale, now: 1)
        #expect(!box.device.isLinked)
        _ = box.received(Self.accept(hello), now: 2)
        #expect(box.device.isLinked)
    }

    @Test("a late welcome for an earlier hello of the same greeting does link")
    func lateWelcome() {
        var box = BoxUnderTest.linked()
        box.warmReset()
        let first = box.says(at: 0).hellos.first
        #expect(box.says(at: 1_000).hellos.count == 1)
        _ = box.received(Self.accept(first), now: 1_100)
        #expect(box.device.isLinked)
    }

    @Test("a host that is silent for 15 s is greeted again, and the presses wait")
    func deadHost() {
        var box = BoxUnderTest.linked(now: 0)
        _ = box.pressed(1, now: 100)
        var hellos: [Hello] = []
        for now in 0...15_000 as ClosedRange<UInt64> { hellos += box.says(at: now).hellos }
        #expect(hellos.map(\.boot) == [7])
        #expect(hellos.first?.ring == RingReport(oldest: 0, next: 1, dropped: 0))
        #expect(box.device.idleLight == .offline)
        #expect(box.ring.count == 1)
    }

    @Test("a hello request makes a linked box greet at once, and a greeting one at most every 500 ms")
    func requested() {
        var box = BoxUnderTest.linked(now: 0)
        #expect(box.received(.helloRequest, now: 2_000).hellos.count == 1)
        #expect(!box.device.isLinked)
        #expect(box.received(.helloRequest, now: 2_100).hellos.isEmpty)
        #expect(box.says(at: 2_500).hellos.count == 1)
    }

    @Test("a refused box shows it, keeps its presses and asks again every 5 s")
    func refused() {
        var box = BoxUnderTest()
        let hello = box.says(at: 0).hellos.first
        let refusal = Welcome(
            verdict: .refused, version: 0, reason: .version, ledger: 99, boot: 0, counter: hello?.counter ?? 0)
        #expect(box.received(.welcome(refusal), now: 10).idle == [.refused])
        #expect(box.pressed(1, now: 20).feedback == [.refused])
        #expect(box.ring.count == 1)
        #expect(box.says(at: 5_009).hellos.isEmpty)
        #expect(box.says(at: 5_010).hellos.count == 1)
    }

    @Test("a closed link is silent; an opened one greets")
    func closed() {
        var box = BoxUnderTest.linked()
        box.device.linkClosed(now: 100)
        #expect(box.pressed(1, now: 200).messages.isEmpty)
        #expect(box.received(.heartbeat(token: 1), now: 300).messages.isEmpty)
        box.device.linkOpened(now: 400)
        #expect(box.says(at: 400).hellos.first?.ring.next == 1)
    }

    @Test("a renewal waits until presses and drops are acknowledged, then begins at sequence 0 and greets")
    func renewal() {
        var box = BoxUnderTest.linked()
        for button in 0..<17 { _ = box.pressed(UInt8(button % 5), now: 10) }
        #expect(box.received(.renew(Renewal(oldBoot: 7, newBoot: 8)), now: 20).hellos.isEmpty)
        _ = box.received(.ack(Ack(boot: 7, next: 8, dropped: 0)), now: 30)
        #expect(box.received(.ack(Ack(boot: 7, next: 16, dropped: 0)), now: 40).hellos.isEmpty)
        let said = box.received(.ack(Ack(boot: 7, next: 16, dropped: 1)), now: 50)
        #expect(said.hellos.map(\.boot) == [8])
        #expect(said.hellos.first?.ring == RingReport(oldest: 0, next: 0, dropped: 0))
        // Told again, it changes nothing.
        #expect(box.received(.renew(Renewal(oldBoot: 7, newBoot: 9)), now: 60).hellos.isEmpty)
        #expect(box.ring.boot == 8)
    }
}
