/// What retained memory knows beside the presses, guarded by a checksum over its fields.
struct RingHeader: Sendable {
    /// The higher of two valid copies is the newer one, modulo 2^32.
    var generation: UInt32 = 0
    /// How many slots the memory was laid out for: firmware with another ring must not read this one.
    var capacity: UInt32 = 0
    var boot: UInt64 = 0
    var oldest: UInt32 = 0
    var next: UInt32 = 0
    var dropped: UInt32 = 0
    var resets: UInt16 = 0
    var tick: UInt64 = 0
    var ledger: UInt64 = 0
    // Zeroed memory is no header: the checksum of zeros is not zero.
    var checksum: UInt32 = 0

    mutating func seal() { checksum = computedChecksum }

    func isSealed(capacity wanted: Int) -> Bool {
        capacity == UInt32(truncatingIfNeeded: wanted) && checksum == computedChecksum
    }

    private var computedChecksum: UInt32 {
        var crc = CRC32C()
        crc.update(generation)
        crc.update(capacity)
        crc.update(boot)
        crc.update(oldest)
        crc.update(next)
        crc.update(dropped)
        crc.update(UInt32(resets))
        crc.update(tick)
        crc.update(ledger)
        return crc.value
    }
}
