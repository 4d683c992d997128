extension KioskDevice {
    /// The next thing to do, nil when there is nothing before the next input or `deadline`.
    public mutating func next<let capacity: Int>(
        now: UInt64, ring: inout RetainedRing<capacity>
    ) -> DeviceAction? {
        while let button = debouncer.next(now: now) { press(button, now: now, ring: &ring) }
        if now >= tickSaveAt {
            tickSaveAt = now + WireLimits.tickSaved
            ring.save(tick: tick(now: now))
        }
        if let action = nextToShow(now) { return action }
        return nextToSend(now, &ring).map { .send($0) }
    }

    /// The earliest time at which `next` may have news without an input.
    public func deadline<let capacity: Int>(ring: RetainedRing<capacity>) -> UInt64 {
        if hasNews(ring) { return 0 }
        var earliest = min(min(debouncer.deadline, tickSaveAt), helloAt)
        if invitation != nil { earliest = min(earliest, invitationUntil) }
        guard phase == .linked else { return earliest }
        // Two by two: a min of many makes an array, on the heap.
        earliest = min(min(earliest, heardAt + WireLimits.deadPeer), heartbeatAt)
        return min(min(earliest, resendAt), badgeAt)
    }

    private func hasNews<let capacity: Int>(_ ring: RetainedRing<capacity>) -> Bool {
        if feedback != nil || storedDue || idleDue || inviteDue || inviteEndDue != nil { return true }
        if textDue != nil || officerDue != nil || blinkDue != nil || applyDue { return true }
        guard phase == .linked else { return false }
        if settingsAckDue || statusDue || stuckTold != debouncer.stuck || canRenew(ring) { return true }
        return sendNext < ring.next && sendNext - ring.oldest < WireLimits.window
    }

    private mutating func nextToShow(_ now: UInt64) -> DeviceAction? {
        if invitation != nil, now >= invitationUntil { endInvitation() }
        if let shown = feedback {
            feedback = nil
            return .feedback(shown)
        }
        if storedDue {
            storedDue = false
            return .feedback(.stored)
        }
        if idleDue {
            idleDue = false
            return .idle(idleLight, text: phase == .linked ? notice.text : BoundedBytes())
        }
        if let id = inviteEndDue {
            inviteEndDue = nil
            return .inviteEnded(id: id)
        }
        if inviteDue, let invitation {
            inviteDue = false
            return .invite(invitation)
        }
        if let text = textDue {
            textDue = nil
            return .text(text)
        }
        if let answer = officerDue {
            officerDue = nil
            return .officer(answer)
        }
        if let seconds = blinkDue {
            blinkDue = nil
            return .blink(seconds: seconds)
        }
        if applyDue {
            applyDue = false
            return .apply(settings)
        }
        return nil
    }

    private mutating func nextToSend<let capacity: Int>(
        _ now: UInt64, _ ring: inout RetainedRing<capacity>
    ) -> WireFrame? {
        if phase == .linked, now >= heardAt + WireLimits.deadPeer { greet(now) }
        if canRenew(ring), let renewal {
            self.renewal = nil
            ring.renew(boot: renewal.newBoot, tick: tick(now: now))
            greet(now)
        }
        switch phase {
        case .closed: return nil
        case .greeting: return nextHello(now, ring)
        case .linked: return nextOfLink(now, ring)
        }
    }

    /// A boot ends only when nothing of it is left to tell.
    private func canRenew<let capacity: Int>(_ ring: RetainedRing<capacity>) -> Bool {
        guard phase == .linked, let renewal, renewal.oldBoot == ring.boot else { return false }
        return ring.count == 0 && droppedAcked == ring.dropped
    }

    private mutating func nextHello<let capacity: Int>(
        _ now: UInt64, _ ring: RetainedRing<capacity>
    ) -> WireFrame? {
        guard now >= helloAt else { return nil }
        helloAt = now + helloDelay
        helloDelay = min(helloDelay * 2, WireLimits.helloLongest)
        helloSentAt = now
        lastCounter &+= 1
        let hello = Hello(
            counter: lastCounter, boot: ring.boot, resets: ring.resets, cause: cause, ring: ring.report,
            ringCapacity: UInt16(truncatingIfNeeded: capacity), ledger: ring.ledger, tick: tick(now: now),
            identity: identity)
        return hello.encoded()
    }

    private mutating func nextOfLink<let capacity: Int>(
        _ now: UInt64, _ ring: RetainedRing<capacity>
    ) -> WireFrame? {
        if now >= heartbeatAt { return heartbeat(now, ring) }
        if settingsAckDue {
            settingsAckDue = false
            return BoxMessage.settingsAck(revision: settings.revision).encoded()
        }
        if statusDue || stuckTold != debouncer.stuck { return status(now, ring) }
        if let badge, now >= badgeAt {
            badgeAt = now + WireLimits.repeatUnanswered
            return badge.encoded()
        }
        return nextPress(now, ring)
    }

    private mutating func heartbeat<let capacity: Int>(_ now: UInt64, _ ring: RetainedRing<capacity>) -> WireFrame {
        let message = BoxHeartbeat(
            boot: ring.boot, tick: tick(now: now), resets: ring.resets, ring: ring.report, echo: heartbeatEcho,
            standing: notice.standing, isFull: ring.isFull, hasStuckButton: debouncer.stuck != 0,
            invitation: openInvitation(now: now))
        heartbeatEcho = 0
        heartbeatAt = now + WireLimits.heartbeat
        return message.encoded()
    }

    private mutating func status<let capacity: Int>(_ now: UInt64, _ ring: RetainedRing<capacity>) -> WireFrame {
        statusDue = false
        stuckTold = debouncer.stuck
        let message = BoxStatus(
            uptime: (now &- startedAt) & WireLimits.tickMask, cause: cause, resets: ring.resets,
            ringDepth: UInt16(truncatingIfNeeded: ring.count), ringCapacity: UInt16(truncatingIfNeeded: capacity),
            badFrames: badFrames, resends: resends, stuckButtons: debouncer.stuck)
        return message.encoded()
    }
}
