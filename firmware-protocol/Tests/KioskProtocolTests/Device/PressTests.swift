import KioskProtocol
import Testing

@Suite("The box's presses")
struct PressTests {
    static func ack(_ next: UInt32, boot: UInt64 = 7, dropped: UInt32 = 0) -> HostMessage {
        .ack(Ack(boot: boot, next: next, dropped: dropped))
    }

    @Test("a press is sent at once, and kept until it is acknowledged")
    func sent() {
        var box = BoxUnderTest.linked()
        #expect(box.pressed(3, now: 100).sequences == [0])
        #expect(box.ring.count == 1)
        _ = box.received(Self.ack(1), now: 110)
        #expect(box.ring.count == 0)
        #expect(box.says(at: 5_000).presses.isEmpty)
    }

    @Test("a dropped ACK makes the box resend the same bytes, with the tick of now beside them")
    func resend() {
        var box = BoxUnderTest.linked()
        let first = box.pressed(3, now: 100).presses.first
        #expect(box.says(at: 399).presses.isEmpty)
        let second = box.says(at: 400).presses.first
        #expect(second?.record == first?.record)
        #expect((second?.tick ?? 0) - (first?.tick ?? 0) == 300)
        #expect(box.device.resends == 1)
    }

    @Test("the resend timer is 300 ms, doubles up to 2.4 s, and begins anew with progress")
    func resendTimer() {
        var box = BoxUnderTest.linked()
        var times: [UInt64] = []
        _ = box.pressed(0, now: 0)
        _ = box.pressed(1, now: 0)
        for now in 1...9_000 as ClosedRange<UInt64> {
            if now % 5_000 == 0 { _ = box.received(.heartbeat(token: 1), now: now) }
            if box.says(at: now).sequences.first == 0 { times.append(now) }
        }
        #expect(times == [300, 900, 2_100, 4_500, 6_900])
        _ = box.received(Self.ack(1), now: 9_001)
        #expect(box.says(at: 9_300).sequences.isEmpty)
        #expect(box.says(at: 9_301).sequences == [1])
    }

    @Test("at most eight presses are on their way; an acknowledgement lets the next ones go")
    func window() {
        var box = BoxUnderTest.linked()
        var sent: [UInt32] = []
        for _ in 0..<12 { sent += box.pressed(1, now: 10).sequences }
        #expect(sent == Array(0..<8))
        #expect(box.received(Self.ack(3), now: 20).sequences == [8, 9, 10])
    }

    @Test("after the timer all that is not acknowledged goes again, from the oldest")
    func goBack() {
        var box = BoxUnderTest.linked()
        for _ in 0..<3 { _ = box.pressed(1, now: 10) }
        #expect(box.says(at: 310).sequences == [0, 1, 2])
    }

    @Test("an acknowledgement of another boot, of what was not sent, or an old one changes nothing")
    func wrongAcks() {
        var box = BoxUnderTest.linked()
        for _ in 0..<10 { _ = box.pressed(1, now: 10) }
        _ = box.received(Self.ack(3, boot: 8), now: 20)
        _ = box.received(Self.ack(9), now: 20)
        _ = box.received(Self.ack(.max), now: 20)
        #expect(box.ring.oldest == 0)
        _ = box.received(Self.ack(5), now: 30)
        _ = box.received(Self.ack(4), now: 30)
        #expect(box.ring.oldest == 5)
    }

    @Test("an acknowledgement that comes during a greeting is ignored")
    func ackInGreeting() {
        var box = BoxUnderTest.linked()
        _ = box.pressed(1, now: 10)
        _ = box.received(.helloRequest, now: 20)
        _ = box.received(Self.ack(1), now: 30)
        #expect(box.ring.count == 1)
    }

    @Test("a full ring keeps the oldest; the press that found no room takes no sequence and is told as dropped")
    func overflow() {
        var box = BoxUnderTest()
        for button in 0..<16 { #expect(box.device.press(UInt8(button % 5), now: 1, ring: &box.ring) == .received) }
        #expect(box.device.press(4, now: 2, ring: &box.ring) == .busy)
        #expect(box.device.press(4, now: 3, ring: &box.ring) == .busy)
        #expect(box.ring.report == RingReport(oldest: 0, next: 16, dropped: 2))
        #expect(box.ring.record(0)?.button == 0)
        #expect(box.says(at: 5).hellos.first?.ring.dropped == 2)
        let said = box.welcomed(now: 1_005)
        #expect(said.presses.map(\.ring.dropped) == Array(repeating: 2, count: 8))
        // Room again: the next press takes the next sequence.
        _ = box.received(Self.ack(4, dropped: 2), now: 1_010)
        _ = box.pressed(3, now: 1_020)
        #expect(box.ring.record(16)?.button == 3)
    }

    @Test("a drop is told with a heartbeat at once")
    func dropTold() {
        var box = BoxUnderTest.linked()
        for _ in 0..<16 { _ = box.pressed(1, now: 10) }
        #expect(box.pressed(1, now: 20).heartbeats.first?.ring.dropped == 1)
    }

    @Test("after a warm reset the press is resent with its own tick and reset count, and the present ones differ")
    func timeLost() {
        var box = BoxUnderTest.linked()
        let first = box.pressed(2, now: 700).presses.first
        box.warmReset()
        let hello = box.says(at: 0).hellos.first
        #expect(hello?.resets == 1)
        #expect(hello?.cause == .watchdog)
        let second = box.received(GreetingTests.accept(hello), now: 50).presses.first
        #expect(second?.record == first?.record)
        #expect(second?.resets == 1)
        #expect(second?.record.resets == 0)
    }

    @Test("an acknowledgement of before a warm reset does not release what this link has not sent")
    func staleAck() {
        var box = BoxUnderTest.linked()
        _ = box.pressed(2, now: 10)
        box.warmReset()
        // Welcomed, and the acknowledgement arrives before the press could be sent.
        let hello = box.says(at: 0).hellos.first
        for byte in GreetingTests.accept(hello).encoded().array + Self.ack(1).encoded().array {
            box.device.receive(byte, now: 5, ring: &box.ring)
        }
        #expect(box.ring.count == 1)
        #expect(box.says(at: 5).sequences == [0])
    }
}
