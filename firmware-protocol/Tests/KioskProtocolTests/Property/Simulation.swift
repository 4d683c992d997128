import KioskProtocol

/// Both halves over a faulty wire, with a model of the box's truth and of the host's store.
struct Simulation<let capacity: Int> {
    static var ledger: UInt64 { 0xA11C_E000_0000_0001 }

    var chance: SplitMix
    var faults: FaultProfile
    var now: UInt64 = 1_000
    var tally = Tally()

    // The box
    var ring = RetainedRing<capacity>()
    var box: KioskDevice
    var isBoxUp = true
    var boxUpAt: UInt64 = 0
    /// The box's clock begins at 0 with every start.
    var boxStartedAt: UInt64 = 0
    var isNextStartCold = true
    var lives: [Life] = [Life()]

    // The wire
    var toHost = FaultyWire()
    var toBox = FaultyWire()
    var cableBackAt: UInt64 = .max

    // The host
    var link: KioskLink?
    var hostUpAt: UInt64 = 0
    var store = ModelStore()
    var snapshots: [ModelStore] = []
    var pending: [(at: UInt64, entry: ModelStore.Entry)] = []
    var question: (at: UInt64, hello: Hello)?
    var ackedBoot: UInt64 = 0
    var ackedNext: UInt32 = 0
    /// Boots that the host gave out.
    var given: Set<UInt64> = []

    // When what happens next
    var pressAt: UInt64
    var burstLeft: UInt64 = 0
    var warmResetAt: UInt64
    var coldStartAt: UInt64
    var hostRestartAt: UInt64
    var restoreAt: UInt64
    var cableCutAt: UInt64
    var renewalAt: UInt64

    init(seed: UInt64) {
        chance = SplitMix(seed: seed)
        faults = FaultProfile(&chance)
        let capabilities = Capabilities.invitations
        box = KioskDevice(
            identity: BoxIdentity(
                uid: BoundedBytes(truncating: [1, 2, 3, 4]), model: BoundedBytes(truncating: "sim".utf8),
                firmware: BoundedBytes(truncating: "1".utf8), capabilities: capabilities, buttons: 5))
        func first(_ mean: UInt64, _ chance: inout SplitMix) -> UInt64 {
            mean == 0 ? .max : 1_000 + chance.wait(mean: mean)
        }
        pressAt = first(faults.press, &chance)
        warmResetAt = first(faults.warmReset, &chance)
        coldStartAt = first(faults.coldStart, &chance)
        hostRestartAt = first(faults.hostRestart, &chance)
        restoreAt = first(faults.restore, &chance)
        cableCutAt = first(faults.cableCut, &chance)
        renewalAt = first(faults.renewal, &chance)
        isBoxUp = false
    }

    /// Runs for so many minutes with faults, then lets all settle and compares.
    mutating func run(minutes: UInt64) throws {
        let end = now + minutes * 60_000
        while now < end { try step(until: end) }
        try settle()
        try compare()
        tally.minutes = minutes
    }

    var boxNow: UInt64 { now - boxStartedAt }

    private mutating func step(until end: UInt64) throws {
        now = max(now, min(nextEvent, end))
        try disturb()
        try runHost()
        try runBox()
    }

    private var nextEvent: UInt64 {
        var earliest = min(toHost.nextArrival, toBox.nextArrival, cableBackAt, pressAt)
        earliest = min(earliest, warmResetAt, coldStartAt, hostRestartAt, restoreAt)
        earliest = min(earliest, cableCutAt, renewalAt)
        if isBoxUp {
            let deadline = box.deadline(ring: ring)
            earliest = min(earliest, deadline == .max ? .max : deadline + boxStartedAt)
        } else {
            earliest = min(earliest, boxUpAt)
        }
        if let link {
            earliest = min(earliest, link.deadline, pending.first?.at ?? .max, question?.at ?? .max)
        } else {
            earliest = min(earliest, hostUpAt)
        }
        return max(earliest, now + 1)
    }

    /// No more faults: within two minutes everything that the box holds must be stored and acknowledged.
    private mutating func settle() throws {
        faults = .none
        for keyPath in [\Self.pressAt, \.warmResetAt, \.coldStartAt, \.hostRestartAt, \.restoreAt, \.cableCutAt] {
            self[keyPath: keyPath] = .max
        }
        renewalAt = .max
        burstLeft = 0
        if cableBackAt != .max { cableBackAt = now }
        let end = now + 120_000
        while now < end {
            try step(until: end)
            if isBoxUp, box.isLinked, link?.hello?.boot == ring.boot, ring.count == 0, pending.isEmpty,
                lives[lives.count - 1].boot != 0,
                store.boots[ring.boot]?.dropped ?? 0 == ring.dropped, toHost.nextArrival == .max
            {
                return
            }
        }
        throw Violation(
            "not settled: box up \(isBoxUp), linked \(box.isLinked), ring \(ring.oldest)..<\(ring.next), "
                + "dropped \(ring.dropped) of which stored \(store.boots[ring.boot]?.dropped ?? 0)")
    }
}
