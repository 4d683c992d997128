import KioskProtocol

/// A link whose box, whose store and whose time are the fuzzer's.
struct LinkTarget {
    private static let ledger: UInt64 = 99

    private var source: ByteSource
    private var link = KioskLink(ledger: ledger, now: 0)
    private var oracle = LinkOracle()
    private var now: UInt64 = 0
    private var asked: Hello?
    private var token: UInt16 = 0
    private var badge: UInt16 = 0

    static func run(_ bytes: [UInt8]) throws {
        var target = LinkTarget(source: ByteSource(bytes))
        try target.pull()
        while !target.source.isEmpty { try target.step() }
    }

    private init(source: ByteSource) { self.source = source }

    private mutating func step() throws {
        switch source.below(16) {
        case 0: now += UInt64(source.u8())
        case 1: now += UInt64(source.u16())
        case 2: receive(source.take(source.below(64)))
        case 3: receive(Framing.sealed([source.u8()] + source.take(source.below(100))))
        case 4: receive(BoxMessage.hello(hello()).encoded().array)
        case 5, 6: receive(press())
        case 7: receive(BoxMessage.heartbeat(heartbeat()).encoded().array)
        case 8: receive(aside())
        case 9: damage(press())
        case 10, 11: commit()
        case 12, 13: answer()
        default: order()
        }
        try pull()
    }

    private mutating func receive(_ bytes: [UInt8]) {
        for byte in bytes { link.receive(byte, now: now) }
    }

    private mutating func damage(_ frame: [UInt8]) {
        var frame = frame
        frame[source.below(frame.count)] ^= 1 << UInt8(source.below(8))
        receive(frame)
    }

    /// Does what the link wants until it wants nothing.
    private mutating func pull() throws {
        var count = 0
        while let action = link.next(now: now) {
            count += 1
            try demand(count < 100, "the link does not come to an end")
            try oracle.take(action, of: link.hello)
            switch action {
            case .identify(let hello):
                try demand(asked == nil, "a second question before the first was answered")
                asked = hello
            case .send(let frame):
                for case .heartbeat(let sent) in Framing.bodies(frame.array).compactMap({ HostMessage($0) }) {
                    token = sent
                }
            case .badge(let request): badge = request.request
            default: break
            }
        }
        try demand(link.uncommitted <= WireLimits.observationsInFlight, "\(link.uncommitted) observations wait")
        try demand(
            link.deadline > now, "the deadline \(link.deadline) is not after \(now), and there was nothing to do")
    }

    private mutating func commit() {
        guard let ticket = oracle.commit(1 + source.below(4)) else { return }
        link.committed(through: ticket, now: now)
    }

    private mutating func answer() {
        guard let hello = asked else { return }
        asked = nil
        if hello.boot == 0 {
            link.offer(boot: UInt64(1 + source.below(3)), now: now)
        } else if source.below(8) == 0 {
            link.refuse(.notHere, now: now)
        } else {
            let known = oracle.known(hello.boot, at: source.edge())
            link.known(next: known.next, dropped: known.dropped, now: now)
        }
    }

    private mutating func order() {
        switch source.below(11) {
        case 0: link.notice(Notice(standing: Standing(rawValue: UInt8(source.below(3))) ?? .ready), now: now)
        case 1: link.invite(Invitation(id: UInt32(source.below(3)), window: source.edge()), now: now)
        case 2: link.endInvitation(id: UInt32(source.below(3)), now: now)
        case 3:
            link.text(DisplayText(duration: source.edge(), text: BoundedBytes(truncating: source.take(99))), now: now)
        case 4: link.officer(OfficerAnswer(request: badge, outcome: .signedOn), now: now)
        case 5: link.settings(BoxSettings(revision: UInt32(source.below(3))), now: now)
        case 6: link.blink(seconds: source.u8(), now: now)
        case 7: link.requestStatus(now: now)
        case 8: link.renew(boot: UInt64(source.below(4)), now: now)
        case 9: link.probe(now: now)
        default: link.committed(through: UInt64(source.edge()) + (1 << 33), now: now)
        }
    }
}

// What a box may say.
extension LinkTarget {
    private mutating func ring() -> RingReport {
        let oldest = source.edge()
        let held = UInt32(source.below(70))
        let next = source.below(8) == 0 ? source.edge() : oldest.addingReportingOverflow(held).partialValue
        return RingReport(oldest: oldest, next: next, dropped: source.edge())
    }

    private mutating func hello() -> Hello {
        let identity = BoxIdentity(
            uid: BoundedBytes(truncating: source.take(source.below(3))), model: BoundedBytes(),
            firmware: BoundedBytes(), capabilities: Capabilities(bits: source.u16()), buttons: 5)
        var hello = Hello(
            counter: source.u16(), boot: UInt64(source.below(4)), resets: UInt16(source.u8()), cause: .powerOn,
            ring: ring(), ringCapacity: 64, ledger: UInt64(source.below(2)) * Self.ledger, tick: UInt64(source.u32()),
            identity: identity)
        if source.below(16) == 0 { (hello.oldestVersion, hello.newestVersion) = (source.u8(), source.u8()) }
        return hello
    }

    private mutating func press() -> [UInt8] {
        let ring = ring()
        let record = PressRecord(
            sequence: ring.oldest &+ UInt32(source.below(10)), button: UInt8(source.below(3)), resets: 0,
            tick: UInt64(source.u8()), invitation: 0)
        let message = PressMessage(
            boot: link.hello?.boot ?? 1, tick: UInt64(source.u16()), resets: UInt16(source.below(2)), ring: ring,
            record: record)
        return BoxMessage.press(message).encoded().array
    }

    private mutating func heartbeat() -> BoxHeartbeat {
        BoxHeartbeat(
            boot: link.hello?.boot ?? 1, tick: UInt64(source.u32()), resets: UInt16(source.below(2)), ring: ring(),
            echo: source.below(2) == 0 ? token : source.u16(), standing: .ready, isFull: false, hasStuckButton: false,
            invitation: UInt32(source.below(3)))
    }

    private mutating func aside() -> [UInt8] {
        switch source.below(3) {
        case 0:
            let request = BadgeRequest(
                request: UInt16(source.below(4)), kind: .pin, secret: BoundedBytes(truncating: source.take(4)))
            return BoxMessage.badge(request).encoded().array
        case 1: return BoxMessage.settingsAck(revision: UInt32(source.below(3))).encoded().array
        default:
            let status = BoxStatus(
                uptime: UInt64(source.u32()), cause: .pin, resets: source.u16(), ringDepth: source.u16(),
                ringCapacity: source.u16(), badFrames: source.edge(), resends: source.edge(), stuckButtons: source.u16()
            )
            return BoxMessage.status(status).encoded().array
        }
    }
}
