extension KioskLink {
    /// Takes one byte from the wire.
    ///
    /// - Returns: whether it completed something, so that `next` is worth calling.
    @discardableResult
    public mutating func receive(_ byte: UInt8, now: UInt64) -> Bool {
        switch decoder.receive(byte) {
        case .none:
            return false
        case .rejected:
            badFrames &+= 1
        case .frame(let body):
            guard let message = BoxMessage(body) else {
                badFrames &+= 1
                return true
            }
            heard(now)
            take(message, now)
        }
        return true
    }

    private mutating func heard(_ now: UInt64) {
        heardAt = now
        isDeadTold = false
        if probeUntil != nil {
            probeUntil = nil
            isAliveDue = true
        }
    }

    private mutating func take(_ message: BoxMessage, _ now: UInt64) {
        switch message {
        case .hello(let hello): greeted(hello, now)
        case .press(let press): if isOfLink(press.boot, press.ring, now) { pressed(press) }
        case .heartbeat(let beat): if isOfLink(beat.boot, beat.ring, now) { beaten(beat, now) }
        case .unknown: break
        case .status, .badge, .settingsAck:
            guard phase == .linked else { return requestHello(now) }
            heardAside(message)
        }
    }

    private mutating func heardAside(_ message: BoxMessage) {
        switch message {
        case .status(let status): statusDue = status
        case .badge(let request): asked(request)
        case .settingsAck(let revision):
            guard settings?.revision == revision, settingsAt != .max else { return }
            settingsAt = .max
            settingsApplied = revision
        case .hello, .press, .heartbeat, .unknown: break
        }
    }

    private mutating func asked(_ request: BadgeRequest) {
        if let officerAnswer, officerAnswer.request == request.request {
            // The box did not hear the answer.
            isOfficerDue = true
        } else if badgeAsked != request.request {
            badgeAsked = request.request
            badgeDue = request
            officerAnswer = nil
            isOfficerDue = false
        }
    }

    private mutating func greeted(_ hello: Hello, _ now: UInt64) {
        newestHello = hello
        helloRequestAt = now + WireLimits.helloRequest
        isHelloDue = true
        if phase == .linked { endSession() }
        phase = .waiting
    }

    /// What the box says from now on belongs to another handshake: nothing of it may confirm the old.
    mutating func endSession() {
        phase = .waiting
        inFlight.removeAll()
        isAckDue = false
        isConnectedDue = false
        welcomeDue = nil
        tokenSentAt = nil
        heartbeatAt = .max
        badgeAsked = nil
        badgeDue = nil
        officerAnswer = nil
        isOfficerDue = false
    }

    /// Whether a frame is of the box and boot that said hello, and its ring is possible.
    private mutating func isOfLink(_ boot: UInt64, _ ring: RingReport, _ now: UInt64) -> Bool {
        guard phase == .linked, let linkedHello, linkedHello.boot == boot else {
            requestHello(now)
            return false
        }
        guard ring.isPossible(capacity: linkedHello.ringCapacity) else {
            badFrames &+= 1
            return false
        }
        return true
    }

    private mutating func requestHello(_ now: UInt64) {
        // A hello that is being looked up is answered soon.
        guard askedHello == nil, !isHelloDue, phase != .refused else { return }
        let earliest = helloRequestedAt.map { $0 + WireLimits.helloRequestShortest } ?? now
        helloRequestAt = min(helloRequestAt, max(now, earliest))
    }

    private mutating func beaten(_ beat: BoxHeartbeat, _ now: UInt64) {
        if observe(beat.ring) { announce(beat.ring) }
        if let sentAt = tokenSentAt, beat.echo == token {
            tokenSentAt = nil
            sampleDue = LifeSample(
                roundTrip: now > sentAt ? now - sentAt : 0, now: now, boot: beat.boot, resets: beat.resets,
                tick: beat.tick,
                ring: beat.ring, isFull: beat.isFull, hasStuckButton: beat.hasStuckButton)
        }
        if beat.standing != notice.standing { isNoticeDue = true }
        if let invitation, inviteAt != .max, beat.invitation == invitation.id {
            inviteAt = .max
            invitedDue = invitation.id
        }
        if let inviteEnd, beat.invitation != inviteEnd {
            self.inviteEnd = nil
            inviteEndAt = .max
        }
    }
}
