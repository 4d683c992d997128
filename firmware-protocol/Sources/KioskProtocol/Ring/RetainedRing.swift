/// The presses that wait for an acknowledgement, and what names them, in memory that outlives a warm reset.
///
/// `capacity` is a power of two, at most 32768. In firmware the value lives at a fixed address that start-up code
/// leaves alone; a simulator keeps it beside the box. Every press is written as slot, then header; two header copies
/// take turns, so that a reset in the middle of any write leaves either the state before or the state after.
public struct RetainedRing<let capacity: Int>: Sendable {
    var slots: InlineArray<capacity, RingSlot>
    var copies: InlineArray<2, RingHeader>
    /// The newest header; rebuilt from the copies at start.
    var live: RingHeader

    /// Memory as it may be after power came on: nothing in it is valid.
    public init() {
        precondition(capacity > 0 && capacity <= 32_768 && capacity & (capacity - 1) == 0)
        slots = InlineArray(repeating: RingSlot())
        copies = InlineArray(repeating: RingHeader())
        live = RingHeader()
    }

    /// The life of the ring, 0 for none.
    public var boot: UInt64 { live.boot }
    /// The oldest sequence held.
    public var oldest: UInt32 { live.oldest }
    /// The sequence of the next press.
    public var next: UInt32 { live.next }
    /// How many presses of this boot found no room.
    public var dropped: UInt32 { live.dropped }
    /// Resets in this life of the ring.
    public var resets: UInt16 { live.resets }
    /// The ledger that last acknowledged a press of this boot, 0 for none.
    public var ledger: UInt64 { live.ledger }
    /// How many presses wait.
    public var count: Int { Int(live.next &- live.oldest) }
    /// Whether the next press will find no room.
    public var isFull: Bool { count >= capacity || live.next == WireLimits.sequenceEnd }
    /// What frames say of the ring.
    public var report: RingReport { RingReport(oldest: oldest, next: next, dropped: dropped) }

    /// The press of `sequence`, nil if it is not held.
    public func record(_ sequence: UInt32) -> PressRecord? {
        guard sequence >= live.oldest, sequence < live.next else { return nil }
        return slots[Self.index(sequence)].record
    }

    static func index(_ sequence: UInt32) -> Int {
        Int(sequence & UInt32(truncatingIfNeeded: capacity - 1))
    }

    /// Takes a press; its sequence, or nil when there is no room (then it is counted as dropped).
    mutating func append(button: UInt8, invitation: UInt32, tick: UInt64) -> UInt32? {
        var header = live
        header.tick = tick
        guard !isFull else {
            if header.dropped < .max { header.dropped += 1 }
            write(header)
            return nil
        }
        let record = PressRecord(
            sequence: live.next, button: button, resets: live.resets, tick: tick, invitation: invitation)
        write(RingSlot(record), at: Self.index(record.sequence))
        header.next += 1
        write(header)
        return record.sequence
    }

    /// Lets go of all presses below `next`, which `ledger` has committed.
    mutating func release(below next: UInt32, ledger: UInt64, tick: UInt64) {
        guard next > live.oldest, next <= live.next else { return }
        var header = live
        header.oldest = next
        header.ledger = ledger
        header.tick = tick
        write(header)
    }

    /// Names a life of the ring that had none; the presses stay.
    mutating func adopt(boot: UInt64, tick: UInt64) {
        var header = live
        header.boot = boot
        header.tick = tick
        write(header)
    }

    /// Begins a new life. Only for an empty ring.
    mutating func renew(boot: UInt64, tick: UInt64) {
        wipeSlots()
        var header = RingHeader()
        header.generation = live.generation
        header.boot = boot
        header.tick = tick
        write(header)
    }

    mutating func save(tick: UInt64) {
        var header = live
        header.tick = tick
        write(header)
    }

    // Two calls that are not inlined: nothing may move the header's stores before the slot's.
    @inline(never)
    mutating func write(_ slot: RingSlot, at index: Int) {
        slots[index] = slot
    }

    @inline(never)
    mutating func write(_ header: RingHeader) {
        live = header
        live.generation &+= 1
        live.capacity = UInt32(truncatingIfNeeded: capacity)
        live.seal()
        copies[Int(live.generation & 1)] = live
    }

    @inline(never)
    mutating func wipeSlots() {
        for index in 0..<capacity { slots[index] = RingSlot() }
    }
}
