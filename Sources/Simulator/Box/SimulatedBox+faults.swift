import KioskProtocol

extension SimulatedBox {
    /// Lets everything happen that the schedule has until now, and ends absences that are over.
    func befall(_ now: UInt64) {
        while now >= scheduleStart, schedule.nextAt <= now - scheduleStart, let entry = schedule.next() {
            befall(entry.event, now)
        }
        if unpluggedUntil <= now {
            unpluggedUntil = .max
            remove(.faultUnplugged)
        }
        if offlineUntil <= now {
            offlineUntil = .max
            remove(.faultOffline)
        }
    }

    private func befall(_ event: FaultSchedule.Event, _ now: UInt64) {
        switch event {
        case .press(let button): pressAtRandom(button, now)
        case .unplug(let milliseconds):
            unpluggedUntil = now + milliseconds
            insert(.faultUnplugged)
        case .offline(let milliseconds):
            offlineUntil = now + milliseconds
            insert(.faultOffline)
        case .reset(let milliseconds, let tearing):
            // Nobody could ever take a press of a box that does not deliver.
            let isPressed = (quirk?.delivers ?? true) && mayPress()
            reset(for: milliseconds, tearing: isPressed ? tearing : nil, now)
        case .coldStart(let milliseconds): coldStart(for: milliseconds, now)
        }
    }

    private func pressAtRandom(_ button: Int, _ now: UInt64) {
        guard isUp, mayPress() else { return }
        // A finger needs some 50 ms for a press.
        press(button, path: settings.pressesPerSecond > 10 ? .touch() : .contact, now)
    }

    /// Presses `button`, from 1; false if the box has no such button, is not up, or cannot be pressed.
    @discardableResult
    func press(_ button: Int, path: PressPath, _ now: UInt64) -> Bool {
        guard runs, isUp, button >= 1, button <= settings.buttons else { return false }
        let index = UInt8(truncatingIfNeeded: button - 1)
        switch path {
        case .contact:
            // A contact that is down for ever cannot go down.
            if quirk == .stuck, index == Self.stuckButton { return false }
            return finger.ask(index)
        case .touch(let invitation):
            brain.touch(index, invitation: invitation, now: now)
            settle()
            return true
        }
    }

    /// A warm reset: the ring stays. With `tearing` it comes in the middle of a press.
    func reset(for milliseconds: UInt64, tearing: FaultSchedule.TornPress?, _ now: UInt64) {
        guard isUp, runs else { return }
        settle()
        journal.counts.resets += 1
        if let tearing {
            journal.counts.torn += 1
            brain.tear(UInt8(truncatingIfNeeded: tearing.button - 1), stores: tearing.stores, now: now)
        }
        goDown(for: milliseconds, cause: .watchdog, isErased: false, now)
    }

    /// A cold start: power goes, and the ring with it, unless it survives that.
    func coldStart(for milliseconds: UInt64, _ now: UInt64) {
        guard isUp, runs else { return }
        journal.counts.coldStarts += 1
        let isErased = !settings.keepsRingWithoutPower
        if isErased { logWiped() }
        goDown(for: milliseconds, cause: .powerOn, isErased: isErased, now)
    }

    private func goDown(for milliseconds: UInt64, cause: ResetCause, isErased: Bool, _ now: UInt64) {
        upAt = now + milliseconds
        startCause = cause
        self.isErased = isErased
        finger.startle()
        toHost.flush()
        toBox.flush()
    }

    func insert(_ reason: Absence) {
        if absence.isEmpty { journal.counts.unplugs += 1 }
        absence.insert(reason)
    }

    func remove(_ reason: Absence) { absence.remove(reason) }

    /// Other faults from now on; what is under way ends as it was to end.
    func setFaults(_ faults: Faults, now: UInt64) {
        toHost.faults = faults
        toBox.faults = faults
        let presses = (quirk?.delivers ?? true) ? settings.pressesPerSecond : 0
        schedule = FaultSchedule(
            seed: settings.seed ^ now, box: number, faults: faults, pressesPerSecond: presses,
            buttons: settings.buttons)
        scheduleStart = now
    }
}
