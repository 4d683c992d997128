import Foundation
import Testing

@testable import hailong

@Suite("Files that commands make")
struct OutputFileTests {
    @Test("behind a link the file is written that it leads to, and a pipe is written into")
    func links() throws {
        let folder = try TemporaryFolder()
        let (file, link, pipe) = (folder.path + "/file", folder.path + "/link", folder.path + "/pipe")
        try OutputFile.write(Data("1".utf8), to: file, replacing: false)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        try OutputFile.write(Data("2".utf8), to: link, replacing: true)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "2")

        #expect(mkfifo(pipe, 0o600) == 0)
        let reader = open(pipe, O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        try OutputFile.write(Data("3".utf8), to: pipe, replacing: true)
        var byte: UInt8 = 0
        #expect(read(reader, &byte, 1) == 1 && byte == UInt8(ascii: "3"))
    }

    @Test("a file that is there is kept unless it is to be overwritten")
    func keeps() throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/file"
        try OutputFile.write(Data("1".utf8), to: file, replacing: false)
        #expect(throws: CommandFailure.self) { try OutputFile.write(Data(), to: file, replacing: false) }
        #expect(throws: CommandFailure.self) { try OutputFile.write(Data(), to: folder.path, replacing: true) }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "1")
    }
}
