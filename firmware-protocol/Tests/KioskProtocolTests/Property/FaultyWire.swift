/// One direction of a wire: bytes stay in order, but are lost, flipped, repeated, split, merged and late.
struct FaultyWire {
    private var bytes: [UInt8] = []
    private var times: [UInt64] = []
    private var head = 0
    private var lastArrival: UInt64 = 0
    /// While the cable is out, what is written is gone.
    var isCut = false

    var nextArrival: UInt64 { head < times.count ? times[head] : .max }

    mutating func write(_ frame: [UInt8], _ now: UInt64, _ faults: FaultProfile, _ chance: inout SplitMix) {
        guard !isCut else { return }
        if chance.once(in: faults.garbage) { append(Array("AT\r\n".utf8), now) }
        var start = 0
        while start < frame.count {
            let length = chance.once(in: 3) ? Int(chance.below(UInt64(frame.count))) + 1 : frame.count
            let end = min(frame.count, start + length)
            writeChunk(Array(frame[start..<end]), now, faults, &chance)
            start = end
        }
    }

    private mutating func writeChunk(
        _ chunk: [UInt8], _ now: UInt64, _ faults: FaultProfile, _ chance: inout SplitMix
    ) {
        var sent: [UInt8] = []
        for byte in chunk {
            if chance.once(in: faults.byteDropped) { continue }
            let flip: UInt8 = chance.once(in: faults.bitFlipped) ? 1 << UInt8(chance.below(8)) : 0
            sent.append(byte ^ flip)
        }
        let spike = chance.once(in: faults.spike) ? chance.below(2_500) : 0
        let arrival = now + 1 + chance.below(faults.latency) + spike
        append(sent, arrival)
        if chance.once(in: faults.chunkRepeated) { append(sent, arrival + chance.below(3)) }
    }

    private mutating func append(_ sent: [UInt8], _ arrival: UInt64) {
        lastArrival = max(lastArrival, arrival)
        bytes.append(contentsOf: sent)
        times.append(contentsOf: repeatElement(lastArrival, count: sent.count))
    }

    mutating func read(_ now: UInt64) -> UInt8? {
        guard nextArrival <= now else { return nil }
        head += 1
        let byte = bytes[head - 1]
        if head > 4_096 {
            bytes.removeFirst(head)
            times.removeFirst(head)
            head = 0
        }
        return byte
    }

    mutating func flush() {
        bytes.removeAll(keepingCapacity: true)
        times.removeAll(keepingCapacity: true)
        head = 0
    }
}
