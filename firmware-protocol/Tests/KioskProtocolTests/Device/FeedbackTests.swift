import KioskProtocol
import Testing

@Suite("What the box shows")
struct FeedbackTests {
    @Test("received, then stored: the same for every button and for a repeat")
    func receivedThenStored() {
        var box = BoxUnderTest.linked()
        for (index, button) in [0, 1, 2, 3, 4, 4].enumerated() {
            let now = UInt64(index) * 100
            #expect(box.pressed(UInt8(button), now: now).shown == [.feedback(.received)])
            let ack = PressTests.ack(UInt32(index) + 1)
            #expect(box.received(ack, now: now + 10).shown == [.feedback(.stored)])
        }
    }

    @Test("stored is not shown again, and not for an acknowledgement long after the press")
    func late() {
        var box = BoxUnderTest.linked()
        _ = box.pressed(1, now: 0)
        #expect(box.received(PressTests.ack(1), now: 3_001).feedback.isEmpty)
        _ = box.pressed(1, now: 4_000)
        #expect(box.received(PressTests.ack(2), now: 4_100).feedback == [.stored])
        #expect(box.received(PressTests.ack(2), now: 4_200).feedback.isEmpty)
    }

    @Test("stored waits for the last press that was made")
    func lastPress() {
        var box = BoxUnderTest.linked()
        _ = box.pressed(1, now: 0)
        _ = box.pressed(2, now: 10)
        #expect(box.received(PressTests.ack(1), now: 20).feedback.isEmpty)
        #expect(box.received(PressTests.ack(2), now: 30).feedback == [.stored])
    }

    @Test("without a host a press is received all the same; with a full ring it is busy")
    func offline() {
        var box = BoxUnderTest()
        #expect(box.says(at: 0).idle == [.offline])
        for _ in 0..<16 { #expect(box.pressed(1, now: 10).feedback == [.received]) }
        #expect(box.pressed(1, now: 20).feedback == [.busy])
    }

    @Test("the host's standing is the idle light; its text is shown with it; heartbeats repeat it to the host")
    func standing() {
        var box = BoxUnderTest.linked()
        let notice = Notice(standing: .busy, text: BoundedBytes(text: "Xin chờ"))
        #expect(box.received(.notice(notice), now: 10).shown == [.idle(.busy, text: notice.text)])
        #expect(box.received(.heartbeat(token: 3), now: 20).heartbeats.first?.standing == .busy)
        #expect(box.pressed(1, now: 30).feedback == [.received])
        _ = box.received(.notice(Notice(standing: .refused)), now: 40)
        #expect(box.pressed(1, now: 50).feedback == [.refused])
        #expect(box.ring.count == 2)
    }

    @Test("presses carry the open invitation, until its window is over or the host ends it")
    func invitation() {
        var box = BoxUnderTest.linked()
        let open = Invitation(id: 5, window: 1_000)
        let said = box.received(.invite(open), now: 100)
        #expect(said.shown == [.invite(open)])
        #expect(said.heartbeats.first?.invitation == 5)
        #expect(box.pressed(1, now: 1_099).presses.first?.record.invitation == 5)
        #expect(box.says(at: 1_100).shown.contains(.inviteEnded(id: 5)))
        #expect(box.pressed(1, now: 1_101).presses.first?.record.invitation == 0)
        _ = box.received(.invite(Invitation(id: 6, window: 9_000)), now: 2_000)
        #expect(box.received(.inviteEnd(id: 5), now: 2_010).shown.isEmpty)
        #expect(box.received(.inviteEnd(id: 6), now: 2_020).shown == [.inviteEnded(id: 6)])
    }

    @Test("a badge is sent every second until it is answered, and its answer shown once")
    func badge() {
        var box = BoxUnderTest.linked()
        box.device.badge(.badge, secret: BoundedBytes(truncating: [4, 5]), now: 0)
        let first = box.says(at: 0).messages
        #expect(box.says(at: 1_000).messages == first)
        guard case .badge(let request)? = first.first else {
            Issue.record("no badge was sent: \(first)")
            return
        }
        let other = OfficerAnswer(request: request.request &+ 1, outcome: .unknown)
        #expect(box.received(.officer(other), now: 1_100).shown.isEmpty)
        let answer = OfficerAnswer(request: request.request, outcome: .signedOn, name: BoundedBytes(text: "Hoa"))
        #expect(box.received(.officer(answer), now: 1_200).shown == [.officer(answer)])
        #expect(box.received(.officer(answer), now: 1_300).shown.isEmpty)
        #expect(box.says(at: 3_000).messages.isEmpty)
    }

    @Test("text, blink, status and settings are done and answered")
    func orders() {
        var box = BoxUnderTest.linked()
        let text = DisplayText(duration: 3_000, text: BoundedBytes(text: "Xin cảm ơn"))
        #expect(box.received(.text(text), now: 1).shown == [.text(text)])
        #expect(box.received(.blink(seconds: 9), now: 2).shown == [.blink(seconds: 9)])
        let settings = BoxSettings(revision: 4, debounce: 30, brightness: 70, volume: 0, feedbackWindow: 500)
        let said = box.received(.settings(settings), now: 3)
        #expect(said.shown == [.apply(settings)])
        #expect(said.messages == [.settingsAck(revision: 4)])
        _ = box.pressed(1, now: 4)
        guard case .status(let status)? = box.received(.statusRequest, now: 1_000).messages.first else {
            Issue.record("no status was sent")
            return
        }
        #expect(status.uptime == 1_000)
        #expect(status.ringDepth == 1)
        #expect(status.ringCapacity == 16)
        #expect(status.cause == .powerOn)
    }

    @Test("the box answers a heartbeat with its token, and beats by itself when none came for 5 s")
    func heartbeat() {
        var box = BoxUnderTest.linked(now: 0)
        #expect(box.received(.heartbeat(token: 77), now: 1_000).heartbeats.map(\.echo) == [77])
        #expect(box.says(at: 5_999).heartbeats.isEmpty)
        #expect(box.says(at: 6_000).heartbeats.map(\.echo) == [0])
    }

    @Test("an unknown message is skipped, but shows that the host lives")
    func unknown() {
        var box = BoxUnderTest.linked(now: 0)
        #expect(box.received(FrameDecoderTests.frame(payload: 9), now: 14_000).messages.count == 1)
        #expect(box.says(at: 15_000).hellos.isEmpty)
        #expect(box.device.isLinked)
    }
}
