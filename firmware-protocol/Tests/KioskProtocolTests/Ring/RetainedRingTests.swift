import KioskProtocol
import Testing

@Suite("Retained memory")
struct RetainedRingTests {
    @Test("power-on memory is a cold start: no boot, no presses, no resets")
    func powerOn() {
        var ring = RetainedRing<4>()
        var device = KioskDevice(identity: BoxUnderTest.identity)
        #expect(!device.start(ring: &ring, now: 0, cause: .powerOn))
        #expect(ring.boot == 0)
        #expect(ring.report == RingReport(oldest: 0, next: 0, dropped: 0))
        #expect(ring.resets == 0)
    }

    @Test("a warm reset keeps boot, presses and drops, and counts itself")
    func warmReset() {
        var box = BoxUnderTest.linked()
        for button in 0..<18 { _ = box.pressed(UInt8(button % 5), now: 10) }
        let records = (0..<16).map { box.ring.record($0) }
        box.warmReset()
        #expect(box.ring.boot == 7)
        #expect(box.ring.report == RingReport(oldest: 0, next: 16, dropped: 2))
        #expect(box.ring.resets == 1)
        #expect((0..<16).map { box.ring.record($0) } == records)
        box.warmReset()
        #expect(box.ring.resets == 2)
    }

    @Test("presses taken before the first boot are kept over a warm reset and over the offer of a boot")
    func pressesBeforeBoot() {
        var box = BoxUnderTest()
        _ = box.pressed(3, now: 5)
        box.warmReset()
        #expect(box.ring.boot == 0)
        #expect(box.ring.count == 1)
        let said = box.welcomed(now: 10)
        #expect(box.ring.boot == 7)
        #expect(said.sequences == [0])
        #expect(said.presses.first?.record.button == 3)
        #expect(said.presses.first?.record.resets == 0)
        #expect(said.presses.first?.resets == 1)
    }

    @Test("a reset at any store of a press leaves the press whole or not at all, and its sequence is used once")
    func tornPress() {
        var outcomes: Set<Int> = []
        for stores in 0..<30 {
            var box = BoxUnderTest.linked()
            for button in 0..<3 { _ = box.pressed(UInt8(button), now: 10) }
            let before = box.ring
            _ = box.pressed(4, now: 20)
            let record = box.ring.record(3)
            box.ring = .interrupted(from: before, to: box.ring, stores: stores)
            box.warmReset()
            #expect(box.ring.boot == 7)
            #expect(box.ring.oldest == 0)
            #expect((0..<3).allSatisfy { box.ring.record(UInt32($0)) == before.record(UInt32($0)) })
            outcomes.insert(box.ring.count)
            if box.ring.count == 4 { #expect(box.ring.record(3) == record) }
            _ = box.pressed(2, now: 30)
            #expect(box.ring.record(box.ring.next - 1)?.button == 2)
        }
        #expect(outcomes == [3, 4])
    }

    @Test("a reset at any store of an acknowledgement leaves the ring as before or as after")
    func tornRelease() {
        var outcomes: Set<UInt32> = []
        for stores in 0..<12 {
            var box = BoxUnderTest.linked()
            for button in 0..<3 { _ = box.pressed(UInt8(button), now: 10) }
            let before = box.ring
            _ = box.received(.ack(Ack(boot: 7, next: 2, dropped: 0)), now: 20)
            box.ring = .interrupted(from: before, to: box.ring, stores: stores)
            box.warmReset()
            #expect(box.ring.next == 3)
            outcomes.insert(box.ring.oldest)
        }
        #expect(outcomes == [0, 2])
    }

    @Test("a reset at any store of a renewal leaves the old boot, empty, or the new one, empty")
    func tornRenewal() {
        var outcomes: Set<UInt64> = []
        for stores in 0..<120 {
            var box = BoxUnderTest.linked()
            for button in 0..<3 { _ = box.pressed(UInt8(button), now: 10) }
            _ = box.received(.ack(Ack(boot: 7, next: 3, dropped: 0)), now: 20)
            let before = box.ring
            _ = box.received(.renew(Renewal(oldBoot: 7, newBoot: 8)), now: 30)
            box.ring = .interrupted(from: before, to: box.ring, stores: stores)
            box.warmReset()
            #expect(box.ring.count == 0)
            outcomes.insert(box.ring.boot)
        }
        #expect(outcomes == [7, 8])
    }

    @Test("a press of an earlier boot is not found again in a new one")
    func noGhosts() {
        var box = BoxUnderTest.linked()
        for button in 0..<3 { _ = box.pressed(UInt8(button), now: 10) }
        _ = box.received(.ack(Ack(boot: 7, next: 3, dropped: 0)), now: 20)
        _ = box.received(.renew(Renewal(oldBoot: 7, newBoot: 8)), now: 30)
        box.warmReset()
        #expect(box.ring.boot == 8)
        #expect(box.ring.next == 0)
    }

    @Test("the tick goes on over a warm reset, loses at most a second, and is never below a press in the ring")
    func tick() {
        var box = BoxUnderTest(now: 0)
        for now in stride(from: 0, through: 10_900, by: 100) { _ = box.says(at: UInt64(now)) }
        let before = box.device.tick(now: 10_999)
        box.warmReset()
        #expect(before - box.device.tick(now: 0) <= 1_000)
        _ = box.pressed(1, now: 400)
        let pressed = box.device.tick(now: 400)
        box.warmReset()
        #expect(box.device.tick(now: 0) >= pressed)
    }

    @Test("a simulator can move the tick ahead")
    func advancing() {
        var box = BoxUnderTest()
        let before = box.device.tick(now: 100)
        box.device.advanceTick(by: 86_400_000, now: 100, ring: &box.ring)
        #expect(box.device.tick(now: 100) == before + 86_400_000)
        box.warmReset()
        #expect(box.device.tick(now: 0) >= before + 86_400_000)
    }
}
