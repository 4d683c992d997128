import Foundation
import Testing

@testable import hailong

@Suite("The command socket", .timeLimit(.minutes(2)))
struct ControlSocketTests {
    @Test("connections that ask nothing are closed after a time, and a command that waits for them is answered")
    func idle() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let service = try await centre.serve()
        // More than are served: connections are made ready on several threads, and the command may overtake a few.
        let idle = try (0..<ControlServer.mostCommands + 16).map { _ in try connect(to: centre.data + "/hailong.sock") }
        let began = ContinuousClock.now
        let devices = try await centre.hailong("devices", "--json")
        #expect(devices.status == 0, "\(devices.errors)")
        #expect(began.duration(to: .now) > .seconds(5))
        // Which were served first is the threads' affair; their time ends in one moment, which let the command in.
        var open = idle.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let soon = ContinuousClock.now + .seconds(5)
        while idle.count - open.count < ControlServer.mostCommands, ContinuousClock.now < soon {
            _ = poll(&open, nfds_t(open.count), 100)
            open.removeAll { $0.revents & Int16(POLLHUP) != 0 }
        }
        #expect(idle.count - open.count >= ControlServer.mostCommands)
        for socket in idle { close(socket) }
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0)
    }

    @Test("a service that takes no more commands is told from one that does not run")
    func full() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        try FileManager.default.createDirectory(atPath: centre.data, withIntermediateDirectories: true)
        let path = centre.data + "/hailong.sock"
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        #expect(withAddress(path) { bind(listener, $0, $1) } == 0)
        #expect(listen(listener, 0) == 0)
        let first = try connect(to: path)
        defer { close(first) }
        let refused = await #expect(throws: CommandFailure.self) { try await ControlClient.ask(.links, at: path) }
        #expect(refused?.message?.contains("as many commands as it can") == true)
    }

    @Test("places are as many as they are, and are given back")
    func places() {
        let places = Places(2)
        #expect(places.take())
        #expect(places.take())
        #expect(!places.take())
        places.leave()
        #expect(places.take())
    }

    private func connect(to path: String) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard withAddress(path, { Foundation.connect(descriptor, $0, $1) }) == 0 else {
            throw TestFailure("cannot connect to \(path): \(errno)")
        }
        return descriptor
    }

    private func withAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
