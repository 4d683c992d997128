import KioskProtocol
import Testing

/// Any bytes in any order: no trap, no growth, no acknowledgement of what was not stored.
@Suite("A hostile peer")
struct HostileTests {
    static let rounds = 200

    /// Bytes that are noise, noise in good frames, or good messages with any fields.
    static func bytes(_ chance: inout SplitMix, toHost: Bool) -> [UInt8] {
        let noise = (0..<Int(chance.below(140))).map { _ in UInt8(truncatingIfNeeded: chance.next()) }
        switch chance.below(4) {
        case 0: return noise
        case 1: return sealed([UInt8(chance.below(256))] + noise.prefix(123))
        case 2: return sealed([UInt8(chance.below(14)) + (toHost ? 0 : 0x40)] + noise.prefix(123))
        default: return toHost ? good(&chance) : order(&chance)
        }
    }

    static func sealed(_ body: [UInt8]) -> [UInt8] {
        let checksum = CRC32CTests.checksum(body)
        let whole = body + (0..<4).map { UInt8(truncatingIfNeeded: checksum >> UInt32(8 * $0)) }
        return whole.split(separator: 0, omittingEmptySubsequences: false).flatMap { [UInt8($0.count + 1)] + $0 } + [0]
    }

    static func good(_ chance: inout SplitMix) -> [UInt8] {
        let edges: [UInt32] = [0, 1, 2, 8, 63, 64, 65, 0xFFFF_FFBF, 0xFFFF_FFFE, 0xFFFF_FFFF]
        func word(_ chance: inout SplitMix) -> UInt32 { edges[Int(chance.below(UInt64(edges.count)))] }
        let oldest = word(&chance)
        let next = chance.once(in: 3) ? word(&chance) : oldest &+ UInt32(chance.below(65))
        let ring = RingReport(oldest: oldest, next: next, dropped: word(&chance))
        let boot = chance.below(3)
        switch chance.below(3) {
        case 0: return BoxMessage.hello(LinkUnderTest.hello(boot: boot, ring: ring, ledger: boot)).encoded().array
        case 1: return LinkUnderTest.heartbeat(ring, echo: UInt16(chance.below(4)), boot: boot).encoded().array
        default:
            let record = LinkUnderTest.record(oldest &+ UInt32(chance.below(10)), button: UInt8(chance.below(9)))
            return BoxMessage.press(PressMessage(boot: boot, tick: 0, resets: 0, ring: ring, record: record))
                .encoded().array
        }
    }

    static func order(_ chance: inout SplitMix) -> [UInt8] {
        let boot = chance.below(9)
        switch chance.below(5) {
        case 0:
            let verdict: Welcome.Verdict = chance.once(in: 2) ? .offered : .accepted
            let welcome = Welcome(
                verdict: verdict, version: 1, reason: .none, ledger: 1, boot: boot, counter: UInt16(chance.below(5)))
            return HostMessage.welcome(welcome).encoded().array
        case 1:
            let ack = Ack(boot: boot, next: UInt32(chance.below(20)), dropped: UInt32(chance.below(20)))
            return HostMessage.ack(ack).encoded().array
        case 2: return HostMessage.renew(Renewal(oldBoot: boot, newBoot: chance.below(9))).encoded().array
        case 3: return HostMessage.helloRequest.encoded().array
        default:
            return HostMessage.invite(Invitation(id: 1, window: UInt32(truncatingIfNeeded: chance.next()))).encoded()
                .array
        }
    }

    @Test("the host's half never traps, never grows, never acknowledges what was not committed")
    func host() {
        for seed in 1...UInt64(Self.rounds) {
            var chance = SplitMix(seed: seed)
            var link = KioskLink(ledger: 99, now: 0)
            var now: UInt64 = 0
            var committed: Set<UInt32> = []
            var gaps: [GapReport] = []
            var waiting: [LinkAction] = []
            var boot: UInt64 = 0
            for _ in 0..<200 {
                now += chance.below(3_000)
                for byte in Self.bytes(&chance, toHost: true) { link.receive(byte, now: now) }
                var pulled = 0
                while let action = link.next(now: now) {
                    pulled += 1
                    switch action {
                    case .identify(let hello):
                        if hello.boot != boot { (committed, gaps) = ([], []) }
                        boot = hello.boot
                        link.offer(boot: 3, now: now)
                        link.known(next: UInt32(chance.below(3)), dropped: 0, now: now)
                    case .store, .gap, .dropped: waiting.append(action)
                    case .send(let frame):
                        for case .ack(let ack) in bodies(frame.array).compactMap({ HostMessage($0) }) {
                            Self.check(ack, boot, committed, gaps, link.hello)
                        }
                    default: break
                    }
                }
                #expect(pulled < 100, "seed \(seed)")
                #expect(link.uncommitted <= WireLimits.observationsInFlight, "seed \(seed)")
                guard chance.once(in: 3) else { continue }
                var last: UInt64 = 0
                for action in waiting {
                    switch action {
                    case .store(let report):
                        if report.boot == boot { committed.insert(report.record.sequence) }
                        last = report.ticket
                    case .gap(let gap):
                        if gap.boot == boot { gaps.append(gap) }
                        last = gap.ticket
                    case .dropped(let drop): last = drop.ticket
                    default: break
                    }
                }
                waiting = []
                link.committed(through: last, now: now)
            }
        }
    }

    /// What is acknowledged is committed, in a committed gap, or was never held since the hello.
    static func check(_ ack: Ack, _ boot: UInt64, _ committed: Set<UInt32>, _ gaps: [GapReport], _ hello: Hello?) {
        guard let hello, ack.boot == boot, ack.next > hello.ring.oldest else { return }
        for sequence in hello.ring.oldest..<ack.next where !committed.contains(sequence) {
            let isGap = gaps.contains { $0.from <= sequence && sequence < $0.to }
            #expect(isGap, "press \(sequence) was acknowledged and is neither committed nor a gap")
        }
    }

    @Test("the box's half never traps, and loses no press but those that the peer, once welcomed, acknowledges")
    func box() {
        for seed in 1...UInt64(Self.rounds) {
            var chance = SplitMix(seed: seed)
            var box = BoxUnderTest()
            var sent: Set<UInt32> = []
            var boot = box.ring.boot
            for _ in 0..<200 {
                let now = box.now(after: chance.below(3_000))
                if chance.once(in: 3) { box.device.press(UInt8(chance.below(5)), now: now, ring: &box.ring) }
                let before = box.ring
                for byte in Self.bytes(&chance, toHost: false) { box.device.receive(byte, now: now, ring: &box.ring) }
                let isSameBoot = box.ring.boot == before.boot
                if isSameBoot, box.ring.oldest > before.oldest {
                    for sequence in before.oldest..<box.ring.oldest {
                        #expect(sent.contains(sequence), "seed \(seed): \(sequence) was let go, and never sent")
                    }
                }
                let said = box.says(at: now)
                #expect(said.count < 100, "seed \(seed)")
                if box.ring.boot != boot { sent = [] }
                boot = box.ring.boot
                sent.formUnion(said.sequences)
                if chance.once(in: 40) {
                    box.warmReset()
                    box.clock = 0
                }
            }
        }
    }
}
