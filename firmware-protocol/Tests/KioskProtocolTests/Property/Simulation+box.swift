import KioskProtocol

extension Simulation {
    var life: Life {
        get { lives[lives.count - 1] }
        set { lives[lives.count - 1] = newValue }
    }

    mutating func runBox() throws {
        guard isBoxUp else {
            // What arrives at a box without power is gone, or waits in the adapter.
            if boxUpAt <= now { try startBox() }
            return
        }
        while isBoxUp, let byte = toBox.read(now) {
            let before = ring
            box.receive(byte, now: boxNow, ring: &ring)
            if chance.once(in: faults.torn * 50) { try tear(before) }
            try observeRing()
            try pullBox()
        }
        if isBoxUp { try pullBox() }
    }

    mutating func pullBox() throws {
        while let action = box.next(now: boxNow, ring: &ring) {
            try observeRing()
            switch action {
            case .send(let frame): toHost.write(bytes(frame), now, faults, &chance)
            case .feedback(.stored):
                let last = UInt32(life.presses.count) - 1
                try demand(life.everCommitted.contains(last), "stored was shown for \(last), which is not committed")
            default: break
            }
        }
        try demand(box.next(now: boxNow, ring: &ring) == nil, "next had more after nil")
        try demand(box.deadline(ring: ring) > boxNow, "the deadline is past, and next had nothing")
    }

    mutating func makePress() throws {
        guard isBoxUp else { return }
        let button = UInt8(chance.below(5))
        let before = ring
        let shown = box.press(button, now: boxNow, ring: &ring)
        if chance.once(in: faults.torn) {
            try tear(before)
        } else {
            try demand(shown == (before.isFull ? .busy : .received), "\(shown) was shown")
        }
        try log(before, button)
        if isBoxUp { try pullBox() }
    }

    /// Logs the press if it got a slot, the drop if it was counted.
    private mutating func log(_ before: RetainedRing<capacity>, _ button: UInt8) throws {
        if ring.next != before.next {
            guard ring.next == before.next + 1, let record = ring.record(before.next) else {
                throw Violation("the ring went from \(before.report) to \(ring.report)")
            }
            try demand(record.button == button, "another button")
            life.presses.append(record)
            life.moments.append(now)
            tally.presses += 1
        }
        if ring.dropped != before.dropped {
            try demand(ring.dropped == before.dropped + 1 && before.isFull, "a drop without a full ring")
            life.dropped = ring.dropped
            tally.dropped += 1
        }
    }

    /// A reset in the middle of what led from `before` to the ring as it is: some stores were not made.
    private mutating func tear(_ before: RetainedRing<capacity>) throws {
        ring = .interrupted(from: before, to: ring, stores: Int(chance.below(18)))
        tally.tornWrites += 1
        var probe = ring
        var recovered = box
        try demand(recovered.start(ring: &probe, now: 0, cause: .watchdog), "a torn write cost the ring")
        resetBox()
        // Recovery reads the same in a moment; the log needs to know now what survived.
        ring = probe
    }

    /// The ring may only let go of what is committed.
    mutating func observeRing() throws {
        if ring.boot != life.boot {
            if life.boot == 0 {
                life.boot = ring.boot
            } else {
                try demand(life.released == UInt32(life.presses.count), "a boot ended with presses unacknowledged")
                try demand(life.everDropped == life.dropped, "a boot ended with drops unacknowledged")
                life.end = .renewed
                tally.renewals += 1
                lives.append(Life())
                life.boot = ring.boot
            }
            try demand(given.contains(ring.boot), "a boot that nobody gave")
        }
        try demand(ring.oldest >= life.released, "the ring took back \(ring.oldest)")
        while life.released < ring.oldest {
            let committed = life.everCommitted.contains(life.released)
            try demand(committed, "press \(life.released) was released and is not committed")
            if life.atRisk.contains(life.released) { life.excused.insert(life.released) }
            life.released += 1
        }
    }

    mutating func resetBox() {
        isBoxUp = false
        boxUpAt = now + 1 + chance.below(800)
        if chance.once(in: 2) { toBox.flush() }
        tally.warmResets += 1
    }

    mutating func coldStartBox() {
        guard !isNextStartCold else { return }
        isBoxUp = false
        isNextStartCold = true
        boxUpAt = now + 1 + chance.below(5_000)
        if chance.once(in: 2) { toBox.flush() }
        // Bytes may wait in the adapter of the cable; that they outlive a box that lost power is the worst case.
        tally.coldStarts += 1
        tally.wiped += ring.count
        life.end = .coldStart
        if ring.oldest < ring.next { life.excused.formUnion(ring.oldest..<ring.next) }
        lives.append(Life())
    }

    private mutating func startBox() throws {
        if isNextStartCold { ring = RetainedRing() }
        boxStartedAt = now
        let kept = box.start(ring: &ring, now: 0, cause: isNextStartCold ? .powerOn : .watchdog)
        try demand(kept != isNextStartCold, isNextStartCold ? "presses out of nothing" : "a warm reset cost the ring")
        isNextStartCold = false
        isBoxUp = true
        if !toHost.isCut { box.linkOpened(now: 0) }
        try pullBox()
    }

    func bytes(_ frame: WireFrame) -> [UInt8] { (0..<frame.count).map { frame[$0] } }
}
