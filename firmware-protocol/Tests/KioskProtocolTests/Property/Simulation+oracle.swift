import KioskProtocol

extension Simulation {
    /// The stored set equals the log, less what a cold start or a restore took; gaps and drops say the same.
    mutating func compare() throws {
        tally.resends += Int(link?.resends ?? 0)
        tally.badFrames += Int(link?.badFrames ?? 0)
        for index in lives.indices { try compare(lives[index], isAlive: index == lives.count - 1) }
        for boot in store.boots.keys {
            try demand(lives.contains { $0.boot == boot }, "boot \(boot) was invented")
        }
    }

    private mutating func compare(_ life: Life, isAlive: Bool) throws {
        guard life.boot != 0 else {
            let excused = life.excused.count == life.presses.count
            try demand(excused, "presses without a boot are gone, and no cold start explains it")
            return
        }
        let stored = store.boots[life.boot] ?? ModelStore.Boot()
        for (sequence, record) in stored.presses {
            try demand(Int(sequence) < life.presses.count, "press \(sequence) was invented")
            try demand(life.presses[Int(sequence)] == record, "press \(sequence) was altered")
        }
        var inGap: Set<UInt32> = []
        for gap in stored.gaps {
            tally.gaps += 1
            tally.gapPresses += Int(gap.to - gap.from)
            for sequence in gap.from..<gap.to { inGap.insert(sequence) }
        }
        for sequence in 0..<UInt32(life.presses.count) {
            let isStored = stored.presses[sequence] != nil
            if isStored {
                try demand(!inGap.contains(sequence), "press \(sequence) is stored and in a gap")
                continue
            }
            try demand(life.excused.contains(sequence), "press \(sequence) of \(life.boot) is lost")
            // Of a living boot the box told the host; of an ended one, only what it told before.
            let isReported = inGap.contains(sequence) || (!isAlive && sequence >= stored.next)
            try demand(isReported, "press \(sequence) is missing, and no gap says so")
        }
        for sequence in inGap {
            try demand(Int(sequence) < life.presses.count, "a gap names \(sequence), which never was")
        }
        let total = UInt32(life.presses.count)
        try demand(stored.next <= total && stored.announced <= total, "more presses were told of than were made")
        if isAlive {
            try demand(stored.next == total, "the store is at \(stored.next) of \(total)")
            try demand(stored.dropped == life.dropped, "\(stored.dropped) drops stored of \(life.dropped)")
        } else {
            try demand(stored.dropped <= life.dropped, "more drops stored than there were")
        }
    }
}
