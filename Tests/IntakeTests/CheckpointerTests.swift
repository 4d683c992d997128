import Foundation
import GRDB
import Ratings
import ServiceLifecycle
import TestSupport
import Testing

@testable import Intake
@testable import Store

@Suite("The write-ahead log is copied beside the commits", .timeLimit(.minutes(5))) struct CheckpointerTests {
    private let scratch = Scratch()

    private func store() throws -> Store { try Store(writing: DataDirectory(scratch.path)) }

    private func size(of path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }

    /// Commits `count` presses, each for itself.
    private func commit(_ count: UInt32, from first: UInt32 = 0, to store: Store) async throws {
        for sequence in first..<first + count {
            _ = try store.commit([.press(.sample(sequence))])
            // A commit blocks its thread, and others want to run there.
            await Task.yield()
        }
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

    @Test("where commits keep pace with the copying, the rest is copied between two of them, and the log stays short")
    func bounded() async throws {
        let store = try store()
        let checkpoints = try store.takeCheckpoints(worthCopying: 20, mostPages: 60)
        let copying = Task { for await _ in checkpoints.due { try await checkpoints.copy() } }
        try await commit(1000, to: store)
        copying.cancel()
        if case .failure(let error) = await copying.result {
            // The copying itself may have been cut off, which SQLite says in its own way.
            #expect(error is CancellationError || (error as? DatabaseError)?.resultCode == .SQLITE_INTERRUPT)
        }
        try await checkpoints.end()
        // 1,000 commits write more than 2,500 pages.
        #expect(try size(of: store.folder.database + "-wal") < 1000 * 4096)
        #expect(try store.verify(against: []).findings == [])
    }

    @Test("after a copying that failed all of the log is copied again, also what had been copied before")
    func copiedAgain() async throws {
        let store = try store()
        let checkpoints = try store.takeCheckpoints()
        let database = URL(fileURLWithPath: store.folder.database)
        let old = try Data(contentsOf: database)
        try await commit(50, to: store)
        try await checkpoints.copy()
        let copied = try Data(contentsOf: database)
        try await commit(1, from: 50, to: store)
        // The log was begun anew by that commit; what is copied now is lost again.
        let before = try Data(contentsOf: database)
        #expect(before == copied && copied != old)
        try await commit(20, from: 51, to: store)
        try await checkpoints.copy()
        let whole = try Data(contentsOf: database)
        let file = try FileHandle(forUpdating: database)
        try file.write(contentsOf: before)
        try await checkpoints.copy()
        #expect(try Data(contentsOf: database) != whole)
        checkpoints.distrust()
        try await checkpoints.copy()
        #expect(try Data(contentsOf: database) == whole)
        try await checkpoints.end()
        #expect(try store.verify(against: []).findings == [])
    }

    @Test("a copying that meets somebody in the log's index waits for the next commit; one that always does is told")
    func collision() async throws {
        let store = try store()
        let checkpoints = try store.takeCheckpoints()
        try await commit(20, to: store)
        let before = try size(of: store.folder.database)
        let index = open(store.folder.database + "-shm", O_RDWR | O_CLOEXEC)
        defer { close(index) }
        // SQLite's lock of whoever copies; as one of this descriptor it is not ours.
        #expect(lock(index, Int16(F_WRLCK)))
        for _ in 1..<Checkpoints.mostCollisions { #expect(try await !checkpoints.copy()) }
        let error = await #expect(throws: DatabaseError.self) { try await checkpoints.copy() }
        #expect(error?.resultCode == .SQLITE_BUSY)
        #expect(try size(of: store.folder.database) == before)
        #expect(lock(index, Int16(F_UNLCK)))
        #expect(try await checkpoints.copy())
        #expect(try size(of: store.folder.database) > before)
        try await checkpoints.end()
    }

    @Test("one that only met somebody in the log's index takes no trouble back, and is none until it happened 8 times")
    func collisionInTrouble() async throws {
        let store = try store()
        let (health, book) = (StoreHealth(), LogBook(.notice))
        let checkpointer = Checkpointer(store: store, health: health, log: book.logger, pages: 2)
        let index = open(store.folder.database + "-shm", O_RDWR | O_CLOEXEC)
        defer { close(index) }
        #expect(lock(index, Int16(F_WRLCK)))
        health.noteCopying(FakeStore.full)
        let group = ServiceGroup(services: [checkpointer], logger: .quiet)
        async let running: Void = group.run()
        var commits: UInt32 = 0
        // Each commit brings one copying at most: while it is no failure yet, what was wrong before is wrong still.
        while health.trouble.copying?.cause == .full {
            try await commit(1, from: commits, to: store)
            commits += 1
        }
        #expect(commits >= Checkpoints.mostCollisions)
        #expect(health.trouble.copying?.cause == .other)
        #expect(lock(index, Int16(F_UNLCK)))
        while health.trouble.copying != nil {
            try await commit(1, from: commits, to: store)
            commits += 1
        }
        await group.triggerGracefulShutdown()
        try await running
        #expect(book.messages.first?.hasPrefix("the write-ahead log cannot be copied") == true)
        #expect(book.messages.last == "the write-ahead log is copied again")
    }

    private func lock(_ descriptor: Int32, _ kind: Int16) -> Bool {
        var place = flock(l_type: kind, l_whence: Int16(SEEK_SET), l_start: 121, l_len: 1, l_pid: 0)
        let setLockOfDescriptor: Int32 = 37  // F_OFD_SETLK, which Swift does not see
        return fcntl(descriptor, setLockOfDescriptor, &place) == 0
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
