import KioskProtocol
import Testing

@Suite("CRC-32C")
struct CRC32CTests {
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc = CRC32C()
        for byte in bytes { crc.update(byte) }
        return crc.value
    }

    @Test("the check value of the catalogue and of RFC 3720")
    func checkValues() {
        #expect(Self.checksum(Array("123456789".utf8)) == 0xE306_9283)
        #expect(Self.checksum(Array(repeating: 0, count: 32)) == 0x8A91_36AA)
        #expect(Self.checksum(Array(repeating: 0xFF, count: 32)) == 0x62A8_AB43)
        #expect(Self.checksum(Array(0..<32)) == 0x46DD_794E)
    }

    /// What an error in each single bit of the longest body does to the checksum, as seen by the receiver: the
    /// checksum is affine, so an error of many bits does the exclusive-or of these, and passes if that is 0.
    static let syndromes: [UInt32] = {
        let length = WireLimits.body
        func remainder(_ body: [UInt8]) -> UInt32 {
            var sent: UInt32 = 0
            for index in 0..<4 { sent |= UInt32(body[length - 4 + index]) << UInt32(8 * index) }
            return sent ^ checksum(Array(body.dropLast(4)))
        }
        let zeros = remainder(Array(repeating: 0, count: length))
        return (0..<length * 8).map { bit in
            var body = [UInt8](repeating: 0, count: length)
            body[bit / 8] = 1 << UInt8(bit % 8)
            return remainder(body) ^ zeros
        }
    }()

    @Test("no error of 1, 3, 5 or any odd number of bits in the longest body passes")
    func oddWeights() {
        // x + 1 divides the polynomial, so the syndrome of each single bit has an odd number of ones: the syndrome of
        // an odd number of them is odd again, and never 0.
        #expect(Self.syndromes.allSatisfy { $0.nonzeroBitCount % 2 == 1 })
    }

    @Test("no error of 2 bits in the longest body passes")
    func weightTwo() {
        #expect(Set(Self.syndromes).count == WireLimits.body * 8)
        #expect(!Self.syndromes.contains(0))
    }

    @Test("no error of 4 bits in the longest body passes: with the odd ones, the Hamming distance is at least 6")
    func weightFour() {
        // Four bits cancel if two pairs have the same exclusive-or.
        var pairs: [UInt32] = []
        pairs.reserveCapacity(1_024 * 1_023 / 2)
        for first in 0..<Self.syndromes.count {
            for second in 0..<first { pairs.append(Self.syndromes[first] ^ Self.syndromes[second]) }
        }
        pairs.sort()
        let isRepeated = zip(pairs, pairs.dropFirst()).contains { $0 == $1 }
        #expect(!isRepeated)
    }
}
