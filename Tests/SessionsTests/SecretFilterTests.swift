import KioskProtocol
import Sessions
import Testing

@Suite("Secrets are left out of recordings")
struct SecretFilterTests {
    private static let pin = badge(.pin, "493817")
    private static let heartbeat = bytes(.settingsAck(revision: 7))

    private static func badge(_ kind: BadgeRequest.Kind, _ secret: String) -> [UInt8] {
        bytes(.badge(BadgeRequest(request: 1, kind: kind, secret: BoundedBytes(truncating: secret.utf8))))
    }

    private static func bytes(_ message: BoxMessage) -> [UInt8] {
        let frame = message.encoded()
        return (0..<frame.count).map { frame[$0] }
    }

    private static func hello(_ capabilities: Capabilities) -> [UInt8] {
        bytes(
            .hello(
                Hello(
                    counter: 1, boot: 9, resets: 0, cause: .powerOn, ring: RingReport(oldest: 0, next: 0, dropped: 0),
                    ringCapacity: 64, ledger: 0, tick: 5,
                    identity: BoxIdentity(
                        uid: BoundedBytes(truncating: [1, 2]), model: BoundedBytes(truncating: "M".utf8),
                        firmware: BoundedBytes(truncating: "F".utf8), capabilities: capabilities, buttons: 5))))
    }

    /// What is recorded of these chunks, one a millisecond.
    private static func recorded(_ chunks: [[UInt8]]) -> [SessionEntry] {
        var filter = SecretFilter()
        var entries: [SessionEntry] = []
        for (index, chunk) in chunks.enumerated() {
            entries += filter.take(SessionEntry(at: UInt64(index), .fromBox(chunk)))
        }
        return entries + filter.end()
    }

    private static func fromBox(_ entries: [SessionEntry]) -> [UInt8] {
        entries.flatMap { entry -> [UInt8] in if case .fromBox(let bytes) = entry.event { bytes } else { [] } }
    }

    @Test("a PIN's frame is left out however it is cut into chunks, and what stands around it stays")
    func everyCut() {
        let stream = Self.heartbeat + Self.pin + Self.heartbeat
        let kept = Self.heartbeat + [0] + Self.heartbeat
        for first in 0..<stream.count {
            for second in first..<stream.count {
                let entries = Self.recorded([
                    Array(stream[..<first]), Array(stream[first..<second]), Array(stream[second...]),
                ])
                #expect(Self.fromBox(entries) == kept, "cut at \(first) and \(second)")
                #expect(entries.contains { $0.event == .note("left out: a badge or PIN") })
            }
        }
    }

    @Test("a badge is left out too")
    func badgeFrame() {
        #expect(Self.fromBox(Self.recorded([Self.badge(.badge, "04A2B3")])) == [0])
    }

    @Test("chunks and their times come out as they went in")
    func chunksStay() {
        let beat = Self.heartbeat
        let entries = Self.recorded([Array(beat[..<3]), Array(beat[3..<5]), Array(beat[5...])])
        #expect(
            entries == [
                SessionEntry(at: 0, .fromBox(Array(beat[..<3]))), SessionEntry(at: 1, .fromBox(Array(beat[3..<5]))),
                SessionEntry(at: 2, .fromBox(Array(beat[5...]))),
            ])
    }

    @Test(
        "no byte of a secret is recorded, whichever byte of its frame noise bends, loses or makes a delimiter",
        arguments: [(Capabilities.pinPad, pin), (.badgeReader, badge(.badge, "HLĐ§é"))])
    func damagedSecret(capabilities: Capabilities, frame: [UInt8]) {
        let hello = Self.hello(capabilities)
        for index in frame.indices.dropLast() {
            for damage in [UInt8(0), 0xAA, frame[index] ^ 1] {
                var bent = frame
                bent[index] = damage
                Self.expectNothing(of: bent, after: hello)
            }
            var cut = frame
            cut.remove(at: index)
            Self.expectNothing(of: cut, after: hello)
            Self.expectNothing(of: Array(frame[..<index]), after: hello)
        }
    }

    private static func expectNothing(of damaged: [UInt8], after hello: [UInt8]) {
        for before in [[], hello] {
            let kept = fromBox(recorded([before, damaged, heartbeat]))
            #expect(kept.starts(with: before))
            // A frame without its delimiter takes the next one with it.
            let rest = kept.dropFirst(before.count).filter { $0 != 0 }
            #expect(rest.isEmpty || rest == heartbeat.filter { $0 != 0 }, "\(damaged) left \(rest)")
        }
    }

    @Test("row 4: of a box without badge reader and PIN pad all garbage stays to be seen, of others its length does")
    func garbageStays() {
        let garbage = Array("AT+GMM=1\r\n".utf8) + [0]
        #expect(Self.recorded([garbage]).map(\.event) == [.leftOut(10), .fromBox([0])])
        let plain = Self.hello(.display)
        #expect(Self.fromBox(Self.recorded([plain, garbage])) == plain + garbage)
        for capabilities in [Capabilities.pinPad, .badgeReader] {
            let hello = Self.hello(capabilities)
            #expect(Self.fromBox(Self.recorded([hello, garbage])) == hello + [0])
        }
    }

    @Test("garbage without end does not wait for its end, and what the host says is not held up")
    func boundedWait() {
        var filter = SecretFilter()
        var written = 0
        for index in 0..<100 {
            for entry in filter.take(SessionEntry(at: 0, .fromBox(Array(repeating: 0x7F, count: 37)))) {
                if case .leftOut(let count) = entry.event { written += count }
            }
            #expect((index + 1) * 37 - written <= 168)
        }
        #expect(filter.take(SessionEntry(at: 1, .toBox([1]))).isEmpty)
        #expect(filter.take(SessionEntry(at: 5001, .toBox([2]))).map(\.event).contains(.toBox([2])))
    }
}
