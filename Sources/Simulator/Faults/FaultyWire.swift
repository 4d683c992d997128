/// One direction of a line: what is written comes out in order, but some of it lost, flipped, twice, in pieces or late.
struct FaultyWire: Sendable {
    private struct Piece: Sendable {
        var bytes: [UInt8]
        var due: UInt64
    }

    /// What may wait on the line; more is lost, as in the buffer of an adapter.
    static let capacity = 16_384

    var faults: Faults
    private var chance: SplitMix64
    private var pieces: [Piece] = []
    private var head = 0
    private var waiting = 0

    init(faults: Faults, chance: SplitMix64) {
        self.faults = faults
        self.chance = chance
    }

    /// When the next piece comes out, `.max` for never.
    var nextDue: UInt64 { head < pieces.count ? pieces[head].due : .max }

    mutating func write(_ bytes: [UInt8], now: UInt64) {
        let arriving = damaged(bytes)
        append(arriving, now)
        guard chance.happens(faults.repetition), !arriving.isEmpty else { return }
        // All of it, or a part: the adapter's buffer came twice.
        let start = chance.happens(0.5) ? 0 : chance.below(arriving.count)
        append(Array(arriving[start...]), now)
    }

    /// The piece that is due, nil when none is.
    mutating func read(now: UInt64) -> [UInt8]? {
        guard nextDue <= now else { return nil }
        let piece = pieces[head]
        head += 1
        waiting -= piece.bytes.count
        if head == pieces.count || head > 64 {
            pieces.removeFirst(head)
            head = 0
        }
        return piece.bytes
    }

    mutating func flush() {
        pieces.removeAll()
        head = 0
        waiting = 0
    }

    private mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        guard faults.noise > 0 || faults.drop > 0 else { return bytes }
        var arriving: [UInt8] = []
        for byte in bytes where !chance.happens(faults.drop) {
            arriving.append(chance.happens(faults.noise) ? byte ^ (1 &<< UInt8(chance.below(8))) : byte)
        }
        return arriving
    }

    private mutating func append(_ bytes: [UInt8], _ now: UInt64) {
        guard !bytes.isEmpty, waiting + bytes.count <= Self.capacity else { return }
        guard chance.happens(faults.split), bytes.count > 1 else { return enqueue(bytes[...], now) }
        var rest = bytes[...]
        var due = now
        while !rest.isEmpty {
            let length = 1 + chance.below(min(rest.count, max(2, bytes.count / 2)))
            enqueue(rest.prefix(length), due)
            rest = rest.dropFirst(length)
            due += UInt64(1 + chance.below(5))
        }
    }

    private mutating func enqueue(_ bytes: ArraySlice<UInt8>, _ due: UInt64) {
        // Nothing overtakes what waits already.
        let last = pieces.last?.due ?? 0
        pieces.append(Piece(bytes: Array(bytes), due: max(due, last)))
        waiting += bytes.count
    }
}
