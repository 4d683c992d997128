/// What of one file is on a medium for certain, and what is only on its way there.
struct MediumFile {
    private struct Change {
        /// When it was made, in the order of events.
        var number: Int
        var offset: Int
        /// What was written; nil for a truncation to `offset`.
        var bytes: ArraySlice<UInt8>?
    }

    static let sector = 512

    /// What a process reads.
    private(set) var present: [UInt8] = []
    /// What survives whatever comes.
    private(set) var synced: [UInt8] = []
    private var changes: [Change] = []

    mutating func write(_ bytes: ArraySlice<UInt8>, at offset: Int, number: Int) {
        present.put(bytes, at: offset)
        changes.append(Change(number: number, offset: offset, bytes: bytes))
    }

    mutating func truncate(to size: Int, number: Int) {
        present.resize(to: size)
        changes.append(Change(number: number, offset: size, bytes: nil))
    }

    /// A sync that began at `number` has returned.
    mutating func sync(since number: Int) {
        for change in changes where change.number < number { Self.apply(change, to: &synced) }
        changes.removeAll { $0.number < number }
    }

    /// A sync that began at `number` has failed: the kernel forgets that those pages are to be written.
    mutating func failSync(since number: Int) { changes.removeAll { $0.number < number } }

    /// What a power cut leaves: of each sector some version since the last sync, the newest write torn.
    func afterPowerCut(_ random: inout CutChoice) -> [UInt8] {
        var left = synced
        let salt = random.next()
        let policy = CutChoice.Policy.allCases[Int(salt % UInt64(CutChoice.Policy.allCases.count))]
        for (index, change) in changes.enumerated() {
            guard let bytes = change.bytes else {
                if policy.keeps(index, of: changes.count, salt, place: .max) { left.resize(to: change.offset) }
                continue
            }
            let isTorn = index == changes.count - 1
            let whole = isTorn ? bytes.prefix(Int(random.next() % UInt64(bytes.count + 1))) : bytes
            var start = 0
            while start < whole.count {
                let place = (change.offset + start) / Self.sector
                let end = min((place + 1) * Self.sector - change.offset, whole.count)
                if policy.keeps(index, of: changes.count, salt, place: place) {
                    left.put(whole[whole.startIndex + start..<whole.startIndex + end], at: change.offset + start)
                }
                start = end
            }
        }
        return left
    }

    private static func apply(_ change: Change, to bytes: inout [UInt8]) {
        if let written = change.bytes {
            bytes.put(written, at: change.offset)
        } else {
            bytes.resize(to: change.offset)
        }
    }
}

extension [UInt8] {
    /// Writes at `offset`; a hole before it is zeros.
    fileprivate mutating func put(_ bytes: ArraySlice<UInt8>, at offset: Int) {
        if count < offset + bytes.count { resize(to: offset + bytes.count) }
        withUnsafeMutableBytes { target in
            bytes.withUnsafeBytes { source in
                UnsafeMutableRawBufferPointer(rebasing: target[offset..<offset + source.count]).copyMemory(from: source)
            }
        }
    }

    fileprivate mutating func resize(to size: Int) {
        if size < count { removeLast(count - size) } else { self += Self(repeating: 0, count: size - count) }
    }
}
