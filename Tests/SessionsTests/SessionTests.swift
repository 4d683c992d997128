import Sessions
import Testing

@Suite("Sessions as text")
struct SessionTests {
    private static let header = SessionHeader([
        .port: "/dev/ttyUSB0", .date: "2026-11-21T04:42:00Z", .uid: "5300000000000001", .note: "nút 2 bấm không ăn",
    ])

    @Test("what is written is read again, every kind of entry of it")
    func roundTrip() throws {
        let session = Session(
            header: Self.header,
            entries: [
                SessionEntry(at: 0, .opened), SessionEntry(at: 0, .toBox([0, 0x06, 0x4D])),
                SessionEntry(at: 12, .fromBox([0xFF, 0x00, 0x0A])),
                SessionEntry(at: 12, .note("left out: a badge or PIN")),
                SessionEntry(at: 13, .leftOut(17)), SessionEntry(at: 999_999_999_999_999, .hungUp),
            ])
        #expect(try Session(Array(session.text.utf8), file: "a") == session)
        #expect(session.text.hasPrefix("hailong session 1\nport: /dev/ttyUSB0\ndate: "))
        #expect(session.text.contains("\n12 < FF 00 0A\n"))
    }

    @Test("remarks of whoever edited the file, and empty lines, are skipped")
    func remarks() throws {
        let text = "hailong session 1\nport: p\ndate: d\n\n# cut by hand\n1 open\n\n2 # kept\n"
        let session = try Session(Array(text.utf8), file: "a")
        #expect(session.entries == [SessionEntry(at: 1, .opened), SessionEntry(at: 2, .note("kept"))])
    }

    @Test("a long chunk is told in several lines and is the same bytes")
    func longChunk() throws {
        let bytes = (0..<2500).map { UInt8(truncatingIfNeeded: $0) }
        let session = Session(header: Self.header, entries: [SessionEntry(at: 5, .fromBox(bytes))])
        let read = try Session(Array(session.text.utf8), file: "a")
        #expect(read.entries.count == 3)
        #expect(
            read.entries.flatMap { entry -> [UInt8] in if case .fromBox(let bytes) = entry.event { bytes } else { [] } }
                == bytes)
    }

    @Test("a model or note with line ends makes no lines of its own")
    func hostileHeader() throws {
        let header = SessionHeader([
            .port: "p", .date: "d", .model: "HL\n0 open\u{85}x", .note: String(repeating: "n", count: 999),
        ])
        let read = try Session(Array(Session(header: header, entries: []).text.utf8), file: "a")
        #expect(read.entries.isEmpty)
        #expect(read.header.values[.model] == "HL 0 open x")
        #expect(read.header.values[.note]?.count == 200)
    }

    @Test(
        "a wrong file is refused whole, with its line",
        arguments: [
            ("", "a:1: is not 'hailong session 1'"),
            ("hailong session 2\n\n", "a:1: is not"),
            ("hailong session 1\nport: p\ndate: d", "a: ends within its header"),
            ("hailong session 1\nport: p\n\n", "a:3: the header has no 'date'"),
            ("hailong session 1\nport: p\nport: p\n\n", "a:3: 'port' stands here twice"),
            ("hailong session 1\ncolour: red\n\n", "a:2: there is no 'colour'"),
            ("hailong session 1\nport: p\ndate: d\n\n1 < 0\n", "a:5: is no entry"),
            ("hailong session 1\nport: p\ndate: d\n\n1 < 00  01\n", "a:5: is no entry"),
            ("hailong session 1\nport: p\ndate: d\n\n1 < +1\n", "a:5: is no entry"),
            ("hailong session 1\nport: p\ndate: d\n\n-1 open\n", "a:5: is no entry"),
            ("hailong session 1\nport: p\ndate: d\n\n1 x 0\n", "a:5: is no entry"),
            ("hailong session 1\nport: p\ndate: d\n\n1 open now\n", "a:5: is no entry"),
            ("hailong session 1\nport: p\ndate: d\n\n9999999999999999 open\n", "a:5: is no entry"),
            ("hailong session 1\nport: p\ndate: d\n\n2 open\n1 hang-up\n", "a:6: is earlier"),
            ("hailong session 1\nport: p\ndate: d\n\n1 # " + String(repeating: "x", count: 5000), "a:5: is longer"),
        ])
    func refused(text: String, message: String) throws {
        let error = #expect(throws: SessionError.self) { try Session(Array(text.utf8), file: "a") }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }

    @Test("bytes that are no UTF-8 are refused with their line")
    func notUTF8() {
        let bytes = Array("hailong session 1\nport: ".utf8) + [0xFF, 0x0A, 0x0A]
        let error = #expect(throws: SessionError.self) { try Session(bytes, file: "a") }
        #expect(error?.line == 2)
    }

    @Test("a file beyond the limits is refused before it is read")
    func tooLarge() {
        let error = #expect(throws: SessionError.self) {
            try Session(repeatElement(0x0A, count: Session.largestFile + 1), file: "a")
        }
        #expect(error?.line == 0)
    }
}
