import KioskProtocol

/// What boxes were told to be committed, as the bytes to their terminals say.
///
/// A kill may come between a write and the record of how much went. Then all of it may have gone, and counts as gone: the
/// service held each press that it was about to acknowledge, or it did wrong.
struct AckLog {
    /// Presses of one boot that an ACK released: those below `next`.
    struct Entry: Equatable {
        /// The event with which the ACK's first byte was about to leave, and the one with which its last had left.
        var began: Int
        var ended: Int
        var boot: UInt64
        var next: UInt32
    }

    private struct Line {
        var decoder = FrameDecoder()
        /// What was announced last and is not known to have gone, and the event that announced it.
        var waiting: (bytes: ArraySlice<UInt8>, since: Int)?
        /// The announcement that the frame under way began with.
        var began: Int?
    }

    /// Every ACK that released something, in order.
    private(set) var entries: [Entry] = []
    private var told: [UInt64: UInt32] = [:]

    init(_ events: [WitnessEvent]) {
        var lines: [UInt64: Line] = [:]
        for (index, event) in events.enumerated() {
            switch event.kind {
            case .sending:
                var line = lines[event.inode] ?? Line()
                if let waiting = line.waiting { take(waiting.bytes, since: waiting.since, at: waiting.since, &line) }
                line.waiting = (event.data, index)
                lines[event.inode] = line
            case .sent:
                guard var line = lines[event.inode], let waiting = line.waiting else { continue }
                take(waiting.bytes.prefix(Int(event.offset)), since: waiting.since, at: index, &line)
                line.waiting = nil
                lines[event.inode] = line
            default: break
            }
        }
        for (_, var line) in lines.sorted(by: { $0.key < $1.key }) {
            if let waiting = line.waiting { take(waiting.bytes, since: waiting.since, at: waiting.since, &line) }
        }
        entries.sort { $0.began < $1.began }
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>, since sending: Int, at event: Int, _ line: inout Line) {
        for byte in bytes {
            let began = line.began ?? sending
            line.began = byte == 0 ? nil : began
            guard case .frame(let body) = line.decoder.receive(byte), case .ack(let ack) = HostMessage(body),
                ack.next > told[ack.boot] ?? 0
            else { continue }
            told[ack.boot] = ack.next
            entries.append(Entry(began: began, ended: event, boot: ack.boot, next: ack.next))
        }
    }

    /// First sequence of each boot that was not released by the first `count` events.
    func released(by count: Int) -> [UInt64: UInt32] {
        var released: [UInt64: UInt32] = [:]
        for entry in entries where entry.ended < count { released[entry.boot] = entry.next }
        return released
    }
}
