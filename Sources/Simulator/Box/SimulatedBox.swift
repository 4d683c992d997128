import KioskProtocol

/// A box made of software: the real firmware, its retained memory, faults on the line in both directions, and a log.
/// It has no clock and no port; `BoxPort` gives it both.
final class SimulatedBox {
    /// One life of the ring, as far as it is logged.
    struct Life {
        var number = 1
        var boot: UInt64 = 0
        var oldest: UInt32 = 0
        var next: UInt32 = 0
        var dropped: UInt32 = 0
    }

    /// The button that a stuck box has stuck, from 0.
    static let stuckButton: UInt8 = 0

    let number: Int
    let uid: String
    let quirk: Quirk?
    let settings: FleetConfiguration
    let brain: any BoxBrain
    let journal: Journal
    /// Whether a random press may be made now.
    var mayPress: () -> Bool = { true }

    var toHost: FaultyWire
    var toBox: FaultyWire
    var chance: SplitMix64
    var schedule: FaultSchedule
    var scheduleStart: UInt64
    var finger = Finger()
    var life = Life()
    var absence: Absence = []
    var unpluggedUntil = UInt64.max
    var offlineUntil = UInt64.max
    /// When the box is up again; nil while it is up.
    var upAt: UInt64?
    /// Why it will start, once it is up again.
    var startCause = ResetCause.powerOn
    /// Whether that start finds an erased memory.
    var isErased = true
    /// Whether the cable is in and a host has the line open.
    var isConnected = false
    var babbleAt: UInt64 = 0
    /// What a greeter says again and again.
    var greeting: Hello?
    /// Time that passed for the clock of the box while it was down.
    private var owedTicks: UInt64 = 0
    private var startedBefore = false

    init(_ number: Int, settings: FleetConfiguration, journal: Journal, now: UInt64) {
        self.number = number
        self.settings = settings
        self.journal = journal
        uid = BoxUID.hexadecimal(number)
        quirk = settings.quirks[number]
        var identity = BoxUID.identity(
            number, buttons: settings.buttons, keepsRing: settings.keepsRingWithoutPower)
        if quirk == .nameless { identity.uid = BoundedBytes() }
        brain = settings.ring.brain(identity)
        let faults = settings.faultsByBox[number] ?? settings.faults
        let seed = settings.seed
        toHost = FaultyWire(faults: faults, chance: SplitMix64(seed: seed, UInt64(number), 101))
        toBox = FaultyWire(faults: faults, chance: SplitMix64(seed: seed, UInt64(number), 102))
        chance = SplitMix64(seed: seed, UInt64(number), 103)
        let presses = (quirk?.delivers ?? true) ? settings.pressesPerSecond : 0
        schedule = FaultSchedule(
            seed: seed, box: number, faults: faults, pressesPerSecond: presses, buttons: settings.buttons)
        scheduleStart = now
        upAt = now
    }

    var isPlugged: Bool { absence.isEmpty }

    var isUp: Bool { upAt == nil }

    var runs: Bool { quirk?.runs ?? true }

    /// Presses that a host is still to receipt, and presses in the making.
    var unreceipted: Int { (quirk?.delivers ?? true) ? brain.ring.count + finger.underway : 0 }

    /// When the box has to run again. While the line is full, what it has for the host waits.
    func wakeAt(isLineFull: Bool) -> UInt64 {
        if let upAt { return upAt }
        let (at, overflow) = schedule.nextAt.addingReportingOverflow(scheduleStart)
        var earliest = min(overflow ? .max : at, toBox.nextDue, unpluggedUntil, offlineUntil)
        if !isLineFull { earliest = min(earliest, toHost.nextDue) }
        if runs { earliest = min(earliest, finger.deadline, brain.deadline) }
        if quirk == .babble || isGreeter, isConnected { earliest = min(earliest, babbleAt) }
        return earliest
    }

    /// Does all that is due.
    func run(now: UInt64) {
        befall(now)
        if let upAt, upAt <= now { start(now) }
        guard isUp else { return }
        if quirk == .babble { babble(now) }
        if isGreeter { greet(now) }
        guard runs else {
            toBox.flush()
            return
        }
        pull(now)
        moveFinger(now)
        while let bytes = toBox.read(now: now) {
            for byte in bytes where brain.receive(byte, now: now) { pull(now) }
        }
        pull(now)
    }

    /// The host wrote these bytes.
    func receive(_ bytes: [UInt8], now: UInt64) {
        if isUp, isConnected { toBox.write(bytes, now: now) }
    }

    /// The line to a host came or went.
    func setConnected(_ isConnected: Bool, now: UInt64) {
        guard isConnected != self.isConnected else { return }
        self.isConnected = isConnected
        toHost.flush()
        toBox.flush()
        babbleAt = now
        journal.tell(number, .host(isPresent: isConnected))
        guard isUp else { return }
        if isConnected { brain.device.linkOpened(now: now) } else { brain.device.linkClosed(now: now) }
    }

    /// Lets the millisecond counter run ahead.
    func advanceTick(by milliseconds: UInt64, now: UInt64) {
        if isUp { brain.advanceTick(by: milliseconds, now: now) } else { owedTicks &+= milliseconds }
    }

    private func start(_ now: UInt64) {
        upAt = nil
        let buttonsDown: UInt16 = quirk == .stuck && startedBefore ? 1 << UInt16(Self.stuckButton) : 0
        let isKept = brain.start(now: now, cause: startCause, isErased: isErased, buttonsDown: buttonsDown)
        if !isKept, startedBefore { life = Life(number: life.number + 1) }
        startedBefore = true
        brain.advanceTick(by: owedTicks, now: now)
        owedTicks = 0
        settle()
        journal.tell(number, .started(ringKept: isKept))
        if isConnected { brain.device.linkOpened(now: now) }
        if quirk == .stuck { brain.device.button(Int(Self.stuckButton), isDown: true, now: now) }
    }

    private func pull(_ now: UInt64) {
        while let action = brain.next(now: now) {
            // The log knows a press before any byte of it is on the line.
            settle()
            perform(action, now)
        }
        settle()
    }

    private func moveFinger(_ now: UInt64) {
        while let step = finger.next(now: now, settle: UInt64(brain.device.settings.debounce)) {
            switch step {
            case .press(let button):
                // Contacts bounce.
                for isDown in [true, false, true] { brain.device.button(Int(button), isDown: isDown, now: now) }
            case .lift(let button):
                brain.device.button(Int(button), isDown: false, now: now)
            }
            pull(now)
        }
    }

    private var isGreeter: Bool { quirk == .greeter || quirk == .impostor }

    private func greet(_ now: UInt64) {
        guard isConnected, now >= babbleAt, var hello = greeting else { return }
        babbleAt = now + 5
        hello.counter &+= 1
        if quirk == .impostor {
            let uid = UInt64.random(in: 0...UInt64.max, using: &chance)
            hello.identity.uid = BoundedBytes(truncating: withUnsafeBytes(of: uid) { Array($0) })
            hello.boot = .random(in: 1...UInt64.max, using: &chance)
        }
        greeting = hello
        toHost.write(BoxMessage.hello(hello).encoded().bytes, now: now)
    }

    private func babble(_ now: UInt64) {
        guard isConnected, now >= babbleAt else { return }
        babbleAt = now + 50
        var bytes = (0..<16 + chance.below(48)).map { _ in UInt8.random(in: 0...255, using: &chance) }
        if chance.happens(0.25) { bytes += Array(["AT\r", "ATE1\r\n", "+CME ERROR\r\n", "+++"][chance.below(4)].utf8) }
        toHost.write(bytes, now: now)
    }
}
