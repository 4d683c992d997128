import Foundation
import GRDB
import Ratings
import ServiceLifecycle
import TestSupport
import Testing

@testable import Intake
@testable import Store

@Suite("The write-ahead log is copied beside the commits", .timeLimit(.minutes(1))) struct CheckpointerTests {
    private let scratch = Scratch()

    private func store() throws -> Store { try Store(writing: DataDirectory(scratch.path)) }

    private func size(of path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }

    /// Commits `count` presses, each for itself.
    private func commit(_ count: UInt32, from first: UInt32 = 0, to store: Store) async throws {
        for sequence in first..<first + count { _ = try await store.commit([.press(.sample(sequence))]) }
    }

    @Test("no commit copies anything, and the copying leaves a log that is begun anew")
    func beside() async throws {
        let store = try store()
        let checkpoints = try store.takeCheckpoints(worthCopying: 20, mostPages: 10_000)
        var due = checkpoints.due.makeAsyncIterator()
        let before = try size(of: store.folder.database)
        try await commit(400, to: store)
        let log = try size(of: store.folder.database + "-wal")
        #expect(log > 1000 * 4096)
        #expect(try size(of: store.folder.database) == before)
        #expect(await due.next() != nil)
        try await checkpoints.copy()
        #expect(try size(of: store.folder.database) > before)
        try await commit(10, from: 400, to: store)
        #expect(try size(of: store.folder.database + "-wal") == log)
        try await checkpoints.end()
        #expect(try store.verify(against: []).findings == [])
    }

    @Test("where commits keep pace with the copying, the rest is copied between two of them")
    func bounded() async throws {
        let store = try store()
        let checkpoints = try store.takeCheckpoints(worthCopying: 1, mostPages: 0)
        try await commit(50, to: store)
        let log = try size(of: store.folder.database + "-wal")
        async let copied: Void = checkpoints.copy()
        try await commit(50, from: 50, to: store)
        try await copied
        try await checkpoints.copy()
        // All is copied now, so that the log is written from its beginning.
        try await commit(20, from: 100, to: store)
        #expect(try size(of: store.folder.database + "-wal") <= 2 * log + 100 * 4096)
        try await checkpoints.end()
    }

    @Test("once nobody copies beside them, commits copy again")
    func handedBack() async throws {
        let store = try store()
        let checkpoints = try store.takeCheckpoints()
        let own = try await autocheckpoint(store)
        #expect(own == 0)
        try await checkpoints.end()
        #expect(try await autocheckpoint(store) == 1000)
    }

    private func autocheckpoint(_ store: Store) async throws -> Int? {
        try await store.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA wal_autocheckpoint") }
    }

    @Test("the service copies by itself as presses come, and stops in good order")
    func service() async throws {
        let store = try store()
        let before = try size(of: store.folder.database)
        let checkpointer = Checkpointer(store: store, health: StoreHealth(), log: .quiet)
        let group = ServiceGroup(services: [checkpointer], logger: .quiet)
        async let running: Void = group.run()
        var sequence: UInt32 = 0
        while try size(of: store.folder.database) == before {
            try await commit(50, from: sequence, to: store)
            sequence += 50
        }
        await group.triggerGracefulShutdown()
        try await running
        try store.close()
        #expect(try Store(reading: store.folder).verify(against: []).findings == [])
    }
}
