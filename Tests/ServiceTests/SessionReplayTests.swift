import Foundation
import Sessions
import Testing

@Suite("Recorded sessions before the real service", .serialized)
struct SessionReplayTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/sessions")

    /// The names of all sessions there are.
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".session") }.map { String($0.dropLast(8)) }.sorted()

    private static func session(_ name: String) throws -> Session {
        let file = folder.appendingPathComponent(name + ".session")
        return try Session([UInt8](Data(contentsOf: file)), file: file.lastPathComponent)
    }

    private static func golden(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name + ".golden.txt"), encoding: .utf8)
    }

    @Test("what comes of a session is what came of it before")
    func replay() async throws {
        // Mostly they wait for a link: three at a time leave both cores time.
        let lanes = 3
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    for number in stride(from: lane, to: Self.names.count, by: lanes) {
                        try await replay(Self.names[number])
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func replay(_ name: String) async throws {
        let result = try await SessionReplay.result(of: Self.session(name))
        guard let golden = try? Self.golden(name) else {
            let file = Self.folder.appendingPathComponent(name + ".golden.new.txt")
            try Data(result.utf8).write(to: file)
            Issue.record("no golden result; \(file.lastPathComponent) has this one: read it, then rename it")
            return
        }
        #expect(result == golden, "\(name)")
    }

    @Test("there are sessions to replay, and each is small")
    func sessions() throws {
        #expect(Self.names.contains("press"))
        for name in Self.names {
            let size = try Data(contentsOf: Self.folder.appendingPathComponent(name + ".session")).count
            #expect(size < 60_000, "\(name)")
        }
    }

    @Test("a session with one chunk less gives another result")
    func changedSession() async throws {
        var session = try Self.session("press")
        let last = session.entries.lastIndex { entry in
            // The frame of a press that holds no zero begins with its code byte and its type.
            if case .fromBox(let bytes) = entry.event { bytes.dropFirst().first == 0x02 } else { false }
        }
        session.entries.remove(at: try #require(last))
        let result = try await SessionReplay.result(of: session)
        let golden = try Self.golden("press")
        #expect(result != golden)
        #expect(result.contains("the service did not say ACK"))
        #expect(Set(golden.split(separator: "\n")).subtracting(result.split(separator: "\n")).count >= 2)
    }
}
