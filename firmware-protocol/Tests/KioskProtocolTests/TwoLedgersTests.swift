import KioskProtocol
import Testing

/// Both halves, joined by a wire without faults, and a host whose store commits at once.
@Suite("A box that is moved between hosts")
struct TwoLedgersTests {
    struct Host {
        var link: KioskLink
        var next: UInt32 = 0
        var presses: [PressRecord] = []
        var gaps: [GapReport] = []

        init(ledger: UInt64) { link = KioskLink(ledger: ledger, now: 0) }

        /// Takes what the box wrote; what the host writes.
        mutating func exchange(_ bytes: [UInt8], now: UInt64) -> [UInt8] {
            for byte in bytes { link.receive(byte, now: now) }
            var written: [UInt8] = []
            while let action = link.next(now: now) {
                switch action {
                case .send(let frame): written += frame.array
                case .identify(let hello) where hello.boot == 0: link.offer(boot: 7, now: now)
                case .identify: link.known(next: next, dropped: 0, now: now)
                case .store(let report):
                    presses.append(report.record)
                    next = report.record.sequence + 1
                    link.committed(through: report.ticket, now: now)
                case .gap(let gap):
                    gaps.append(gap)
                    next = gap.to
                    link.committed(through: gap.ticket, now: now)
                default: break
                }
            }
            return written
        }
    }

    /// Plugs the box into a freshly opened port of the host and lets them talk for a second.
    static func talk(_ box: inout BoxUnderTest, _ host: inout Host, from start: UInt64) {
        let (presses, gaps, next) = (host.presses, host.gaps, host.next)
        host = Host(ledger: host.link.ledger)
        (host.presses, host.gaps, host.next) = (presses, gaps, next)
        box.device.linkOpened(now: start)
        var toBox: [UInt8] = []
        for now in stride(from: start, to: start + 1_000, by: 10) {
            for byte in toBox { box.device.receive(byte, now: now, ring: &box.ring) }
            var toHost: [UInt8] = []
            while let action = box.device.next(now: now, ring: &box.ring) {
                if case .send(let frame) = action { toHost += frame.array }
            }
            toBox = host.exchange(toHost, now: now)
        }
        box.device.linkClosed(now: start + 1_000)
    }

    @Test("each ledger gets its presses, and a gap that names the other for what the other has")
    func moved() {
        var box = BoxUnderTest()
        var first = Host(ledger: 11)
        var second = Host(ledger: 22)
        box.device.press(0, now: 1, ring: &box.ring)
        box.device.press(1, now: 2, ring: &box.ring)
        Self.talk(&box, &first, from: 10)
        #expect(first.presses.map(\.button) == [0, 1])
        #expect(box.ring.ledger == 11)

        box.device.press(2, now: 2_000, ring: &box.ring)
        Self.talk(&box, &second, from: 2_010)
        #expect(second.presses.map(\.sequence) == [2])
        #expect(second.gaps == [GapReport(ticket: 1, boot: 7, from: 0, to: 2, cause: .otherLedger)])
        #expect(box.ring.ledger == 22)

        box.device.press(3, now: 4_000, ring: &box.ring)
        Self.talk(&box, &first, from: 4_010)
        #expect(first.presses.map(\.button) == [0, 1, 3])
        #expect(first.gaps == [GapReport(ticket: 1, boot: 7, from: 2, to: 3, cause: .otherLedger)])
        #expect(box.ring.count == 0)
    }

    @Test("a ledger that was restored to an older state records what is missing, and goes on")
    func restored() {
        var box = BoxUnderTest()
        var host = Host(ledger: 11)
        for button in 0..<4 { box.device.press(UInt8(button), now: 1, ring: &box.ring) }
        Self.talk(&box, &host, from: 10)
        host.next = 1
        host.presses.removeLast(3)
        box.device.press(4, now: 2_000, ring: &box.ring)
        Self.talk(&box, &host, from: 2_010)
        #expect(host.gaps == [GapReport(ticket: 1, boot: 7, from: 1, to: 4, cause: .missing)])
        #expect(host.presses.map(\.sequence) == [0, 4])
    }
}
