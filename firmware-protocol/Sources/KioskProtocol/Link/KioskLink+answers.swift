extension KioskLink {
    /// Answers `identify`: the store knows this boot up to here (or not at all: 0 and 0).
    ///
    /// - Parameters:
    ///   - next: the first sequence of the boot that is not committed: every lower one is stored or a recorded gap.
    ///   - dropped: how many dropped presses of the boot are committed.
    ///   - now: milliseconds.
    public mutating func known(next: UInt32, dropped: UInt32, now: UInt64) {
        guard let hello = answeredHello(), hello.boot != 0 else { return }
        phase = .linked
        linkedHello = hello
        if renewal.map({ $0.oldBoot != hello.boot }) ?? false {
            renewal = nil
            renewAt = .max
        }
        cursor = hello.ring.oldest
        // What this link acknowledged is committed, even if the answer was read a moment before.
        expected = ackedBoot == hello.boot ? max(next, ackedNext) : next
        announced = 0
        droppedHanded = min(dropped, hello.ring.dropped)
        droppedCommitted = droppedHanded
        welcome(.accepted, hello, boot: hello.boot)
        isConnectedDue = true
        isAckDue = true
        isNoticeDue = notice.standing != .ready || !notice.text.isEmpty
        helloRequestAt = .max
        heartbeatAt = now + WireLimits.heartbeat
        if settings != nil { settingsAt = now }
        if invitation != nil { inviteAt = now }
        if renewal != nil { renewAt = now }
        if observe(hello.ring) { announce(hello.ring) }
    }

    /// Answers `identify` of a box without a boot: it is to use this one.
    ///
    /// - Parameters:
    ///   - boot: 64 random bits, not 0, drawn anew for every call.
    ///   - now: milliseconds.
    public mutating func offer(boot: UInt64, now: UInt64) {
        guard let hello = answeredHello(), hello.boot == 0, boot != 0 else { return }
        welcome(.offered, hello, boot: boot)
    }

    /// Answers `identify`: this host takes no presses from this box. The box asks again every 5 s.
    public mutating func refuse(_ reason: RefusalReason, now: UInt64) {
        guard let hello = answeredHello() else { return }
        refuse(hello, reason)
    }

    mutating func refuse(_ hello: Hello, _ reason: RefusalReason) {
        phase = .refused
        welcomeDue = Welcome(
            verdict: .refused, version: 0, reason: reason, ledger: ledger, boot: 0, counter: hello.counter)
    }

    /// The hello that the shell's answer is for: the newest, if it is of the same box and life; else nil.
    private mutating func answeredHello() -> Hello? {
        guard let asked = askedHello else { return nil }
        askedHello = nil
        guard isHelloDue else { return asked }
        guard let newest = newestHello, newest.boot == asked.boot, newest.identity == asked.identity else { return nil }
        isHelloDue = false
        return newest
    }

    private mutating func welcome(_ verdict: Welcome.Verdict, _ hello: Hello, boot: UInt64) {
        welcomeDue = Welcome(
            verdict: verdict, version: WireLimits.version, reason: .none, ledger: ledger, boot: boot,
            counter: hello.counter)
    }
}
