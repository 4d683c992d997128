extension KioskDevice {
    /// The wire to the host opened: the box says hello. Where a wire cannot tell, call it once after the start.
    public mutating func linkOpened(now: UInt64) {
        decoder = FrameDecoder()
        helloSentAt = nil
        greet(now)
    }

    /// The wire to the host closed: nothing is sent until it opens.
    public mutating func linkClosed(now: UInt64) {
        phase = .closed
        helloAt = .max
        idleDue = true
    }

    /// Takes one byte from the wire.
    ///
    /// - Returns: whether it completed something, so that `next` is worth calling.
    @discardableResult
    public mutating func receive<let capacity: Int>(
        _ byte: UInt8, now: UInt64, ring: inout RetainedRing<capacity>
    ) -> Bool {
        guard phase != .closed else { return false }
        switch decoder.receive(byte) {
        case .none:
            return false
        case .rejected:
            badFrames &+= 1
        case .frame(let body):
            guard let message = HostMessage(body) else {
                badFrames &+= 1
                return true
            }
            heardAt = now
            take(message, now, &ring)
        }
        return true
    }

    private mutating func take<let capacity: Int>(
        _ message: HostMessage, _ now: UInt64, _ ring: inout RetainedRing<capacity>
    ) {
        switch message {
        case .welcome(let welcome): welcomed(welcome, now, &ring)
        case .ack(let ack): acknowledged(ack, now, &ring)
        case .helloRequest: helloRequested(now)
        case .unknown: break
        // The rest is for a link that is up: anything else may be left over from another one.
        default: if phase == .linked { obey(message, now, ring) }
        }
    }

    private mutating func obey<let capacity: Int>(
        _ message: HostMessage, _ now: UInt64, _ ring: RetainedRing<capacity>
    ) {
        switch message {
        case .heartbeat(let token):
            heartbeatEcho = token
            heartbeatAt = now
        case .notice(let notice):
            self.notice = notice
            idleDue = true
        case .invite(let invitation):
            self.invitation = invitation
            invitationUntil = now + widened(invitation.window)
            inviteDue = true
            heartbeatAt = now
        case .inviteEnd(let id):
            if invitation?.id == id { endInvitation() }
            heartbeatAt = now
        case .text(let text): textDue = text
        case .officer(let answer):
            guard answer.request == badge?.request else { return }
            badge = nil
            badgeAt = .max
            officerDue = answer
        case .settings(let settings):
            self.settings = settings.clamped
            debouncer.settle = widened(UInt32(self.settings.debounce))
            applyDue = true
            settingsAckDue = true
        case .blink(let seconds): blinkDue = seconds
        case .statusRequest: statusDue = true
        case .renew(let renewal): if renewal.oldBoot == ring.boot { self.renewal = renewal }
        case .welcome, .ack, .helloRequest, .unknown: break
        }
    }

    mutating func endInvitation() {
        inviteEndDue = invitation?.id
        invitation = nil
        inviteDue = false
    }

    private mutating func welcomed<let capacity: Int>(
        _ welcome: Welcome, _ now: UInt64, _ ring: inout RetainedRing<capacity>
    ) {
        guard phase == .greeting, isOfThisGreeting(welcome.counter) else { return }
        switch welcome.verdict {
        case .refused:
            isRefused = true
            idleDue = true
            helloDelay = WireLimits.helloLongest
            helloAt = now + helloDelay
        case .offered:
            guard ring.boot == 0 else { return }
            ring.adopt(boot: welcome.boot, tick: tick(now: now))
            greet(now)
        case .accepted:
            guard ring.boot == welcome.boot, welcome.version == WireLimits.version else { return }
            link(welcome, now, ring)
        }
    }

    private mutating func link<let capacity: Int>(
        _ welcome: Welcome, _ now: UInt64, _ ring: RetainedRing<capacity>
    ) {
        phase = .linked
        helloAt = .max
        isRefused = false
        notice = Notice(standing: .ready)
        idleDue = true
        ledger = welcome.ledger
        heardAt = now
        heartbeatEcho = 0
        heartbeatAt = now + WireLimits.heartbeat
        sendNext = ring.oldest
        sentBelow = ring.oldest
        resendDelay = WireLimits.resendFirst
        resendAt = .max
        droppedAcked = 0
        renewal = nil
        stuckTold = 0
        if badge != nil { badgeAt = now }
    }

    private func isOfThisGreeting(_ counter: UInt16) -> Bool {
        counter &- firstCounter < lastCounter &- firstCounter &+ 1
    }

    private mutating func helloRequested(_ now: UInt64) {
        // A host that asks all the time gets two hellos a second.
        let earliest = max(now, helloSentAt.map { $0 + WireLimits.helloAskedShortest } ?? now)
        if phase == .linked {
            greet(now)
            helloAt = earliest
        } else {
            helloAt = min(helloAt, earliest)
        }
    }

    /// Begins a greeting: all counters from here on belong to it.
    mutating func greet(_ now: UInt64) {
        phase = .greeting
        firstCounter = lastCounter &+ 1
        helloAt = now
        helloDelay = WireLimits.helloFirst
        idleDue = true
    }
}
