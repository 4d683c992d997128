import KioskProtocol
import Testing

@Suite("The host's handshake")
struct HandshakeTests {
    @Test("an opened link asks for a hello at once, and every 5 s")
    func asks() {
        var host = LinkUnderTest(now: 0)
        var times: [UInt64] = []
        for now in 0...11_000 as ClosedRange<UInt64> where host.says(at: now).messages == [.helloRequest] {
            times.append(now)
        }
        #expect(times == [0, 5_000, 10_000])
    }

    @Test("a hello is looked up, then welcomed, then the ring's start is acknowledged")
    func accepted() {
        var host = LinkUnderTest()
        _ = host.says(at: 0)
        let hello = LinkUnderTest.hello(ring: RingReport(oldest: 3, next: 3, dropped: 0))
        #expect(host.received(.hello(hello), now: 10) == [.asks(.identify(hello))])
        host.link.known(next: 3, dropped: 0, now: 20)
        let welcome = Welcome(
            verdict: .accepted, version: 1, reason: .none, ledger: 99, boot: 7, counter: hello.counter)
        #expect(
            host.says(at: 20) == [
                .asks(.connected(hello)), .sends(.welcome(welcome)),
                .sends(.ack(Ack(boot: 7, next: 3, dropped: 0))),
            ])
        #expect(host.link.hello == hello)
    }

    @Test("a box without a boot is offered one, and is not connected by that")
    func offered() {
        var host = LinkUnderTest()
        _ = host.says(at: 0)
        _ = host.received(.hello(LinkUnderTest.hello(boot: 0)), now: 10)
        host.link.offer(boot: 7, now: 20)
        let offer = Welcome(verdict: .offered, version: 1, reason: .none, ledger: 99, boot: 7, counter: 1)
        #expect(host.says(at: 20) == [.sends(.welcome(offer))])
        #expect(host.link.hello == nil)
    }

    @Test("an offer without a boot, or to a box that has one, is not sent")
    func wrongOffers() {
        var host = LinkUnderTest()
        _ = host.says(at: 0)
        _ = host.received(.hello(LinkUnderTest.hello(boot: 0)), now: 10)
        host.link.known(next: 0, dropped: 0, now: 20)
        #expect(host.says(at: 20).isEmpty)
        host.link.offer(boot: 7, now: 30)
        #expect(host.says(at: 30).isEmpty)
    }

    @Test("frames before a hello are not taken; they make the link ask for one, once a second at most")
    func framesBeforeHello() {
        var host = LinkUnderTest(now: 0)
        _ = host.says(at: 0)
        #expect(host.received(LinkUnderTest.press(0), now: 500).isEmpty)
        #expect(host.says(at: 1_000).messages == [.helloRequest])
        #expect(host.received(LinkUnderTest.heartbeat(), now: 1_100).isEmpty)
        #expect(host.received(LinkUnderTest.press(0), now: 1_200).isEmpty)
        #expect(host.says(at: 2_000).messages == [.helloRequest])
    }

    @Test("a frame of another boot than the one welcomed makes the link ask for a hello, and is not stored")
    func otherBoot() {
        var host = LinkUnderTest.linked(now: 0)
        let said = host.received(LinkUnderTest.press(0, boot: 8), now: 2_000)
        #expect(said == [.sends(.helloRequest)])
    }

    @Test("hellos that arrive during the look-up are one look-up, and the newest is answered")
    func slowLookUp() {
        var host = LinkUnderTest()
        _ = host.says(at: 0)
        _ = host.received(.hello(LinkUnderTest.hello(counter: 1)), now: 10)
        #expect(host.received(.hello(LinkUnderTest.hello(counter: 2)), now: 1_010).isEmpty)
        #expect(host.received(.hello(LinkUnderTest.hello(counter: 3)), now: 3_010).isEmpty)
        host.link.known(next: 0, dropped: 0, now: 3_500)
        let counters = host.says(at: 3_500).messages.compactMap {
            if case .welcome(let welcome) = $0 { welcome.counter } else { nil }
        }
        #expect(counters == [3])
    }

    @Test("an answer for a boot that the box has left meanwhile is not used; the box is looked up again")
    func outdatedAnswer() {
        var host = LinkUnderTest()
        _ = host.says(at: 0)
        _ = host.received(.hello(LinkUnderTest.hello(boot: 7)), now: 10)
        let cold = LinkUnderTest.hello(counter: 1, boot: 0)
        _ = host.received(.hello(cold), now: 500)
        host.link.known(next: 4, dropped: 0, now: 600)
        #expect(host.says(at: 600) == [.asks(.identify(cold))])
    }

    @Test("a box of a later protocol only is refused, with the reason")
    func version() {
        var host = LinkUnderTest()
        _ = host.says(at: 0)
        var hello = LinkUnderTest.hello()
        hello.oldestVersion = 2
        hello.newestVersion = 3
        let refusal = Welcome(verdict: .refused, version: 0, reason: .version, ledger: 99, boot: 0, counter: 1)
        #expect(
            host.received(.hello(hello), now: 10) == [.asks(.refused(.version)), .sends(.welcome(refusal))])
        hello.oldestVersion = 1
        #expect(host.received(.hello(hello), now: 5_000) == [.asks(.identify(hello))])
    }

    @Test("the shell may refuse a box")
    func refused() {
        var host = LinkUnderTest()
        _ = host.says(at: 0)
        _ = host.received(.hello(LinkUnderTest.hello()), now: 10)
        host.link.refuse(.notHere, now: 20)
        let refusal = Welcome(verdict: .refused, version: 0, reason: .notHere, ledger: 99, boot: 0, counter: 1)
        #expect(host.says(at: 20) == [.sends(.welcome(refusal))])
        #expect(host.received(LinkUnderTest.press(0), now: 2_000).isEmpty)
    }

    @Test("a gap is told once the store has answered, with its cause, and acknowledged past only when committed")
    func gap() {
        var host = LinkUnderTest()
        _ = host.says(at: 0)
        let ring = RingReport(oldest: 8, next: 9, dropped: 0)
        _ = host.received(.hello(LinkUnderTest.hello(ring: ring, ledger: 99)), now: 10)
        host.link.known(next: 5, dropped: 0, now: 20)
        let said = host.says(at: 20)
        #expect(said.gaps == [GapReport(ticket: 1, boot: 7, from: 5, to: 8, cause: .missing)])
        #expect(said.acks.map(\.next) == [5])
        // It waits for nothing: the press after the gap is stored.
        #expect(host.received(LinkUnderTest.press(8, oldest: 8), now: 30).stored.map(\.record.sequence) == [8])
        #expect(host.committed(through: 2, now: 40).acks.map(\.next) == [9])
    }

    @Test("if another ledger acknowledged last, it is named as the gap's cause")
    func otherLedger() {
        var host = LinkUnderTest()
        _ = host.says(at: 0)
        let ring = RingReport(oldest: 8, next: 8, dropped: 0)
        _ = host.received(.hello(LinkUnderTest.hello(ring: ring, ledger: 55)), now: 10)
        host.link.known(next: 0, dropped: 0, now: 20)
        #expect(host.says(at: 20).gaps == [GapReport(ticket: 1, boot: 7, from: 0, to: 8, cause: .otherLedger)])
    }
}
