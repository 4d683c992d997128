import Foundation
import Testing

@testable import Devices

@Suite("Ports named by hand")
struct PathPortsTests {
    private func folder() throws -> String {
        let path = NSTemporaryDirectory() + "hailong-paths-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    @Test("a folder's entries come and go")
    func folderIsWatched() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (here, later) = (folder + "/a", folder + "/b")
        #expect(FileManager.default.createFile(atPath: here, contents: nil))
        var events = PathPorts([folder]).events().makeAsyncIterator()
        #expect(await events.next() == .appeared(Port(path: here)))
        #expect(FileManager.default.createFile(atPath: later, contents: nil))
        #expect(await events.next() == .appeared(Port(path: later)))
        try FileManager.default.removeItem(atPath: here)
        #expect(await events.next() == .vanished(path: here))
    }

    @Test("an entry that leads elsewhere is another port")
    func entryIsReplaced() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/box"
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/null")
        var events = PathPorts([folder]).events().makeAsyncIterator()
        #expect(await events.next() == .appeared(Port(path: path)))
        try FileManager.default.createSymbolicLink(atPath: folder + "/.new", withDestinationPath: "/dev/zero")
        #expect(rename(folder + "/.new", path) == 0)
        #expect(await events.next() == .vanished(path: path))
        #expect(await events.next() == .appeared(Port(path: path)))
    }

    @Test("a single path is told at once, there or not, and again when it comes")
    func pathIsWaitedFor() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/tty"
        var events = PathPorts([path]).events().makeAsyncIterator()
        #expect(await events.next() == .appeared(Port(path: path)))
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        #expect(await events.next() == .appeared(Port(path: path)))
    }
}
