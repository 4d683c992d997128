extension KioskLink {
    /// Takes a press frame of this link.
    mutating func pressed(_ press: PressMessage) {
        guard observe(press.ring) else { return }
        let sequence = press.record.sequence
        if sequence > cursor {
            // A frame before this one was lost. The box sends it again; so it does after an ACK that was lost.
            isAckDue = true
        } else if sequence == cursor {
            hand(press, isRepeat: sequence < expected)
            cursor += 1
            expected = max(expected, cursor)
        } else {
            resends &+= 1
            // The same bytes are on their way to the store. Others must be seen by it, whatever the sequence.
            if !isInFlight(press.record) { hand(press, isRepeat: true) }
        }
        announce(press.ring)
    }

    /// Takes what a frame says of the ring; false if there is no room to take the frame, which then counts as lost.
    mutating func observe(_ ring: RingReport) -> Bool {
        guard let linkedHello, toStore.room >= 4, uncommitted + 3 <= WireLimits.observationsInFlight else {
            return false
        }
        if ring.oldest > expected {
            let isOther = linkedHello.ledger != 0 && linkedHello.ledger != ledger
            let gap = GapReport(
                ticket: nextTicket(), boot: linkedHello.boot, from: expected, to: ring.oldest,
                cause: isOther ? .otherLedger : .missing)
            hand(.gap(gap))
            expected = ring.oldest
        }
        cursor = max(cursor, ring.oldest)
        if ring.dropped > droppedHanded {
            hand(.dropped(DropReport(ticket: nextTicket(), boot: linkedHello.boot, total: ring.dropped)))
            droppedHanded = ring.dropped
        }
        return true
    }

    /// Tells of presses that the box has made and the store will not get with this frame.
    mutating func announce(_ ring: RingReport) {
        guard let linkedHello, ring.next > announced, ring.next > max(cursor, expected) else { return }
        announced = ring.next
        toStore.append(.announced(boot: linkedHello.boot, next: ring.next))
    }

    /// Tells the link that everything handed to the shell up to and including `ticket` is committed.
    ///
    /// Only this lets the link acknowledge. Tickets rise by one from one observation to the next.
    public mutating func committed(through ticket: UInt64, now: UInt64) {
        guard ticket > committedTicket, ticket <= lastTicket else { return }
        committedTicket = ticket
        while let first = inFlight[0], let its = first.ticket, its <= ticket {
            _ = inFlight.removeFirst()
            if case .dropped(let report) = first { droppedCommitted = max(droppedCommitted, report.total) }
            isAckDue = true
        }
    }

    /// Every sequence below is committed, of what this session heard.
    var committedNext: UInt32 {
        var next = cursor
        for index in 0..<inFlight.count {
            if let sequence = inFlight[index]?.holdsBack { next = min(next, sequence) }
        }
        return next
    }

    private mutating func hand(_ press: PressMessage, isRepeat: Bool) {
        let report = PressReport(
            ticket: nextTicket(), boot: press.boot, record: press.record, tick: press.tick, resets: press.resets,
            isRepeat: isRepeat)
        hand(.press(report))
    }

    private mutating func hand(_ observation: Observation) {
        toStore.append(observation)
        inFlight.append(observation)
    }

    private mutating func nextTicket() -> UInt64 {
        lastTicket += 1
        return lastTicket
    }

    private func isInFlight(_ record: PressRecord) -> Bool {
        for index in 0..<inFlight.count {
            if case .press(let report) = inFlight[index], report.record == record { return true }
        }
        return false
    }
}
