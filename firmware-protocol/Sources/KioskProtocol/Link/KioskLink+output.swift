extension KioskLink {
    /// The next thing to do, nil when there is nothing before the next input or `deadline`.
    public mutating func next(now: UInt64) -> LinkAction? {
        if let observation = toStore.removeFirst() { return observation.action }
        if let action = nextOfLife(now) { return action }
        if let action = nextOfHello(now) { return action }
        if let action = nextReport() { return action }
        return nextToSend(now).map { .send($0) }
    }

    /// The earliest time at which `next` may have news without an input.
    public var deadline: UInt64 {
        if hasNews { return 0 }
        var earliest = isDeadTold ? UInt64.max : heardAt + WireLimits.deadPeer
        if let probeUntil { earliest = min(earliest, probeUntil) }
        if isHelloDue, askedHello == nil { earliest = min(earliest, identifyAt) }
        if phase == .waiting, askedHello == nil, !isHelloDue { earliest = min(earliest, helloRequestAt) }
        guard phase == .linked else { return earliest }
        // Two by two: a min of many makes an array, on the heap.
        earliest = min(min(earliest, heartbeatAt), min(helloRequestAt, settingsAt))
        return min(min(earliest, inviteAt), min(inviteEndAt, renewAt))
    }

    private var hasNews: Bool {
        if !toStore.isEmpty || isAliveDue || isConnectedDue || welcomeDue != nil { return true }
        if sampleDue != nil || statusDue != nil || badgeDue != nil { return true }
        if settingsApplied != nil || invitedDue != nil { return true }
        guard phase == .linked else { return false }
        return isAckDue || isNoticeDue || textDue != nil || isOfficerDue || blinkDue != nil || isStatusRequestDue
    }

    private mutating func nextOfLife(_ now: UInt64) -> LinkAction? {
        if isAliveDue {
            isAliveDue = false
            return .alive
        }
        if let until = probeUntil, now >= until {
            probeUntil = nil
            return .silent
        }
        if !isDeadTold, now >= heardAt + WireLimits.deadPeer {
            isDeadTold = true
            endSession()
            helloRequestAt = now
            return .dead
        }
        return nil
    }

    private mutating func nextOfHello(_ now: UInt64) -> LinkAction? {
        if isConnectedDue, let linkedHello {
            isConnectedDue = false
            return .connected(linkedHello)
        }
        guard isHelloDue, askedHello == nil, now >= identifyAt, let newest = newestHello else { return nil }
        isHelloDue = false
        identifyAt = now + WireLimits.identifyShortest
        guard newest.oldestVersion <= WireLimits.version, WireLimits.version <= newest.newestVersion else {
            refuse(newest, .version)
            return .refused(.version)
        }
        askedHello = newest
        return .identify(newest)
    }

    private mutating func nextReport() -> LinkAction? {
        if let sample = sampleDue {
            sampleDue = nil
            return .sample(sample)
        }
        if let status = statusDue {
            statusDue = nil
            return .status(status)
        }
        if let request = badgeDue {
            badgeDue = nil
            return .badge(request)
        }
        if let revision = settingsApplied {
            settingsApplied = nil
            return .settingsApplied(revision: revision)
        }
        if let id = invitedDue {
            invitedDue = nil
            return .invited(id: id)
        }
        return nil
    }

    private mutating func nextToSend(_ now: UInt64) -> WireFrame? {
        if let welcome = welcomeDue {
            welcomeDue = nil
            return welcome.encoded()
        }
        if phase != .refused, askedHello == nil, !isHelloDue, now >= helloRequestAt {
            helloRequestedAt = now
            helloRequestAt = phase == .linked ? .max : now + WireLimits.helloRequest
            return HostMessage.helloRequest.encoded()
        }
        guard phase == .linked, let linkedHello else { return nil }
        if isAckDue {
            isAckDue = false
            ackedBoot = linkedHello.boot
            ackedNext = committedNext
            return Ack(boot: linkedHello.boot, next: ackedNext, dropped: droppedCommitted).encoded()
        }
        if now >= heartbeatAt { return heartbeat(now) }
        return nextOrder(now)
    }

    private mutating func heartbeat(_ now: UInt64) -> WireFrame {
        heartbeatAt = now + WireLimits.heartbeat
        token &+= 1
        // 0 is the box's word for "no token".
        if token == 0 { token = 1 }
        tokenSentAt = now
        return HostMessage.heartbeat(token: token).encoded()
    }

    private mutating func nextOrder(_ now: UInt64) -> WireFrame? {
        if isNoticeDue {
            isNoticeDue = false
            return notice.encoded()
        }
        if let answer = officerAnswer, isOfficerDue {
            isOfficerDue = false
            return answer.encoded()
        }
        if let renewal, now >= renewAt {
            renewAt = now + WireLimits.renew
            return renewal.encoded()
        }
        if let settings, now >= settingsAt {
            settingsAt = now + WireLimits.repeatUnanswered
            return settings.encoded()
        }
        if let frame = nextInvitation(now) { return frame }
        if let text = textDue {
            textDue = nil
            return text.encoded()
        }
        if let seconds = blinkDue {
            blinkDue = nil
            return HostMessage.blink(seconds: seconds).encoded()
        }
        if isStatusRequestDue {
            isStatusRequestDue = false
            return HostMessage.statusRequest.encoded()
        }
        return nil
    }

    private mutating func nextInvitation(_ now: UInt64) -> WireFrame? {
        if let id = inviteEnd, now >= inviteEndAt {
            inviteEndAt = now + WireLimits.repeatUnanswered
            return HostMessage.inviteEnd(id: id).encoded()
        }
        guard let open = invitation, now >= inviteAt else { return nil }
        guard now < invitationUntil else {
            invitation = nil
            inviteAt = .max
            return nil
        }
        inviteAt = now + WireLimits.repeatUnanswered
        let left = UInt32(truncatingIfNeeded: invitationUntil - now)
        return Invitation(id: open.id, window: left, flags: open.flags).encoded()
    }
}
