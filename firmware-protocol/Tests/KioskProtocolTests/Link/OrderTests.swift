import KioskProtocol
import Testing

@Suite("The host's orders, and the box's life")
struct OrderTests {
    @Test("a heartbeat goes out every 5 s; its answer gives round trip, tick and resets")
    func heartbeat() {
        var host = LinkUnderTest.linked(now: 0)
        #expect(host.says(at: 4_999).isEmpty)
        #expect(host.says(at: 5_000).messages == [.heartbeat(token: 1)])
        let said = host.received(LinkUnderTest.heartbeat(echo: 1), now: 5_012)
        let sample = LifeSample(
            roundTrip: 12, now: 5_012, boot: 7, resets: 0, tick: 3_000,
            ring: RingReport(oldest: 0, next: 0, dropped: 0), isFull: false, hasStuckButton: false)
        #expect(said.actions == [.sample(sample)])
        #expect(host.received(LinkUnderTest.heartbeat(echo: 1), now: 5_020).actions.isEmpty)
    }

    @Test("a box that is silent for 15 s is dead, once; the link goes on asking and revives with a hello")
    func dead() {
        var host = LinkUnderTest.linked(now: 0)
        var times: [UInt64] = []
        for now in 0...31_000 as ClosedRange<UInt64> where host.says(at: now).actions == [.dead] { times.append(now) }
        #expect(times == [15_000])
        #expect(!host.link.isLinked)
        #expect(host.received(.hello(LinkUnderTest.hello(counter: 2)), now: 32_000).actions.count == 1)
        host.link.known(next: 0, dropped: 0, now: 32_010)
        _ = host.says(at: 32_010)
        #expect(host.link.isLinked)
    }

    @Test("a probed box that answers is alive; one that is silent for 2 s is silent")
    func probe() {
        var host = LinkUnderTest.linked(now: 0)
        host.link.probe(now: 1_000)
        #expect(host.says(at: 1_000).messages == [.heartbeat(token: 1)])
        #expect(host.received(LinkUnderTest.heartbeat(echo: 1), now: 1_010).actions.first == .alive)
        host.link.probe(now: 2_000)
        _ = host.says(at: 2_000)
        #expect(host.says(at: 3_999).isEmpty)
        #expect(host.says(at: 4_000) == [.asks(.silent)])
    }

    @Test("settings are sent every second until confirmed, and again on the next link")
    func settings() {
        var host = LinkUnderTest.linked(now: 0)
        let settings = BoxSettings(revision: 3)
        host.link.settings(settings, now: 100)
        #expect(host.says(at: 100).messages == [.settings(settings)])
        #expect(host.says(at: 1_100).messages == [.settings(settings)])
        #expect(host.received(.settingsAck(revision: 2), now: 1_150).actions.isEmpty)
        #expect(host.received(.settingsAck(revision: 3), now: 1_200).actions == [.settingsApplied(revision: 3)])
        #expect(host.says(at: 2_200).isEmpty)
        _ = host.received(.hello(LinkUnderTest.hello(counter: 2)), now: 3_000)
        host.link.known(next: 0, dropped: 0, now: 3_010)
        #expect(host.says(at: 3_010).messages.contains(.settings(settings)))
    }

    @Test("an invitation is sent again with what is left of its window, until the box shows it")
    func invitation() {
        var host = LinkUnderTest.linked(now: 0)
        host.link.invite(Invitation(id: 5, window: 3_000), now: 100)
        #expect(host.says(at: 100).messages == [.invite(Invitation(id: 5, window: 3_000))])
        #expect(host.says(at: 1_100).messages == [.invite(Invitation(id: 5, window: 2_000))])
        #expect(host.received(LinkUnderTest.heartbeat(invitation: 5), now: 1_200).actions == [.invited(id: 5)])
        #expect(host.says(at: 2_100).isEmpty)
        host.link.endInvitation(id: 5, now: 2_200)
        #expect(host.says(at: 2_200).messages == [.inviteEnd(id: 5)])
        #expect(host.says(at: 3_200).messages == [.inviteEnd(id: 5)])
        _ = host.received(LinkUnderTest.heartbeat(), now: 3_300)
        #expect(host.says(at: 4_200).isEmpty)
    }

    @Test("an invitation that is opened again before its end was heard leaves no deadline behind")
    func reopenedInvitation() {
        var host = LinkUnderTest.linked(now: 0)
        host.link.endInvitation(id: 5, now: 100)
        _ = host.says(at: 100)
        host.link.invite(Invitation(id: 5, window: 3_000), now: 200)
        _ = host.says(at: 200)
        _ = host.received(LinkUnderTest.heartbeat(invitation: 5), now: 300)
        _ = host.says(at: 1_200)
        #expect(host.link.deadline > 1_200)
    }

    @Test("an invitation whose window is over is not sent any more")
    func lateInvitation() {
        var host = LinkUnderTest.linked(now: 0)
        host.link.invite(Invitation(id: 5, window: 1_500), now: 0)
        #expect(host.says(at: 0).messages.count == 1)
        #expect(host.says(at: 1_000).messages.count == 1)
        #expect(host.says(at: 2_000).messages.isEmpty)
    }

    @Test("a notice is told again to a box that shows another, and on every link")
    func notice() {
        var host = LinkUnderTest.linked(now: 0)
        host.link.notice(Notice(standing: .busy), now: 10)
        #expect(host.says(at: 10).messages == [.notice(Notice(standing: .busy))])
        let told = host.received(LinkUnderTest.heartbeat(standing: .ready), now: 20).messages
        #expect(told == [.notice(Notice(standing: .busy))])
        #expect(host.received(LinkUnderTest.heartbeat(standing: .busy), now: 30).messages.isEmpty)
    }

    @Test("a badge is asked once; its answer is repeated as often as the box asks again")
    func badge() {
        var host = LinkUnderTest.linked(now: 0)
        let request = BadgeRequest(request: 4, kind: .pin, secret: BoundedBytes(text: "4711"))
        #expect(host.received(.badge(request), now: 10).actions == [.badge(request)])
        #expect(host.received(.badge(request), now: 1_010).isEmpty)
        let answer = OfficerAnswer(request: 4, outcome: .signedOn, name: BoundedBytes(text: "Hoa"))
        host.link.officer(OfficerAnswer(request: 3, outcome: .unknown), now: 1_100)
        #expect(host.says(at: 1_100).isEmpty)
        host.link.officer(answer, now: 1_200)
        #expect(host.says(at: 1_200).messages == [.officer(answer)])
        #expect(host.received(.badge(request), now: 2_010).messages == [.officer(answer)])
    }

    @Test("a renewal is repeated every 2 s until the box says hello with another boot")
    func renewal() {
        var host = LinkUnderTest.linked(now: 0)
        host.link.renew(boot: 8, now: 100)
        host.link.renew(boot: 9, now: 110)
        let order = HostMessage.renew(Renewal(oldBoot: 7, newBoot: 8))
        #expect(host.says(at: 110).messages == [order])
        #expect(host.says(at: 2_110).messages == [order])
        _ = host.received(.hello(LinkUnderTest.hello(counter: 2, boot: 8)), now: 2_200)
        host.link.known(next: 0, dropped: 0, now: 2_210)
        #expect(!host.says(at: 4_500).messages.contains(order))
    }

    @Test("text, blink and status requests are sent once")
    func once() {
        var host = LinkUnderTest.linked(now: 0)
        let text = DisplayText(duration: 100, text: BoundedBytes(text: "A"))
        host.link.text(text, now: 1)
        host.link.blink(seconds: 5, now: 1)
        host.link.requestStatus(now: 1)
        #expect(host.says(at: 1).messages == [.text(text), .blink(seconds: 5), .statusRequest])
        #expect(host.says(at: 3_000).isEmpty)
    }

    @Test("a status is handed on")
    func status() {
        var host = LinkUnderTest.linked(now: 0)
        let status = BoxStatus(
            uptime: 9, cause: .pin, resets: 1, ringDepth: 0, ringCapacity: 64, badFrames: 2, resends: 3,
            stuckButtons: 4)
        #expect(host.received(.status(status), now: 10).actions == [.status(status)])
    }
}
