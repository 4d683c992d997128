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

    @Test("no digit of a PIN is recorded, whichever byte of its frame noise bends, loses or makes a delimiter")
    func damagedPIN() {
        for index in Self.pin.indices {
            for damage in [UInt8(0), 0xAA] {
                var bent = Self.pin
                bent[index] = damage
                Self.expectNoDigit(Self.recorded([bent, Self.heartbeat]))
            }
            var cut = Self.pin
            cut.remove(at: index)
            Self.expectNoDigit(Self.recorded([cut, Self.heartbeat]))
            Self.expectNoDigit(Self.recorded([Array(Self.pin[..<index])]))
        }
    }

    private static func expectNoDigit(_ entries: [SessionEntry]) {
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        #expect(!fromBox(entries).contains(where: isDigit), "\(entries.map(\.line))")
    }

    @Test("row 4: text of a modem manager stays to be seen, and of a box without PIN pad all garbage does")
    func garbageStays() {
        #expect(Self.fromBox(Self.recorded([Array("AT\r".utf8)])) == Array("AT\r".utf8))
        let digits = Array("AT+GMM=1\r\n".utf8) + [0]
        #expect(Self.fromBox(Self.recorded([digits])) == [0])
        #expect(Self.recorded([digits]).map(\.event) == [.leftOut(10), .fromBox([0])])
        let hello = Self.hello(.display)
        #expect(Self.fromBox(Self.recorded([hello, digits])) == hello + digits)
        let padded = Self.hello(.pinPad)
        #expect(Self.fromBox(Self.recorded([padded, digits])) == padded + [0])
    }

    @Test("garbage without end does not wait for its end, and what the host says is not held up")
    func boundedWait() {
        var filter = SecretFilter()
        var written = 0
        for index in 0..<100 {
            written += Self.fromBox(filter.take(SessionEntry(at: 0, .fromBox(Array(repeating: 0x7F, count: 37))))).count
            #expect((index + 1) * 37 - written <= 168)
        }
        #expect(filter.take(SessionEntry(at: 1, .toBox([1]))).isEmpty)
        #expect(filter.take(SessionEntry(at: 5001, .toBox([2]))).map(\.event).contains(.toBox([2])))
    }
}
