import KioskProtocol

/// A host's link in a dialogue: messages and the store's answers in, messages and orders to the shell out.
struct LinkUnderTest {
    enum Said: Equatable {
        case sends(HostMessage)
        case asks(LinkAction)
    }

    static let ledger: UInt64 = 99
    static let boot: UInt64 = 7

    var link: KioskLink

    init(now: UInt64 = 0) {
        link = KioskLink(ledger: Self.ledger, now: now)
    }

    /// A link whose box holds `ring` of boot 7, of which the store knows all below `next`.
    static func linked(
        ring: RingReport = RingReport(oldest: 0, next: 0, dropped: 0), next: UInt32 = 0, dropped: UInt32 = 0,
        now: UInt64 = 0
    ) -> LinkUnderTest {
        var host = LinkUnderTest(now: now)
        _ = host.says(at: now)
        _ = host.received(.hello(hello(ring: ring)), now: now)
        host.link.known(next: next, dropped: dropped, now: now)
        _ = host.says(at: now)
        return host
    }

    static func hello(
        counter: UInt16 = 1, boot: UInt64 = boot, ring: RingReport = RingReport(oldest: 0, next: 0, dropped: 0),
        ledger: UInt64 = 0
    ) -> Hello {
        Hello(
            counter: counter, boot: boot, resets: 0, cause: .powerOn, ring: ring, ringCapacity: 64, ledger: ledger,
            tick: 1_000, identity: BoxUnderTest.identity)
    }

    static func record(_ sequence: UInt32, button: UInt8 = 1) -> PressRecord {
        PressRecord(
            sequence: sequence, button: button, resets: 0, tick: 500 + UInt64(sequence), invitation: 0)
    }

    static func press(
        _ sequence: UInt32, button: UInt8 = 1, oldest: UInt32 = 0, next: UInt32? = nil, dropped: UInt32 = 0,
        boot: UInt64 = boot
    ) -> BoxMessage {
        .press(
            PressMessage(
                boot: boot, tick: 2_000, resets: 0,
                ring: RingReport(oldest: oldest, next: next ?? sequence + 1, dropped: dropped),
                record: record(sequence, button: button)))
    }

    static func heartbeat(
        _ ring: RingReport = RingReport(oldest: 0, next: 0, dropped: 0), echo: UInt16 = 0,
        standing: Standing = .ready, invitation: UInt32 = 0, boot: UInt64 = boot
    ) -> BoxMessage {
        .heartbeat(
            BoxHeartbeat(
                boot: boot, tick: 3_000, resets: 0, ring: ring, echo: echo, standing: standing, isFull: false,
                hasStuckButton: false, invitation: invitation))
    }

    mutating func received(_ message: BoxMessage, now: UInt64) -> [Said] {
        received(message.encoded().array, now: now)
    }

    mutating func received(_ bytes: [UInt8], now: UInt64) -> [Said] {
        for byte in bytes { link.receive(byte, now: now) }
        return says(at: now)
    }

    mutating func committed(through ticket: UInt64, now: UInt64) -> [Said] {
        link.committed(through: ticket, now: now)
        return says(at: now)
    }

    /// Everything there is to do at `now`.
    mutating func says(at now: UInt64) -> [Said] {
        var said: [Said] = []
        while let action = link.next(now: now) {
            guard case .send(let frame) = action else {
                said.append(.asks(action))
                continue
            }
            said += bodies(frame.array).compactMap { HostMessage($0) }.map { .sends($0) }
        }
        return said
    }
}

extension [LinkUnderTest.Said] {
    var messages: [HostMessage] {
        compactMap { if case .sends(let message) = $0 { message } else { nil } }
    }

    var actions: [LinkAction] {
        compactMap { if case .asks(let action) = $0 { action } else { nil } }
    }

    var stored: [PressReport] {
        actions.compactMap { if case .store(let report) = $0 { report } else { nil } }
    }

    var acks: [Ack] {
        messages.compactMap { if case .ack(let ack) = $0 { ack } else { nil } }
    }

    var gaps: [GapReport] {
        actions.compactMap { if case .gap(let gap) = $0 { gap } else { nil } }
    }
}
