import KioskProtocol
import Testing

@Suite("What the host stores and acknowledges")
struct StoreTests {
    @Test("a press is handed to the store, and acknowledged only when committed")
    func commit() {
        var host = LinkUnderTest.linked()
        let said = host.received(LinkUnderTest.press(0), now: 10)
        #expect(said.stored.map(\.record) == [LinkUnderTest.record(0)])
        #expect(said.acks.isEmpty)
        #expect(host.says(at: 4_000).acks.isEmpty)
        #expect(host.committed(through: 1, now: 4_100).acks == [Ack(boot: 7, next: 1, dropped: 0)])
    }

    @Test("the age of a press is told from the box's own ticks")
    func age() {
        var host = LinkUnderTest.linked()
        let report = host.received(LinkUnderTest.press(0), now: 10).stored.first
        #expect(report?.age == 1_500)
        #expect(report?.isTimeLost == false)
    }

    @Test("a press whose bytes come again while it is being stored is ignored, and counted")
    func repeatInFlight() {
        var host = LinkUnderTest.linked()
        _ = host.received(LinkUnderTest.press(0), now: 10)
        #expect(host.received(LinkUnderTest.press(0), now: 310).isEmpty)
        #expect(host.link.resends == 1)
    }

    @Test("a press whose ACK was lost comes again: the store compares it, and it is acknowledged again")
    func repeatAfterCommit() {
        var host = LinkUnderTest.linked()
        _ = host.received(LinkUnderTest.press(0), now: 10)
        _ = host.committed(through: 1, now: 20)
        let again = host.received(LinkUnderTest.press(0), now: 310)
        #expect(again.stored.map(\.isRepeat) == [true])
        #expect(again.acks.isEmpty)
        #expect(host.committed(through: 2, now: 320).acks.map(\.next) == [1])
    }

    @Test("another press under a sequence that is being stored goes to the store, and holds the ACK back")
    func conflictInFlight() {
        var host = LinkUnderTest.linked()
        _ = host.received(LinkUnderTest.press(0, button: 1), now: 10)
        let other = host.received(LinkUnderTest.press(0, button: 2), now: 20).stored
        #expect(other.map(\.record.button) == [2])
        #expect(host.committed(through: 1, now: 30).acks.map(\.next) == [0])
        #expect(host.committed(through: 2, now: 40).acks.map(\.next) == [1])
    }

    @Test("a press that comes before the one that is due waits: it is not stored, the box is told where the host is")
    func reorder() {
        var host = LinkUnderTest.linked()
        let said = host.received(LinkUnderTest.press(1), now: 10)
        #expect(said.stored.isEmpty)
        #expect(said.acks.map(\.next) == [0])
        #expect(host.received(LinkUnderTest.press(0, next: 2), now: 20).stored.map(\.record.sequence) == [0])
        #expect(host.received(LinkUnderTest.press(1), now: 30).stored.map(\.record.sequence) == [1])
    }

    @Test("commits acknowledge in one go, whatever number they cover")
    func cumulative() {
        var host = LinkUnderTest.linked()
        for sequence in 0..<6 { _ = host.received(LinkUnderTest.press(UInt32(sequence)), now: 10) }
        #expect(host.committed(through: 4, now: 20).acks.map(\.next) == [4])
        #expect(host.committed(through: 6, now: 30).acks.map(\.next) == [6])
    }

    @Test("a ticket that was never given, or is confirmed twice, acknowledges nothing")
    func wrongTickets() {
        var host = LinkUnderTest.linked()
        _ = host.received(LinkUnderTest.press(0), now: 10)
        #expect(host.committed(through: 2, now: 20).isEmpty)
        _ = host.committed(through: 1, now: 30)
        #expect(host.committed(through: 1, now: 40).isEmpty)
    }

    @Test("no more than sixteen observations wait for their commit; what comes then counts as lost on the wire")
    func bounded() {
        var host = LinkUnderTest.linked()
        var handed = 0
        for sequence in 0..<40 as Range<UInt32> {
            handed += host.received(LinkUnderTest.press(sequence), now: 10).stored.count
        }
        #expect(handed <= WireLimits.observationsInFlight)
        #expect(handed >= Int(WireLimits.window))
        #expect(host.link.uncommitted == handed)
        _ = host.committed(through: UInt64(handed), now: 20)
        let next = UInt32(handed)
        #expect(host.received(LinkUnderTest.press(next, next: 40), now: 30).stored.map(\.record.sequence) == [next])
    }

    @Test("a hello in between: what was handed before it acknowledges nothing, the box sends it again")
    func helloInBetween() {
        var host = LinkUnderTest.linked()
        _ = host.received(LinkUnderTest.press(0), now: 10)
        _ = host.received(
            .hello(LinkUnderTest.hello(counter: 2, ring: RingReport(oldest: 0, next: 1, dropped: 0))), now: 500)
        #expect(host.committed(through: 1, now: 510).acks.isEmpty)
        host.link.known(next: 1, dropped: 0, now: 520)
        #expect(host.says(at: 520).acks.map(\.next) == [0])
        let again = host.received(LinkUnderTest.press(0), now: 530)
        #expect(again.stored.map(\.isRepeat) == [true])
        #expect(host.committed(through: 2, now: 540).acks.map(\.next) == [1])
    }

    @Test("a press of a new boot is stored, though one of the old boot with the same bytes is not committed yet")
    func sameRecordOfTwoBoots() {
        var host = LinkUnderTest.linked()
        _ = host.received(LinkUnderTest.press(0), now: 10)
        _ = host.received(.hello(LinkUnderTest.hello(counter: 2, boot: 8)), now: 500)
        host.link.known(next: 0, dropped: 0, now: 510)
        _ = host.says(at: 510)
        #expect(host.received(LinkUnderTest.press(0, boot: 8), now: 520).stored.map(\.boot) == [8])
        #expect(host.committed(through: 1, now: 530).acks.isEmpty)
        #expect(host.committed(through: 2, now: 540).acks == [Ack(boot: 8, next: 1, dropped: 0)])
    }

    @Test("a box that begins its sequences again under an old boot loses nothing: each press is compared")
    func sequencesFromZeroAgain() {
        var host = LinkUnderTest.linked(ring: RingReport(oldest: 0, next: 2, dropped: 0), next: 5)
        #expect(host.received(LinkUnderTest.press(0, next: 2), now: 10).stored.map(\.isRepeat) == [true])
        #expect(host.received(LinkUnderTest.press(1), now: 20).stored.map(\.isRepeat) == [true])
        #expect(host.committed(through: 1, now: 30).acks.map(\.next) == [1])
        #expect(host.committed(through: 2, now: 40).acks.map(\.next) == [2])
    }

    @Test("drops are handed once, acknowledged when committed, and again when there are more")
    func drops() {
        var host = LinkUnderTest.linked()
        let ring = RingReport(oldest: 0, next: 0, dropped: 3)
        let said = host.received(LinkUnderTest.heartbeat(ring), now: 10)
        #expect(said.actions == [.dropped(DropReport(ticket: 1, boot: 7, total: 3))])
        #expect(host.received(LinkUnderTest.heartbeat(ring), now: 20).actions.isEmpty)
        #expect(host.committed(through: 1, now: 30).acks == [Ack(boot: 7, next: 0, dropped: 3)])
        let more = LinkUnderTest.press(0, dropped: 4)
        #expect(
            host.received(more, now: 40).actions.first == .dropped(DropReport(ticket: 2, boot: 7, total: 4)))
    }

    @Test("presses that exist in the box and are not handed yet are announced")
    func announced() {
        var host = LinkUnderTest.linked()
        #expect(
            host.received(LinkUnderTest.press(0, next: 3), now: 10).actions.last == .announced(boot: 7, next: 3))
        #expect(host.received(LinkUnderTest.press(1, next: 3), now: 20).actions.count == 1)
        let beat = LinkUnderTest.heartbeat(RingReport(oldest: 0, next: 4, dropped: 0))
        #expect(host.received(beat, now: 30).actions == [.announced(boot: 7, next: 4)])
    }

    @Test("a gap that opens while the link is up is told, and the link goes on")
    func gapLater() {
        var host = LinkUnderTest.linked()
        let said = host.received(LinkUnderTest.press(6, oldest: 4, next: 8), now: 10)
        #expect(said.gaps == [GapReport(ticket: 1, boot: 7, from: 0, to: 4, cause: .missing)])
        #expect(said.stored.isEmpty)
        #expect(host.received(LinkUnderTest.press(4, oldest: 4), now: 20).stored.map(\.record.sequence) == [4])
        #expect(host.committed(through: 2, now: 30).acks.map(\.next) == [5])
    }

    @Test("a ring that holds more than it said it can is a bad frame")
    func impossibleRing() {
        var host = LinkUnderTest.linked()
        #expect(host.received(LinkUnderTest.press(0, next: 65), now: 10).isEmpty)
        #expect(host.link.badFrames == 1)
    }
}
