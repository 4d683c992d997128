extension KioskDevice {
    /// Reports the level of a contact; call it at every change, or as often as you like.
    ///
    /// - Parameters:
    ///   - index: the button, 0 to 15.
    ///   - isDown: whether the contact is closed.
    ///   - now: milliseconds.
    public mutating func button(_ index: Int, isDown: Bool, now: UInt64) {
        debouncer.report(index, isDown: isDown, now: now)
    }

    /// Takes a press that needs no debouncing: a touch, or a button that has settled.
    ///
    /// - Parameters:
    ///   - button: which one, from 0.
    ///   - invitation: the invitation that it answers; nil for the one that is open.
    ///   - now: milliseconds.
    ///   - ring: the retained memory.
    /// - Returns: what the box shows, which `next` also gives as an action.
    @discardableResult
    public mutating func press<let capacity: Int>(
        _ button: UInt8, invitation: UInt32? = nil, now: UInt64, ring: inout RetainedRing<capacity>
    ) -> Feedback {
        let answered = invitation ?? openInvitation(now: now)
        guard let sequence = ring.append(button: button, invitation: answered, tick: tick(now: now)) else {
            awaitsStored = false
            feedback = .busy
            // The host learns of the drop at once, not with the next heartbeat.
            if phase == .linked { heartbeatAt = min(heartbeatAt, now) }
            return .busy
        }
        awaitsStored = true
        shownSequence = sequence
        shownUntil = now + widened(UInt32(settings.feedbackWindow))
        let shown: Feedback = idleLight == .refused ? .refused : .received
        feedback = shown
        return shown
    }

    /// Sends a badge or PIN to the host, until it answers. A newer one replaces one that waits.
    ///
    /// - Parameters:
    ///   - kind: what was read.
    ///   - secret: 1 to 32 bytes; fewer or none are ignored.
    ///   - now: milliseconds.
    public mutating func badge(_ kind: BadgeRequest.Kind, secret: BoundedBytes<32>, now: UInt64) {
        guard !secret.isEmpty else { return }
        badgeCounter &+= 1
        badge = BadgeRequest(request: badgeCounter, kind: kind, secret: secret)
        badgeAt = now
    }

    func openInvitation(now: UInt64) -> UInt32 {
        guard let invitation, now < invitationUntil else { return 0 }
        return invitation.id
    }

    /// Releases what the host committed.
    mutating func acknowledged<let capacity: Int>(_ ack: Ack, _ now: UInt64, _ ring: inout RetainedRing<capacity>) {
        guard phase == .linked, ack.boot == ring.boot else { return }
        if ack.dropped <= ring.dropped { droppedAcked = max(droppedAcked, ack.dropped) }
        guard ack.next > ring.oldest, ack.next <= sentBelow else { return }
        ring.release(below: ack.next, ledger: ledger, tick: tick(now: now))
        sendNext = max(sendNext, ack.next)
        resendDelay = WireLimits.resendFirst
        resendAt = sendNext > ring.oldest ? now + resendDelay : .max
        if awaitsStored, ack.next > shownSequence {
            awaitsStored = false
            if now <= shownUntil { storedDue = true }
        }
    }

    /// The next press frame that the window and the resend timer allow.
    mutating func nextPress<let capacity: Int>(_ now: UInt64, _ ring: RetainedRing<capacity>) -> WireFrame? {
        if now >= resendAt {
            sendNext = ring.oldest
            resendDelay = min(resendDelay * 2, WireLimits.resendLongest)
            resendAt = .max
        }
        guard sendNext < ring.next, sendNext - ring.oldest < WireLimits.window,
            let record = ring.record(sendNext)
        else { return nil }
        if resendAt == .max { resendAt = now + resendDelay }
        if sendNext < sentBelow { resends &+= 1 }
        sendNext += 1
        sentBelow = max(sentBelow, sendNext)
        let message = PressMessage(
            boot: ring.boot, tick: tick(now: now), resets: ring.resets, ring: ring.report, record: record)
        return message.encoded()
    }
}
