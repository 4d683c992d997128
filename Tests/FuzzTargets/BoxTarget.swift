import KioskProtocol

/// A box whose host, whose buttons and whose time are the fuzzer's.
struct BoxTarget {
    private static let identity = BoxIdentity(
        uid: BoundedBytes(truncating: [1, 2, 3]), model: BoundedBytes(truncating: "fuzz".utf8),
        firmware: BoundedBytes(truncating: "1".utf8), capabilities: .invitations, buttons: 5)

    private var source: ByteSource
    private var ring = RetainedRing<16>()
    private var device = KioskDevice(identity: identity)
    private var now: UInt64 = 0
    private var hello: Hello?
    /// What the box keeps, by sequence; and what of it went out since the last handshake.
    private var held: [UInt32: PressRecord] = [:]
    private var sent: Set<UInt32> = []
    private var boot: UInt64 = 0

    static func run(_ bytes: [UInt8]) throws {
        var target = BoxTarget(source: ByteSource(bytes))
        target.start(.powerOn)
        try target.pull()
        while !target.source.isEmpty { try target.step() }
    }

    private init(source: ByteSource) { self.source = source }

    private mutating func start(_ cause: ResetCause) {
        device = KioskDevice(identity: Self.identity)
        device.start(ring: &ring, now: now, cause: cause, buttonsDown: UInt16(source.u8()))
        device.linkOpened(now: now)
        sent = []
    }

    private mutating func step() throws {
        switch source.below(16) {
        case 0: now += UInt64(source.u8())
        case 1: now += UInt64(source.u16())
        case 2, 3: press()
        case 4: device.button(source.below(20), isDown: source.below(2) == 0, now: now)
        case 5: receive(source.take(source.below(64)))
        case 6: receive(Framing.sealed([source.u8()] + source.take(source.below(100))))
        case 7:
            now += UInt64(source.u8())
            start(.watchdog)
        case 8: source.below(2) == 0 ? device.linkClosed(now: now) : device.linkOpened(now: now)
        case 9:
            device.badge(.pin, secret: BoundedBytes(truncating: source.take(source.below(40))), now: now)
        case 10: receive(order().encoded().array)
        case 11, 12: receive(HostMessage.welcome(welcome()).encoded().array)
        default: receive(HostMessage.ack(ack()).encoded().array)
        }
        try look()
        try pull()
        try look()
    }

    private mutating func receive(_ bytes: [UInt8]) {
        for byte in bytes { device.receive(byte, now: now, ring: &ring) }
    }

    /// A press, of which a reset may leave only the first so many stores.
    private mutating func press() {
        let before = ring
        device.press(UInt8(source.below(6)), now: now, ring: &ring)
        guard source.below(8) == 0 else { return }
        ring = .interrupted(from: before, to: ring, stores: source.below(24))
        start(.brownOut)
    }

    /// Does what the box wants until it wants nothing.
    private mutating func pull() throws {
        var count = 0
        while let action = device.next(now: now, ring: &ring) {
            count += 1
            try demand(count < 100, "the box does not come to an end")
            guard case .send(let frame) = action else { continue }
            let messages = Framing.bodies(frame.array).compactMap { BoxMessage($0) }
            try demand(messages.count == 1, "\(messages.count) messages in one frame")
            if case .hello(let hello)? = messages.first { (self.hello, sent) = (hello, []) }
            if case .press(let press)? = messages.first {
                try look()
                try demand(held[press.record.sequence] == press.record, "a press was sent that was not made")
                sent.insert(press.record.sequence)
            }
        }
        let deadline = device.deadline(ring: ring)
        try demand(deadline > now, "the deadline \(deadline) is not after \(now), and there was nothing to do")
    }

    /// No press is lost, altered or let go before it was sent.
    private mutating func look() throws {
        if ring.boot != boot, boot != 0 {
            try demand(held.isEmpty, "a boot ended with \(held.count) presses in it")
        }
        boot = ring.boot
        for sequence in held.keys where sequence < ring.oldest {
            try demand(sent.contains(sequence), "press \(sequence) was let go, and never sent")
            held[sequence] = nil
        }
        try demand(ring.count <= 16, "\(ring.count) presses in a ring of 16")
        for sequence in ring.oldest..<ring.next {
            let record = ring.record(sequence)
            try demand(record != nil, "press \(sequence) is gone")
            try demand(held[sequence] == nil || held[sequence] == record, "press \(sequence) was altered")
            held[sequence] = record
        }
        try demand(held.count == ring.count, "\(held.count) presses were made, \(ring.count) are held")
    }
}

// What a host may say.
extension BoxTarget {
    private mutating func anyBoot() -> UInt64 { source.below(4) == 0 ? UInt64(source.below(4)) : ring.boot }

    private mutating func welcome() -> Welcome {
        let verdict = Welcome.Verdict(rawValue: UInt8(source.below(3))) ?? .accepted
        let boot = verdict == .offered ? UInt64(source.below(4)) : anyBoot()
        let counter = source.below(4) == 0 ? source.u16() : hello?.counter ?? 0
        return Welcome(
            verdict: verdict, version: UInt8(source.below(8) == 0 ? 2 : 1), reason: .none, ledger: 99, boot: boot,
            counter: counter)
    }

    private mutating func ack() -> Ack {
        let next = source.below(4) == 0 ? source.edge() : ring.oldest &+ UInt32(source.below(10))
        return Ack(boot: anyBoot(), next: next, dropped: source.below(4) == 0 ? source.edge() : ring.dropped)
    }

    private mutating func order() -> HostMessage {
        switch source.below(12) {
        case 0: .heartbeat(token: source.u16())
        case 1: .notice(Notice(standing: Standing(rawValue: UInt8(source.below(3))) ?? .ready))
        case 2: .invite(Invitation(id: UInt32(1 + source.below(2)), window: source.edge()))
        case 3: .inviteEnd(id: UInt32(source.below(3)))
        case 4: .text(DisplayText(duration: source.edge(), text: BoundedBytes(truncating: source.take(99))))
        case 5: .officer(OfficerAnswer(request: UInt16(source.below(4)), outcome: .signedOn))
        case 6:
            .settings(
                BoxSettings(
                    revision: source.edge(), debounce: source.u16(), brightness: source.u8(), volume: source.u8(),
                    feedbackWindow: source.u16()))
        case 7: .blink(seconds: source.u8())
        case 8: .statusRequest
        case 9, 10: .renew(Renewal(oldBoot: anyBoot(), newBoot: UInt64(source.below(4))))
        default: .helloRequest
        }
    }
}
