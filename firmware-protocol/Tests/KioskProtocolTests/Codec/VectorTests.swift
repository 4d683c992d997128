import Foundation
import KioskProtocol
import Testing

/// The golden vectors, through the codec and through both halves.
@Suite("Golden vectors")
struct VectorTests {
    struct Valid: Decodable, CustomTestStringConvertible {
        var name: String
        var direction: String
        var message: String
        var fields: [String: Field]
        var body: [[String]]
        var frame: String
        var encode: Bool
        var testDescription: String { name }
        var bodyBytes: [UInt8] { body.flatMap { hex($0.first ?? "") } }
    }

    struct Rejected: Decodable, CustomTestStringConvertible {
        var name: String
        var direction: String
        var bytes: String
        var reason: String
        var testDescription: String { name }
    }

    struct Stream: Decodable, CustomTestStringConvertible {
        var name: String
        var bytes: String
        var frames: [String]
        var testDescription: String { name }
    }

    /// A number, or text: hexadecimal for 64 bits and for bytes.
    enum Field: Decodable, Equatable {
        case number(UInt64)
        case text(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(UInt64.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }

    static func load<Vector: Decodable>(_ name: String) throws -> [Vector] {
        let folder = URL(filePath: #filePath).appending(path: "../../../../vectors").standardized
        return try JSONDecoder().decode([Vector].self, from: Data(contentsOf: folder.appending(path: name)))
    }

    static var valid: [Valid] { (try? load("valid.json")) ?? [] }
    static var rejected: [Rejected] { (try? load("rejected.json")) ?? [] }
    static var streams: [Stream] { (try? load("streams.json")) ?? [] }

    @Test("the files are there and cover every message and every reason")
    func coverage() throws {
        let valid: [Valid] = try Self.load("valid.json")
        let rejected: [Rejected] = try Self.load("rejected.json")
        let streams: [Stream] = try Self.load("streams.json")
        #expect(Set(valid.map(\.message)).count == 20)
        #expect(Set(rejected.map(\.reason)) == ["checksum", "cobs", "tooShort", "tooLong", "malformed"])
        #expect(streams.count >= 8)
    }

    @Test("a valid frame decodes to its fields, and encodes to its bytes", arguments: valid)
    func validFrame(_ vector: Valid) throws {
        let body = try #require(bodies(hex(vector.frame)).first)
        #expect(body.array == vector.bodyBytes)
        let described: (fields: [String: Field], frame: WireFrame)
        if vector.direction == "box-to-host" {
            let message = try #require(BoxMessage(body))
            described = (message.fields, message.encoded())
        } else {
            let message = try #require(HostMessage(body))
            described = (message.fields, message.encoded())
        }
        #expect(described.fields == vector.fields)
        // HELLO and HELLO_REQUEST are sent with an opening delimiter, which is no part of the frame.
        let sent = Array(described.frame.array.drop { $0 == 0 })
        if vector.encode { #expect(sent == hex(vector.frame)) }
    }

    @Test("both halves take or skip every valid frame without a complaint", arguments: valid)
    func validFrameInBothHalves(_ vector: Valid) {
        var box = BoxUnderTest.linked()
        _ = box.received(hex(vector.frame), now: 1)
        #expect(box.device.badFrames == 0)

        let ring = RingReport(oldest: 41, next: 44, dropped: 2)
        var host = LinkUnderTest()
        _ = host.received(.hello(LinkUnderTest.hello(boot: 0x8F3A_5C1E_00D4_2B77, ring: ring)), now: 0)
        host.link.known(next: 0, dropped: 0, now: 0)
        _ = host.received(hex(vector.frame), now: 1)
        #expect(host.link.badFrames == 0)
    }

    @Test("a frame to be rejected is rejected once, for its reason, by the half that it is for", arguments: rejected)
    func rejectedFrame(_ vector: Rejected) {
        let bytes = hex(vector.bytes)
        let results = FrameDecoderTests.results(bytes)
        switch vector.reason {
        case "malformed": #expect(results.count == 1 && results.first.isFrame)
        case "tooLong": #expect(results == [.rejected(.tooLong)])
        case "cobs": #expect(results == [.rejected(.cobs)])
        case "tooShort": #expect(results == [.rejected(.tooShort)])
        default: #expect(results == [.rejected(.checksum)])
        }
        if vector.direction != "host-to-box" {
            var host = LinkUnderTest.linked()
            _ = host.received(bytes, now: 1)
            #expect(host.link.badFrames == 1)
        }
        if vector.direction != "box-to-host" {
            var box = BoxUnderTest.linked()
            _ = box.received(bytes, now: 1)
            #expect(box.device.badFrames == 1)
        }
    }

    @Test("a stream with garbage gives the frames that are whole", arguments: streams)
    func stream(_ vector: Stream) {
        let seen = FrameDecoderTests.results(hex(vector.bytes)).map { result in
            if case .frame(let body) = result { hex(body.array) } else { "rejected" }
        }
        #expect(seen == vector.frames)
    }
}
