import KioskProtocol

extension Simulation {
    mutating func disturb() throws {
        if pressAt <= now {
            try makePress()
            if burstLeft > 0 {
                burstLeft -= 1
                pressAt = now + 30 + chance.below(300)
            } else {
                if chance.once(in: faults.burst / max(faults.press, 1)) { burstLeft = 10 + chance.below(60) }
                pressAt = faults.press == 0 ? .max : now + chance.wait(mean: faults.press)
            }
        }
        if warmResetAt <= now {
            warmResetAt = now + chance.wait(mean: faults.warmReset)
            if isBoxUp { resetBox() }
        }
        if coldStartAt <= now {
            coldStartAt = now + chance.wait(mean: faults.coldStart)
            coldStartBox()
        }
        if hostRestartAt <= now {
            hostRestartAt = now + chance.wait(mean: faults.hostRestart)
            if link != nil { restartHost() }
        }
        if restoreAt <= now {
            restoreAt = now + chance.wait(mean: faults.restore)
            restoreHost()
        }
        if faults.restore > 0, chance.once(in: 2_000) { snapshots.append(store) }
        if renewalAt <= now {
            renewalAt = now + chance.wait(mean: faults.renewal)
            let boot = chance.next() | 1
            given.insert(boot)
            link?.renew(boot: boot, now: now)
        }
        disturbCable()
    }

    private mutating func disturbCable() {
        if cableCutAt <= now, cableBackAt == .max {
            cableCutAt = now + 60_000 + chance.wait(mean: faults.cableCut)
            cableBackAt = now + chance.wait(mean: 15_000)
            toHost.isCut = true
            toBox.isCut = true
            // USB tells the box; a plain wire does not.
            if isBoxUp, chance.once(in: 2) { box.linkClosed(now: boxNow) }
            tally.cableCuts += 1
        }
        if cableBackAt <= now {
            cableBackAt = .max
            toHost.isCut = false
            toBox.isCut = false
            if isBoxUp { box.linkOpened(now: boxNow) }
        }
    }
}
