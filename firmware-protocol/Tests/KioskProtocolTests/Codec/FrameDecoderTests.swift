import KioskProtocol
import Testing

@Suite("Framing")
struct FrameDecoderTests {
    static func results(_ bytes: [UInt8]) -> [FrameDecoder.Result] {
        var decoder = FrameDecoder()
        return bytes.map { decoder.receive($0) }.filter { $0 != .none }
    }

    @Test("a frame is found in any split, and only at its delimiter")
    func delimiter() {
        let frame = HostMessage.heartbeat(token: 0).encoded().array
        let results = Self.results(frame)
        #expect(results.count == 1)
        #expect(Self.results(Array(frame.dropLast())).isEmpty)
    }

    @Test("every message of the longest kind stays within 130 bytes, and no zero is inside")
    func longest() {
        let text = DisplayText(duration: 0, text: BoundedBytes(truncating: Array(repeating: 0, count: 96)))
        let frame = HostMessage.text(text).encoded().array
        #expect(frame.count <= WireLimits.encoded)
        #expect(frame.dropLast().allSatisfy { $0 != 0 })
        #expect(frame.last == 0)
    }

    @Test("a body of 128 bytes passes, one of 129 does not")
    func longestBody() {
        #expect(Self.results(Self.frame(payload: 123)).first.isFrame)
        #expect(Self.results(Self.frame(payload: 124)) == [.rejected(.tooLong)])
    }

    @Test("row 4: a modem probe before, between or inside frames costs the frame it touches, and no other")
    func modemProbe() {
        let frame = HostMessage.heartbeat(token: 0).encoded().array
        for probe in ["AT\r", "ATE1 E0\r\n", "+++", "AT+GCAP\r", "\u{7E}\u{0}\u{78}\u{F0}\u{7E}"] {
            let text = Array(probe.utf8)
            // The opening delimiter of a sender ends what stands before it.
            #expect(Self.results(text + [0] + frame).last.isFrame)
            #expect(Self.results(frame + text + [0] + frame).filter { Optional($0).isFrame }.count == 2)
            for cut in 1..<frame.count {
                let torn = Array(frame[..<cut]) + text + Array(frame[cut...])
                #expect(Self.results(torn + frame).filter { Optional($0).isFrame }.count == 1, "cut at \(cut)")
            }
        }
    }

    @Test("any single flipped bit inside a frame is noticed")
    func singleFlips() {
        let frame = LinkUnderTest.press(3).encoded().array
        for bit in 0..<(frame.count - 1) * 8 {
            var bytes = frame
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            // A flip may make a delimiter in the middle: two rejections then.
            let frames = Self.results(bytes).filter { $0.isFrame }
            #expect(frames.isEmpty, "bit \(bit)")
        }
    }

    /// A vendor frame with a payload of so many bytes and a good checksum, made without the code under test.
    static func frame(payload: Int) -> [UInt8] {
        var body: [UInt8] = [0x80] + (0..<payload).map { UInt8($0 % 250) }
        let checksum = CRC32CTests.checksum(body)
        for index in 0..<4 { body.append(UInt8(truncatingIfNeeded: checksum >> UInt32(8 * index))) }
        var encoded: [UInt8] = []
        for block in body.split(separator: 0, omittingEmptySubsequences: false) {
            encoded.append(UInt8(block.count + 1))
            encoded += block
        }
        return encoded + [0]
    }
}

extension FrameDecoder.Result {
    var isFrame: Bool { if case .frame = self { true } else { false } }
}

extension FrameDecoder.Result? {
    var isFrame: Bool { self?.isFrame ?? false }
}
