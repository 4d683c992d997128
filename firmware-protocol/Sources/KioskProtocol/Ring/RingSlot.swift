/// One press in retained memory, guarded by a checksum over its fields.
struct RingSlot: Sendable {
    var sequence: UInt32 = 0
    var button: UInt8 = 0
    var resets: UInt16 = 0
    var tick: UInt64 = 0
    var invitation: UInt32 = 0
    // Zeroed memory is no slot: the checksum of zeros is not zero.
    var checksum: UInt32 = 0

    init() {}

    init(_ record: PressRecord) {
        sequence = record.sequence
        button = record.button
        resets = record.resets
        tick = record.tick
        invitation = record.invitation
        checksum = computedChecksum
    }

    var record: PressRecord {
        PressRecord(sequence: sequence, button: button, resets: resets, tick: tick, invitation: invitation)
    }

    func holds(_ wanted: UInt32) -> Bool {
        sequence == wanted && checksum == computedChecksum
    }

    private var computedChecksum: UInt32 {
        var crc = CRC32C()
        crc.update(sequence)
        crc.update(button)
        crc.update(UInt32(resets))
        crc.update(tick)
        crc.update(invitation)
        return crc.value
    }
}
