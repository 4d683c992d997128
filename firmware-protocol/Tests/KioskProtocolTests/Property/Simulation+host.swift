import KioskProtocol

extension Simulation {
    mutating func runHost() throws {
        guard link != nil else {
            if hostUpAt <= now {
                if chance.once(in: 2) { toHost.flush() }
                link = KioskLink(ledger: Self.ledger, now: now)
                try pullHost()
            }
            return
        }
        try answer()
        try commit()
        while let byte = toHost.read(now) {
            if link?.receive(byte, now: now) == true { try pullHost() }
        }
        try pullHost()
    }

    private mutating func answer() throws {
        guard let asked = question, asked.at <= now else { return }
        question = nil
        if asked.hello.boot == 0 {
            let boot = chance.next() | 1
            given.insert(boot)
            link?.offer(boot: boot, now: now)
        } else {
            let known = store.boots[asked.hello.boot]
            link?.known(next: known?.next ?? 0, dropped: known?.dropped ?? 0, now: now)
        }
    }

    /// One commit for all that is due, then one confirmation.
    private mutating func commit() throws {
        var last: UInt64?
        while let first = pending.first, first.at <= now {
            pending.removeFirst()
            try store.commit(first.entry)
            try remember(first.entry)
            last = first.entry.ticket ?? last
        }
        guard let last else { return }
        // The process may die between the commit and its receipt.
        if chance.once(in: faults.hostRestart / 20) { return restartHost() }
        link?.committed(through: last, now: now)
    }

    private mutating func remember(_ entry: ModelStore.Entry) throws {
        switch entry {
        case .press(let report):
            guard let index = lives.lastIndex(where: { $0.boot == report.boot }) else {
                throw Violation("a press of a boot that no box had")
            }
            let sequence = Int(report.record.sequence)
            try demand(sequence < lives[index].presses.count, "press \(sequence) was invented")
            try demand(lives[index].presses[sequence] == report.record, "press \(sequence) was altered")
            lives[index].everCommitted.insert(report.record.sequence)
            lives[index].atRisk.remove(report.record.sequence)
        case .dropped(let report):
            guard let index = lives.lastIndex(where: { $0.boot == report.boot }) else {
                throw Violation("drops of a boot that no box had")
            }
            try demand(report.total <= lives[index].dropped, "more drops than there were")
            lives[index].everDropped = max(lives[index].everDropped, report.total)
        case .gap, .announced: break
        }
    }

    private mutating func pullHost() throws {
        while let action = link?.next(now: now) {
            switch action {
            case .send(let frame):
                noteAck(frame)
                toBox.write(bytes(frame), now, faults, &chance)
            case .identify(let hello):
                try demand(question == nil, "a second question before the first was answered")
                question = (now + chance.below(faults.commitLatency), hello)
            case .store(let report):
                if report.isRepeat { tally.repeats += 1 }
                try check(report)
                enqueue(.press(report))
            case .gap(let report): enqueue(.gap(report))
            case .dropped(let report): enqueue(.dropped(report))
            case .announced(let boot, let next): enqueue(.announced(boot: boot, next: next))
            default: break
            }
        }
        try demand(link?.uncommitted ?? 0 <= WireLimits.observationsInFlight, "too many in flight")
        try demand(link?.deadline ?? .max > now || link?.deadline == 0, "the deadline is past, and next had nothing")
        try demand(link?.deadline != 0, "the deadline says at once, and next had nothing")
    }

    /// Remembers the furthest acknowledgement, to tell which presses one on the wire may release.
    private mutating func noteAck(_ frame: WireFrame) {
        var decoder = FrameDecoder()
        for index in 0..<frame.count {
            guard case .frame(let body) = decoder.receive(frame[index]), case .ack(let ack) = HostMessage(body) else {
                continue
            }
            ackedNext = ack.boot == ackedBoot ? max(ackedNext, ack.next) : ack.next
            ackedBoot = ack.boot
        }
    }

    /// No press may look older than it is.
    private func check(_ report: PressReport) throws {
        guard let made = lives.last(where: { $0.boot == report.boot }) else { return }
        let sequence = Int(report.record.sequence)
        guard sequence < made.moments.count else { return }
        try demand(report.age <= now - made.moments[sequence], "press \(sequence) looks older than it is")
    }

    private mutating func enqueue(_ entry: ModelStore.Entry) {
        let at = max(pending.last?.at ?? 0, now + chance.below(faults.commitLatency))
        pending.append((at, entry))
    }

    mutating func restartHost() {
        tally.resends += Int(link?.resends ?? 0)
        tally.badFrames += Int(link?.badFrames ?? 0)
        link = nil
        pending.removeAll()
        question = nil
        hostUpAt = now + chance.wait(mean: 5_000)
        tally.hostRestarts += 1
    }

    /// The disk is replaced by an older copy.
    mutating func restoreHost() {
        guard let older = snapshots.randomElement(using: &chance) else { return }
        restartHost()
        tally.restores += 1
        for index in lives.indices {
            let boot = lives[index].boot
            let kept = older.boots[boot]?.presses ?? [:]
            let isAlive = index == lives.count - 1
            for sequence in (store.boots[boot]?.presses ?? [:]).keys where kept[sequence] == nil {
                // What the ring still holds will come again, unless the host's word to let go of it is on its way.
                if !isAlive || sequence < ring.oldest {
                    lives[index].excused.insert(sequence)
                } else if life.boot == ackedBoot, sequence < ackedNext {
                    lives[index].atRisk.insert(sequence)
                }
            }
        }
        store = older
        // Newer copies are gone with the disk.
        snapshots = [older]
    }
}
