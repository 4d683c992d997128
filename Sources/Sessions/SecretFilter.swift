import KioskProtocol

/// Leaves out of a recording what nobody may keep: every BADGE frame, and what may be a damaged one.
///
/// Whether bytes are a frame is known only at its end, so the last few wait here until then; chunks come out as they
/// went in, with their own times. Bytes that are no valid frame may be a badge or PIN that noise has cut or bent: they
/// stay only if the box's hello says that it has neither badge reader nor PIN pad.
public struct SecretFilter: Sendable {
    private enum Fate: Sendable { case undecided, kept, secret, doubtful }

    private struct Held: Sendable {
        var entry: SessionEntry
        var fates: [Fate]
    }

    private struct Place: Sendable {
        var held: Int
        var byte: Int
        var value: UInt8
    }

    private static let mostHeld = 256
    /// Milliseconds for which a frame may be incomplete.
    private static let longestWait: UInt64 = 5000

    private var held: [Held] = []
    /// The bytes since the last delimiter, which wait for the next one.
    private var segment: [Place] = []
    private var decoder = FrameDecoder()
    private var mayTellSecrets = true

    /// A filter at the beginning of a recording, when nothing is known of the box.
    public init() {}

    /// Takes an entry; returns what may be written by now.
    public mutating func take(_ entry: SessionEntry) -> [SessionEntry] {
        if let first = held.first, entry.at >= first.entry.at + Self.longestWait { giveUp() }
        switch entry.event {
        case .fromBox(let bytes):
            held.append(Held(entry: entry, fates: Array(repeating: .undecided, count: bytes.count)))
            for (index, byte) in bytes.enumerated() {
                segment.append(Place(held: held.count - 1, byte: index, value: byte))
                take(byte)
            }
        case .opened, .hungUp:
            giveUp()
            // Another box may be behind the port now.
            (decoder, mayTellSecrets) = (FrameDecoder(), true)
            held.append(Held(entry: entry, fates: []))
        case .toBox, .leftOut, .note: held.append(Held(entry: entry, fates: []))
        }
        if held.count > Self.mostHeld { giveUp() }
        return release()
    }

    /// The recording ends: returns what still waited.
    public mutating func end() -> [SessionEntry] {
        giveUp()
        return release()
    }

    private mutating func take(_ byte: UInt8) {
        switch decoder.receive(byte) {
        case .frame(let body):
            switch BoxMessage(body) {
            case .badge: leaveOut(.secret)
            case .hello(let hello):
                let capabilities = hello.identity.capabilities
                mayTellSecrets = capabilities.contains(.badgeReader) || capabilities.contains(.pinPad)
                decide(.kept)
            case nil: giveUp()
            default: decide(.kept)
            }
        case .rejected: giveUp()
        case .none:
            if byte == 0 { decide(.kept) } else if segment.count > WireLimits.encoded { giveUp() }
        }
    }

    /// What waits is no frame, or will not be waited for.
    private mutating func giveUp() {
        if mayTellSecrets { leaveOut(.doubtful) } else { decide(.kept) }
    }

    /// A delimiter stays, so that what follows is no part of what came before.
    private mutating func leaveOut(_ fate: Fate) {
        let delimiter = segment.last?.value == 0 ? segment.popLast() : nil
        decide(fate)
        if let delimiter { held[delimiter.held].fates[delimiter.byte] = .kept }
    }

    private mutating func decide(_ fate: Fate) {
        for place in segment { held[place.held].fates[place.byte] = fate }
        segment.removeAll(keepingCapacity: true)
    }

    private mutating func release() -> [SessionEntry] {
        let count = segment.first?.held ?? held.count
        let free = held.prefix(count).flatMap(Self.entries)
        held.removeFirst(count)
        for index in segment.indices { segment[index].held -= count }
        return free
    }

    private static func entries(_ held: Held) -> [SessionEntry] {
        guard case .fromBox(let bytes) = held.entry.event else { return [held.entry] }
        var entries: [SessionEntry] = []
        var start = 0
        while start < bytes.count {
            let fate = held.fates[start]
            let end = held.fates[start...].firstIndex { $0 != fate } ?? bytes.count
            let event: SessionEntry.Event =
                switch fate {
                case .secret: .note("left out: a badge or PIN")
                case .doubtful: .leftOut(end - start)
                case .kept, .undecided: .fromBox(Array(bytes[start..<end]))
                }
            entries.append(SessionEntry(at: held.entry.at, event))
            start = end
        }
        return entries
    }
}
