/// Something that happened on a port, and when.
public struct SessionEntry: Hashable, Sendable {
    /// What can happen.
    public enum Event: Hashable, Sendable {
        /// The port was opened.
        case opened
        /// The port hung up, or was closed.
        case hungUp
        /// Bytes from the box, in one read.
        case fromBox([UInt8])
        /// Bytes to the box, in one write.
        case toBox([UInt8])
        /// So many bytes from the box that are not told: see `SecretFilter`.
        case leftOut(Int)
        /// A remark of the recorder.
        case note(String)
    }

    /// Milliseconds of a monotonic clock.
    public var at: UInt64
    /// What happened.
    public var event: Event

    /// Something that happened at a millisecond.
    public init(at: UInt64, _ event: Event) {
        self.at = at
        self.event = event
    }
}

extension SessionEntry {
    /// The entry as lines of a session, without their ends: as many as its bytes need.
    public var lines: [String] { pieces.map(\.line) }

    /// The entry as one line, however long.
    public var line: String {
        switch event {
        case .opened: "\(at) open"
        case .hungUp: "\(at) hang-up"
        case .fromBox(let bytes): "\(at) < \(Self.hexadecimal(bytes))"
        case .toBox(let bytes): "\(at) > \(Self.hexadecimal(bytes))"
        case .leftOut(let count): "\(at) x \(count)"
        case .note(let text): "\(at) # \(text)"
        }
    }

    /// Reads what `line` writes; nil for anything else.
    public init?(line: some StringProtocol) {
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, let at = Self.number(parts[0]) else { return nil }
        self.at = at
        switch (String(parts[1]), parts.count) {
        case ("open", 2): event = .opened
        case ("hang-up", 2): event = .hungUp
        case ("#", 3): event = .note(String(parts[2]))
        case ("x", 3):
            guard let count = Self.number(parts[2]), (1...UInt64(Self.longestChunk)).contains(count) else { return nil }
            event = .leftOut(Int(count))
        case ("<", 3):
            guard let bytes = Self.bytes(parts[2]) else { return nil }
            event = .fromBox(bytes)
        case (">", 3):
            guard let bytes = Self.bytes(parts[2]) else { return nil }
            event = .toBox(bytes)
        default: return nil
        }
    }

    private var pieces: [SessionEntry] {
        switch event {
        case .fromBox(let bytes): Self.pieces(bytes).map { SessionEntry(at: at, .fromBox($0)) }
        case .toBox(let bytes): Self.pieces(bytes).map { SessionEntry(at: at, .toBox($0)) }
        case .opened, .hungUp, .leftOut, .note: [self]
        }
    }

    private static func pieces(_ bytes: [UInt8]) -> [[UInt8]] {
        stride(from: 0, to: bytes.count, by: Session.mostBytes).map {
            Array(bytes[$0..<min($0 + Session.mostBytes, bytes.count)])
        }
    }

    /// Bytes of a chunk that is read: what the kernel gives in one go is less.
    private static let longestChunk = 65_536

    private static func number(_ text: some StringProtocol) -> UInt64? {
        text.utf8.count <= 15 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? UInt64(text) : nil
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            if !text.isEmpty { text.append(UInt8(ascii: " ")) }
            text += [digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        for pair in text.split(separator: " ", omittingEmptySubsequences: false) {
            guard pair.utf8.count == 2, pair.allSatisfy(\.isHexDigit), let byte = UInt8(pair, radix: 16),
                bytes.count < Self.longestChunk
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
