import KioskProtocol

/// COBS and checksum as PROTOCOL.md tells them, apart from the code under test.
enum Framing {
    /// The frame of a body, which lacks its checksum.
    static func sealed(_ body: [UInt8]) -> [UInt8] {
        let sum = checksum(body)
        let whole = body + (0..<4).map { UInt8(truncatingIfNeeded: sum >> UInt32(8 * $0)) }
        return whole.split(separator: 0, omittingEmptySubsequences: false).flatMap { [UInt8($0.count + 1)] + $0 } + [0]
    }

    /// All bodies with a good checksum that a stream holds.
    static func bodies(_ bytes: some Sequence<UInt8>) -> [FrameBody] {
        var decoder = FrameDecoder()
        return bytes.compactMap { byte in
            if case .frame(let body) = decoder.receive(byte) { body } else { nil }
        }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var register = UInt32.max
        for byte in bytes {
            register ^= UInt32(byte)
            for _ in 0..<8 { register = register & 1 == 1 ? register >> 1 ^ 0x82F6_3B78 : register >> 1 }
        }
        return ~register
    }
}

extension BoundedBytes {
    var array: [UInt8] { (0..<count).map { self[$0] } }
}
