/// Reads the fields of one message. Past the end every field reads 0 and `failed` is set.
struct BodyReader {
    private let body: FrameBody
    private let end: Int
    private var position = 1
    private(set) var failed = false

    /// A reader after the type byte; the last four bytes are the checksum.
    init(_ body: FrameBody) {
        self.body = body
        end = body.count - 4
    }

    mutating func u8() -> UInt8 {
        guard position < end else {
            failed = true
            return 0
        }
        position += 1
        return body[position - 1]
    }

    mutating func u16() -> UInt16 {
        let low = UInt16(u8())
        return low | UInt16(u8()) &<< 8
    }

    mutating func u32() -> UInt32 {
        let low = UInt32(u16())
        return low | UInt32(u16()) &<< 16
    }

    mutating func u48() -> UInt64 {
        let low = widened(u32())
        return low | widened(UInt32(u16())) &<< 32
    }

    mutating func u64() -> UInt64 {
        let low = widened(u32())
        return low | widened(u32()) &<< 32
    }

    /// A length byte and that many bytes; more than `capacity` fails.
    mutating func text<let capacity: Int>() -> BoundedBytes<capacity> {
        var bytes = BoundedBytes<capacity>()
        for _ in 0..<u8() {
            if !bytes.append(u8()) { failed = true }
        }
        return bytes
    }
}

extension BodyReader {
    mutating func ring() -> RingReport {
        let oldest = u32()
        let next = u32()
        return RingReport(oldest: oldest, next: next, dropped: u32())
    }
}
