extension RetainedRing {
    /// Makes sense of the memory after a reset; true if its presses were kept.
    mutating func recover() -> Bool {
        guard let header = newestCopy, holdsAll(of: header) else {
            begin()
            return false
        }
        live = header
        // A press whose slot was complete when the reset came, its header not yet.
        while count < capacity, live.next < WireLimits.sequenceEnd, slots[Self.index(live.next)].holds(live.next) {
            live.next += 1
        }
        var sequence = live.oldest
        while sequence < live.next {
            live.tick = max(live.tick, slots[Self.index(sequence)].tick)
            sequence += 1
        }
        live.resets &+= 1
        write(live)
        return true
    }

    private var newestCopy: RingHeader? {
        let first = copies[0]
        let second = copies[1]
        switch (first.isSealed(capacity: capacity), second.isSealed(capacity: capacity)) {
        case (false, false): return nil
        case (true, false): return first
        case (false, true): return second
        case (true, true): return Int32(bitPattern: second.generation &- first.generation) > 0 ? second : first
        }
    }

    /// A header names its presses only after they were written: one that is damaged means damaged memory.
    private func holdsAll(of header: RingHeader) -> Bool {
        guard header.oldest <= header.next,
            header.next - header.oldest <= UInt32(truncatingIfNeeded: capacity)
        else { return false }
        var sequence = header.oldest
        while sequence < header.next {
            guard slots[Self.index(sequence)].holds(sequence) else { return false }
            sequence += 1
        }
        return true
    }

    /// Begins a life without a boot. The older copy goes first, so that a reset meanwhile begins again.
    private mutating func begin() {
        let newer = Int32(bitPattern: copies[1].generation &- copies[0].generation) > 0 ? 1 : 0
        copies[1 - newer] = RingHeader()
        copies[newer] = RingHeader()
        wipeSlots()
        write(RingHeader())
    }
}
