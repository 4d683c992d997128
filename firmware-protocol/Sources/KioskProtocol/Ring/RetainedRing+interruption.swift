extension RetainedRing {
    /// For tests and simulators: the memory left by a reset after the first `stores` stores that lead from `before`
    /// to `after`. Slots are stored before headers, in each the fields in order and the checksum last.
    public static func interrupted(from before: Self, to after: Self, stores: Int) -> Self {
        var left = stores
        var memory = before
        for index in 0..<capacity {
            memory.slots[index].store(after.slots[index], &left)
        }
        for copy in 0..<2 {
            memory.copies[copy].store(after.copies[copy], &left)
        }
        return memory
    }
}

private func storeField<Value: Equatable>(_ field: inout Value, _ value: Value, _ left: inout Int) {
    guard field != value, left > 0 else { return }
    field = value
    left -= 1
}

extension RingSlot {
    fileprivate mutating func store(_ other: RingSlot, _ left: inout Int) {
        storeField(&sequence, other.sequence, &left)
        storeField(&button, other.button, &left)
        storeField(&resets, other.resets, &left)
        storeField(&tick, other.tick, &left)
        storeField(&invitation, other.invitation, &left)
        storeField(&checksum, other.checksum, &left)
    }
}

extension RingHeader {
    fileprivate mutating func store(_ other: RingHeader, _ left: inout Int) {
        storeField(&generation, other.generation, &left)
        storeField(&capacity, other.capacity, &left)
        storeField(&boot, other.boot, &left)
        storeField(&oldest, other.oldest, &left)
        storeField(&next, other.next, &left)
        storeField(&dropped, other.dropped, &left)
        storeField(&resets, other.resets, &left)
        storeField(&tick, other.tick, &left)
        storeField(&ledger, other.ledger, &left)
        storeField(&checksum, other.checksum, &left)
    }
}
