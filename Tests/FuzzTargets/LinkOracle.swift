import KioskProtocol

/// A store behind a link, which remembers what it was handed and says what the link must not do.
struct LinkOracle {
    private struct Boot {
        /// What the store had before the first hello of this boot that was answered.
        var knownBefore: UInt32
        var presses: Set<UInt32> = []
        var gaps: [GapReport] = []
        var dropped: UInt32 = 0

        /// Up to where all is stored or a gap, from `start` on.
        func end(from start: UInt32) -> UInt32 {
            var next = max(start, knownBefore)
            while true {
                if presses.contains(next) {
                    next += 1
                } else if let gap = gaps.first(where: { $0.from <= next && next < $0.to }) {
                    next = gap.to
                } else {
                    return next
                }
            }
        }
    }

    private var boots: [UInt64: Boot] = [:]
    private var waiting: [(ticket: UInt64, action: LinkAction)] = []
    private var lastTicket: UInt64 = 0
    /// Sequences that this session of the link handed up for the first time.
    private var fresh: Set<UInt32> = []
    /// The last ticket before this session. A hello in between makes the box begin anew: then the store sees the same
    /// presses again, and compares.
    private var sessionStart: UInt64 = 0

    /// The answer to "what do you have of this boot?"; one that was never seen has all below `start`.
    mutating func known(_ boot: UInt64, at start: UInt32) -> (next: UInt32, dropped: UInt32) {
        let kept = boots[boot] ?? Boot(knownBefore: start)
        boots[boot] = kept
        return (kept.end(from: 0), kept.dropped)
    }

    /// Commits the first `count` of what waits; the ticket up to which all is durable.
    mutating func commit(_ count: Int) -> UInt64? {
        let done = waiting.prefix(count)
        waiting.removeFirst(done.count)
        for (_, action) in done {
            switch action {
            case .store(let report): boots[report.boot]?.presses.insert(report.record.sequence)
            case .gap(let gap): boots[gap.boot]?.gaps.append(gap)
            case .dropped(let report):
                let known = boots[report.boot]?.dropped ?? 0
                boots[report.boot]?.dropped = max(known, report.total)
            default: break
            }
        }
        return done.last?.ticket
    }

    /// Looks at what the link wants; `hello` is that of the box that is linked.
    mutating func take(_ action: LinkAction, of hello: Hello?) throws {
        switch action {
        case .connected: (sessionStart, fresh) = (lastTicket, [])
        case .store(let report): try hand(report, action)
        case .gap(let gap):
            try demand(gap.from < gap.to, "an empty gap")
            try queue(gap.ticket, action)
        case .dropped(let report): try queue(report.ticket, action)
        case .send(let frame): try check(frame, hello)
        default: break
        }
    }

    private mutating func hand(_ report: PressReport, _ action: LinkAction) throws {
        let sequence = report.record.sequence
        for case (let ticket, .store(let other)) in waiting where ticket > sessionStart {
            try demand(other.record != report.record, "press \(sequence) was handed up twice")
        }
        if !report.isRepeat {
            try demand(fresh.insert(sequence).inserted, "press \(sequence) was handed up as new a second time")
        }
        try queue(report.ticket, action)
    }

    private mutating func queue(_ ticket: UInt64, _ action: LinkAction) throws {
        try demand(ticket == lastTicket + 1, "ticket \(ticket) after \(lastTicket)")
        lastTicket = ticket
        waiting.append((ticket, action))
    }

    private func check(_ frame: WireFrame, _ hello: Hello?) throws {
        let messages = Framing.bodies(frame.array).map { HostMessage($0) }
        try demand(messages.count == 1, "\(messages.count) messages in one frame")
        guard case .ack(let ack)? = messages[0] else {
            return try demand(messages[0] != nil, "a message that the box cannot read")
        }
        guard let hello, ack.boot == hello.boot, let stored = boots[ack.boot] else {
            throw Violation(description: "an ACK for a box that is not linked")
        }
        try demand(ack.dropped <= stored.dropped, "drops were acknowledged that are not stored")
        guard ack.next > hello.ring.oldest else { return }
        let end = stored.end(from: hello.ring.oldest)
        try demand(ack.next <= end, "acknowledged up to \(ack.next), stored up to \(end)")
    }
}
