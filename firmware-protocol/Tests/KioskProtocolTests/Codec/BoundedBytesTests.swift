import KioskProtocol
import Testing

@Suite("Bounded bytes")
struct BoundedBytesTests {
    @Test("more bytes than fit are refused whole")
    func tooMany() {
        #expect(BoundedBytes<3>([1, 2, 3, 4]) == nil)
        #expect(BoundedBytes<3>([1, 2, 3])?.array == [1, 2, 3])
    }

    @Test("a text is cut before the character that does not fit whole")
    func truncation() {
        // "ả" is three bytes: E1 BA A3.
        #expect(BoundedBytes<5>(truncating: "cảm".utf8).text == "cảm")
        #expect(BoundedBytes<4>(truncating: "cảm".utf8).text == "cả")
        #expect(BoundedBytes<3>(truncating: "cảm".utf8).text == "c")
        #expect(BoundedBytes<2>(truncating: "cảm".utf8).text == "c")
    }

    @Test("an index outside reads as 0 and does not trap")
    func outside() {
        let bytes = BoundedBytes<3>(truncating: [9])
        #expect(bytes[0] == 9)
        #expect(bytes[1] == 0)
        #expect(bytes[-1] == 0)
        #expect(bytes[3] == 0)
    }

    @Test("bytes that were forgotten do not count when comparing")
    func comparing() {
        var bytes = BoundedBytes<3>(truncating: [1, 2])
        bytes.removeAll()
        bytes.append(5)
        #expect(bytes == BoundedBytes<3>(truncating: [5]))
        #expect(bytes != BoundedBytes<3>(truncating: [1]))
    }
}
