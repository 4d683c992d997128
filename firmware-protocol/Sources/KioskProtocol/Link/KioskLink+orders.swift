extension KioskLink {
    /// Tells the box what to show while nobody presses; it is told again on every link.
    public mutating func notice(_ notice: Notice, now: UInt64) {
        guard notice != self.notice else { return }
        self.notice = notice
        isNoticeDue = true
    }

    /// Opens an invitation on the box; sent again every second until the box shows it or its window is over.
    public mutating func invite(_ invitation: Invitation, now: UInt64) {
        guard invitation.id != 0 else { return }
        self.invitation = invitation
        invitationUntil = now + widened(invitation.window)
        inviteAt = now
        if inviteEnd == invitation.id {
            inviteEnd = nil
            inviteEndAt = .max
        }
    }

    /// Ends an invitation on the box; sent again every second until the box's heartbeat shows that it did.
    public mutating func endInvitation(id: UInt32, now: UInt64) {
        if invitation?.id == id {
            invitation = nil
            inviteAt = .max
        }
        inviteEnd = id
        inviteEndAt = now
    }

    /// Shows a text on the box, once: it may be lost.
    public mutating func text(_ text: DisplayText, now: UInt64) { textDue = text }

    /// Answers a badge or PIN. The answer is sent again as often as the box asks again.
    public mutating func officer(_ answer: OfficerAnswer, now: UInt64) {
        guard badgeAsked == answer.request else { return }
        officerAnswer = answer
        isOfficerDue = true
    }

    /// Gives the box settings; sent again every second until it confirms, and on every link.
    public mutating func settings(_ settings: BoxSettings, now: UInt64) {
        self.settings = settings
        settingsAt = now
    }

    /// Lets the box blink so that a technician finds it, once: it may be lost.
    public mutating func blink(seconds: UInt8, now: UInt64) { blinkDue = seconds }

    /// Asks the box for its status, once: it may be lost.
    public mutating func requestStatus(now: UInt64) { isStatusRequestDue = true }

    /// Has the box begin a new boot once its ring is empty: after a conflict. Repeated until it did.
    ///
    /// - Parameters:
    ///   - boot: 64 random bits, not 0. A call while another renewal of this boot is under way changes nothing.
    ///   - now: milliseconds.
    public mutating func renew(boot: UInt64, now: UInt64) {
        guard let old = linkedHello?.boot, boot != 0, boot != old, renewal?.oldBoot != old else { return }
        renewal = Renewal(oldBoot: old, newBoot: boot)
        renewAt = now
    }

    /// Asks the box for a sign of life: `alive` or, after 2 s of silence, `silent` follows.
    public mutating func probe(now: UInt64) {
        probeUntil = now + WireLimits.probe
        if phase == .linked {
            heartbeatAt = now
        } else {
            helloRequestAt = now
        }
    }
}
