import KioskProtocol

/// A box in a dialogue: messages in, messages and lights out.
struct BoxUnderTest {
    enum Said: Equatable {
        case sends(BoxMessage)
        case shows(DeviceAction)
    }

    static let identity = BoxIdentity(
        uid: BoundedBytes(truncating: [0xE6, 0x61]), model: BoundedBytes(text: "HL-5"),
        firmware: BoundedBytes(text: "1.0.0"), capabilities: .invitations, buttons: 5)

    var ring = RetainedRing<16>()
    var device = KioskDevice(identity: identity)
    /// For tests that let time pass by steps.
    var clock: UInt64 = 0

    mutating func now(after step: UInt64) -> UInt64 {
        clock += step
        return clock
    }

    init(now: UInt64 = 0) {
        device.start(ring: &ring, now: now, cause: .powerOn)
        device.linkOpened(now: now)
    }

    /// A box that was offered boot 7 and welcomed, with nothing left to say.
    static func linked(now: UInt64 = 0) -> BoxUnderTest {
        var box = BoxUnderTest(now: now)
        _ = box.welcomed(now: now)
        return box
    }

    /// Goes through the handshake with a host that offers boot 7.
    mutating func welcomed(now: UInt64, ledger: UInt64 = 99) -> [Said] {
        var all: [Said] = []
        for _ in 0..<2 {
            guard case .hello(let hello)? = messages(at: now).last else { continue }
            let verdict: Welcome.Verdict = hello.boot == 0 ? .offered : .accepted
            all += received(
                .welcome(
                    Welcome(
                        verdict: verdict, version: 1, reason: .none, ledger: ledger,
                        boot: hello.boot == 0 ? 7 : hello.boot, counter: hello.counter)), now: now)
            if verdict == .accepted { break }
            // The hello with the boot was already said: answer that.
            if case .sends(.hello(let second))? = all.last(where: { if case .sends = $0 { true } else { false } }) {
                all += received(
                    .welcome(
                        Welcome(
                            verdict: .accepted, version: 1, reason: .none, ledger: ledger, boot: 7,
                            counter: second.counter)), now: now)
                break
            }
        }
        return all
    }

    mutating func received(_ message: HostMessage, now: UInt64) -> [Said] {
        received(message.encoded().array, now: now)
    }

    mutating func received(_ bytes: [UInt8], now: UInt64) -> [Said] {
        for byte in bytes { device.receive(byte, now: now, ring: &ring) }
        return says(at: now)
    }

    mutating func pressed(_ button: UInt8, now: UInt64) -> [Said] {
        device.press(button, now: now, ring: &ring)
        return says(at: now)
    }

    /// Everything there is to do at `now`.
    mutating func says(at now: UInt64) -> [Said] {
        var said: [Said] = []
        while let action = device.next(now: now, ring: &ring) {
            guard case .send(let frame) = action else {
                said.append(.shows(action))
                continue
            }
            said += bodies(frame.array).compactMap { BoxMessage($0) }.map { .sends($0) }
        }
        return said
    }

    mutating func messages(at now: UInt64) -> [BoxMessage] { says(at: now).messages }

    /// A reset that keeps the memory; the box's clock begins at 0 again.
    mutating func warmReset(cause: ResetCause = .watchdog) {
        device = KioskDevice(identity: Self.identity)
        device.start(ring: &ring, now: 0, cause: cause)
        device.linkOpened(now: 0)
    }
}

extension [BoxUnderTest.Said] {
    var messages: [BoxMessage] {
        compactMap { if case .sends(let message) = $0 { message } else { nil } }
    }

    var shown: [DeviceAction] {
        compactMap { if case .shows(let action) = $0 { action } else { nil } }
    }

    var presses: [PressMessage] {
        messages.compactMap { if case .press(let press) = $0 { press } else { nil } }
    }

    var sequences: [UInt32] { presses.map(\.record.sequence) }

    var hellos: [Hello] {
        messages.compactMap { if case .hello(let hello) = $0 { hello } else { nil } }
    }

    var heartbeats: [BoxHeartbeat] {
        messages.compactMap { if case .heartbeat(let beat) = $0 { beat } else { nil } }
    }

    var feedback: [Feedback] {
        shown.compactMap { if case .feedback(let feedback) = $0 { feedback } else { nil } }
    }

    var idle: [IdleLight] {
        shown.compactMap { if case .idle(let light, _) = $0 { light } else { nil } }
    }
}
