/// The fuzzer's bytes as decisions, one after the other; 0 when they are used up.
struct ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isEmpty: Bool { position >= bytes.count }

    mutating func u8() -> UInt8 {
        guard position < bytes.count else { return 0 }
        position += 1
        return bytes[position - 1]
    }

    mutating func u16() -> UInt16 { UInt16(u8()) | UInt16(u8()) << 8 }

    mutating func u32() -> UInt32 { UInt32(u16()) | UInt32(u16()) << 16 }

    /// Below `limit`, which is 1 to 256.
    mutating func below(_ limit: Int) -> Int { Int(u8()) % limit }

    mutating func take(_ count: Int) -> [UInt8] {
        let end = min(position + count, bytes.count)
        defer { position = end }
        return Array(bytes[position..<end])
    }

    /// A number that is 0, small, near the top, or any.
    mutating func edge() -> UInt32 {
        let choice = u8()
        switch choice >> 6 {
        case 0: return UInt32(choice & 0x3F)
        case 1: return UInt32.max - UInt32(choice & 0x3F)
        case 2: return 0x8000_0000 &+ UInt32(choice & 0x3F) &- 0x20
        default: return u32()
        }
    }
}
