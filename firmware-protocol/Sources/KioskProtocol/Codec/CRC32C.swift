/// CRC-32C (Castagnoli): polynomial 0x1EDC6F41, reflected, start and final XOR 0xFFFFFFFF.
///
/// Bit by bit, without a table: a frame costs a Cortex-M0 less than the time of two bytes on the wire,
/// and a small part keeps its kilobyte of flash.
public struct CRC32C: Sendable {
    private var register: UInt32 = 0xFFFF_FFFF

    /// A checksum of no bytes.
    public init() {}

    /// The checksum of all bytes taken so far.
    public var value: UInt32 { register ^ 0xFFFF_FFFF }

    /// Takes one byte.
    public mutating func update(_ byte: UInt8) {
        register ^= UInt32(byte)
        for _ in 0..<8 {
            register = (register &>> 1) ^ (0x82F6_3B78 & (0 &- (register & 1)))
        }
    }

    mutating func update(_ word: UInt32) {
        update(UInt8(truncatingIfNeeded: word))
        update(UInt8(truncatingIfNeeded: word &>> 8))
        update(UInt8(truncatingIfNeeded: word &>> 16))
        update(UInt8(truncatingIfNeeded: word &>> 24))
    }

    mutating func update(_ word: UInt64) {
        update(UInt32(truncatingIfNeeded: word))
        update(UInt32(truncatingIfNeeded: word &>> 32))
    }
}
