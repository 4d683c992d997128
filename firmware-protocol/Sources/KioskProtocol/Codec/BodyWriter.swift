/// Writes one message: type and fields, then checksum and COBS.
struct BodyWriter {
    private var body = FrameBody()

    init(_ type: MessageType) { u8(type.rawValue) }

    mutating func u8(_ value: UInt8) { body.append(value) }

    mutating func u16(_ value: UInt16) {
        u8(UInt8(truncatingIfNeeded: value))
        u8(UInt8(truncatingIfNeeded: value &>> 8))
    }

    mutating func u32(_ value: UInt32) {
        u16(UInt16(truncatingIfNeeded: value))
        u16(UInt16(truncatingIfNeeded: value &>> 16))
    }

    mutating func u48(_ value: UInt64) {
        u32(UInt32(truncatingIfNeeded: value))
        u16(UInt16(truncatingIfNeeded: value &>> 32))
    }

    mutating func u64(_ value: UInt64) {
        u32(UInt32(truncatingIfNeeded: value))
        u32(UInt32(truncatingIfNeeded: value &>> 32))
    }

    mutating func text<let capacity: Int>(_ bytes: BoundedBytes<capacity>) {
        u8(UInt8(truncatingIfNeeded: bytes.count))
        for index in 0..<bytes.count { u8(bytes[index]) }
    }

    /// The encoded frame. With `opening`, a 0x00 first: it ends whatever garbage the receiver holds.
    consuming func finish(opening: Bool = false) -> WireFrame {
        var crc = CRC32C()
        for index in 0..<body.count { crc.update(body[index]) }
        u32(crc.value)

        var frame = WireFrame()
        if opening { frame.append(0) }
        var codeIndex = frame.count
        frame.append(1)
        var code: UInt8 = 1
        // A body has at most 128 bytes, so a code byte never reaches COBS's 0xFF.
        for index in 0..<body.count {
            if body[index] == 0 {
                frame.set(codeIndex, code)
                codeIndex = frame.count
                frame.append(1)
                code = 1
            } else {
                frame.append(body[index])
                code += 1
            }
        }
        frame.set(codeIndex, code)
        frame.append(0)
        return frame
    }
}

extension BodyWriter {
    mutating func ring(_ ring: RingReport) {
        u32(ring.oldest)
        u32(ring.next)
        u32(ring.dropped)
    }
}
