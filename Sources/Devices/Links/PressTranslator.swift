import KioskProtocol
import Ratings

/// Turns what a link reports into what the ledger takes.
struct PressTranslator {
    /// Round trip that is assumed until one was measured.
    static let assumedRoundTrip = Duration.seconds(1)
    /// What one warm reset may lose, by the wire protocol.
    static let lostPerReset = Duration.seconds(2)

    let device: String
    let ringSurvivesPowerLoss: Bool
    /// When the box was last heard before this link; nil for never.
    let lastHeard: Instant?
    var roundTrip = PressTranslator.assumedRoundTrip
    var drift = DriftEstimate()

    /// The press as the ledger stores it. The wire counts buttons from 0, people and scales from 1.
    func press(_ report: PressReport, at clock: ClockReading) -> Observation {
        let record = report.record
        let age = Duration.milliseconds(Int64(clamping: report.age))
        let resets = report.resets &- record.resets
        return .press(
            Press(
                key: PressKey(device: device, boot: report.boot, sequence: record.sequence), tick: record.tick,
                resets: record.resets, input: String(Int(record.button) + 1),
                invitation: record.invitation == 0 ? nil : record.invitation,
                arrival: Arrival(
                    clock: clock, age: age, resetsSince: resets,
                    timeLost: report.isTimeLost ? timeLost(resets: resets, age: age, at: clock) : .zero,
                    roundTrip: roundTrip, driftPPM: drift.partsPerMillion)))
    }

    /// A warm reset loses 2 s at most; a ring that outlives a power cut may have been dark since it was last heard.
    private func timeLost(resets: UInt16, age: Duration, at clock: ClockReading) -> Duration {
        let byResets = Self.lostPerReset * Int(resets)
        guard ringSurvivesPowerLoss else { return byResets }
        let dark = lastHeard.map { clock.wall - $0 } ?? .seconds(366 * 86400)
        return max(byResets, dark - age)
    }

    /// The gap as the ledger stores it.
    func gap(_ report: GapReport, at clock: ClockReading) -> Observation {
        .gap(
            Gap(
                device: device, boot: report.boot, from: report.from, to: report.to,
                cause: report.cause == .otherLedger ? .otherLedger : .restored, after: nil, noticed: clock.wall))
    }

    /// The drops as the ledger stores them.
    func dropped(_ report: DropReport, at clock: ClockReading) -> Observation {
        .dropped(device: device, boot: report.boot, count: report.total, at: clock.wall)
    }
}

extension BoxIdentity {
    /// The UID as the ledger writes it: lower-case hexadecimal.
    var device: String { (0..<uid.count).map { String(uid[$0], radix: 16).leftPadded(to: 2) }.joined() }
}

extension BoundedBytes {
    /// The bytes as text; what is not UTF-8 comes out as replacement characters.
    var text: String { String(decoding: (0..<count).map { self[$0] }, as: UTF8.self) }
}

extension BoxHealth {
    /// What a box said at `instant`. The wire counts buttons from 0, people from 1.
    init(_ status: BoxStatus, at instant: Instant) {
        self.init(
            heard: instant, started: instant - .milliseconds(Int64(clamping: status.uptime)),
            resetCause: "\(status.cause)", resets: Int(status.resets), ringDepth: Int(status.ringDepth),
            ringCapacity: Int(status.ringCapacity), badFrames: Int(status.badFrames), resends: Int(status.resends),
            stuckButtons: (0..<16).filter { status.stuckButtons & (1 << $0) != 0 }.map { $0 + 1 })
    }
}

extension BoxDescription {
    init(_ hello: Hello) {
        self.init(
            model: hello.identity.model.text, firmware: hello.identity.firmware.text,
            protocolVersion: Int(hello.newestVersion), buttons: Int(hello.identity.buttons),
            ringSurvivesPowerLoss: hello.identity.capabilities.contains(.ringSurvivesPowerLoss),
            ringCapacity: Int(hello.ringCapacity), resets: Int(hello.resets), resetCause: "\(hello.cause)")
    }
}
