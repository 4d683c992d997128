import KioskProtocol

/// What boxes were told to be committed, as the bytes to their terminals say.
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
        /// The newest announcement of bytes.
        var sending = 0
        /// Whether it was followed by the bytes.
        var isSent = true
        /// The announcement that the frame under way began with.
        var began: Int?
    }

    /// Every ACK that released something, in order.
    private(set) var entries: [Entry] = []
    /// Announcements that no bytes followed. A kill between a write and its record makes one: the box then has an ACK
    /// that stands nowhere.
    private(set) var unrecorded = 0

    init(_ events: [WitnessEvent]) {
        var lines: [UInt64: Line] = [:]
        var told: [UInt64: UInt32] = [:]
        for (index, event) in events.enumerated() {
            guard event.kind == .sending || event.kind == .sent else { continue }
            var line = lines[event.inode] ?? Line()
            if event.kind == .sending {
                if !line.isSent { unrecorded += 1 }
                (line.sending, line.isSent) = (index, false)
            } else {
                line.isSent = true
            }
            for byte in event.data {
                let began = line.began ?? line.sending
                line.began = byte == 0 ? nil : began
                guard case .frame(let body) = line.decoder.receive(byte), case .ack(let ack) = HostMessage(body),
                    ack.next > told[ack.boot] ?? 0
                else { continue }
                told[ack.boot] = ack.next
                entries.append(Entry(began: began, ended: index, boot: ack.boot, next: ack.next))
            }
            lines[event.inode] = line
        }
    }

    /// First sequence of each boot that was not released by the first `count` events.
    func released(by count: Int) -> [UInt64: UInt32] {
        var released: [UInt64: UInt32] = [:]
        for entry in entries where entry.ended < count { released[entry.boot] = entry.next }
        return released
    }
}
