/// Takes bytes one by one and finds frames: COBS, length, checksum.
public struct FrameDecoder: Sendable {
    /// What one byte completed.
    public enum Result: Sendable, Equatable {
        /// Nothing yet.
        case none
        /// A frame with a good checksum.
        case frame(FrameBody)
        /// Bytes that were no frame; they are forgotten.
        case rejected(FrameRejection)
    }

    private var body = FrameBody()
    /// Bytes left in the COBS block, 0 when the next byte is a code byte.
    private var blockLeft: UInt8 = 0
    private var zeroDue = false
    private var started = false
    private var overlong = false

    /// A decoder at the start of a frame.
    public init() {}

    /// Takes one byte of the wire.
    public mutating func receive(_ byte: UInt8) -> Result {
        guard byte == 0 else {
            take(byte)
            return .none
        }
        defer { reset() }
        // Two delimiters in a row: somebody flushed the line. That is no error.
        guard started else { return .none }
        if overlong { return .rejected(.tooLong) }
        if blockLeft != 0 { return .rejected(.cobs) }
        if body.count < 5 { return .rejected(.tooShort) }
        return checksumHolds ? .frame(body) : .rejected(.checksum)
    }

    private mutating func take(_ byte: UInt8) {
        started = true
        if overlong { return }
        if blockLeft == 0 {
            if zeroDue, !body.append(0) { overlong = true }
            zeroDue = byte != 0xFF
            blockLeft = byte - 1
        } else {
            if !body.append(byte) { overlong = true }
            blockLeft -= 1
        }
    }

    private var checksumHolds: Bool {
        var crc = CRC32C()
        let end = body.count - 4
        for index in 0..<end { crc.update(body[index]) }
        var sent: UInt32 = 0
        for index in 0..<4 { sent = sent &>> 8 | UInt32(body[end + index]) &<< 24 }
        return sent == crc.value
    }

    private mutating func reset() {
        body.removeAll()
        blockLeft = 0
        zeroDue = false
        started = false
        overlong = false
    }
}
