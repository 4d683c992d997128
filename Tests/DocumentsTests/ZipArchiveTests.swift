import Foundation
import Testing

@testable import Documents

@Suite("ZIP archives")
struct ZipArchiveTests {
    @Test("what is packed is unpacked, names with Vietnamese letters and empty files too")
    func roundTrip() throws {
        let archive = ZipArchive([
            .init("a.txt", Data("xin chào".utf8)), .init("thư mục/trống", Data()),
            .init("long", Data(repeating: 7, count: 300_000)),
        ])
        let bytes = try archive.bytes()
        #expect(try ZipArchive(reading: bytes) == archive)
        #expect(try archive.bytes() == bytes)
        #expect(bytes.count < 2_000)
    }

    @Test("a file is replaced in its place, added at the end, or taken away")
    func changes() {
        var archive = ZipArchive([.init("a", Data([1])), .init("b", Data([2]))])
        archive["a"] = Data([3])
        archive["c"] = Data([4])
        archive["b"] = nil
        #expect(archive.entries == [.init("a", Data([3])), .init("c", Data([4]))])
    }

    @Test("what is no archive, is cut short, or unpacks to more than it may is refused")
    func refusals() throws {
        let bytes = try ZipArchive([.init("a", Data(repeating: 0, count: 100_000))]).bytes()
        #expect(throws: DocumentError.self) { try ZipArchive(reading: Data("not a ZIP file".utf8)) }
        #expect(throws: DocumentError.self) { try ZipArchive(reading: bytes.dropLast(30)) }
        #expect(throws: DocumentError.self) { try ZipArchive(reading: bytes, limit: 99_999) }
        #expect(try ZipArchive(reading: bytes, limit: 100_000).entries.count == 1)
    }
}
