import Foundation
import GRDB
import Ratings
import ServiceLifecycle
import TestSupport
import Testing

@testable import Intake
@testable import Store

/// The door before a real database that cannot be written for a while.
@Suite("Intake before a real store", .timeLimit(.minutes(5))) struct RealStoreTests {
    private let scratch = Scratch()
    private let book = LogBook()

    private func door(_ store: Store) -> Intake {
        Intake(store: store, clock: StandingClock(Instant(milliseconds: 0)), log: book.logger)
    }

    /// A counter with box `b1`, so that presses count.
    private var standing: Change {
        get throws {
            let start = Instant(milliseconds: 0)
            let scale = RatingScale(
                code: "one", since: start,
                choices: [
                    .init(
                        input: "1", code: "good", column: .satisfiedService, vietnamese: "Hài lòng",
                        english: "Satisfied")
                ])
            let records: [any DirectoryRecord] = [
                scale, Counter(code: "Q1", name: "Quầy 1", units: ["tp"], since: start),
                Assignment(box: "b1", counters: ["Q1"], since: start),
            ]
            return Change(
                at: start, who: "an", action: "test", why: "test", records: try records.map { try StoredRecord($0) })
        }
    }

    private func expectAll(_ store: Store, _ count: Int) throws {
        var presses = 0
        try store.forEachPress { _ in presses += 1 }
        #expect(presses == count)
        #expect(try store.verify(against: []).findings == [])
    }

    @Test("a locked file stops receipts, not the service, and receipts resume by themselves")
    func locked() async throws {
        let store = try Store(writing: DataDirectory(scratch.path))
        let door = door(store)
        try await withDoor(door) {
            #expect(try await door.submit(0) == [.stored(position: 1)])
            let holder = try Holder(store)
            async let late = door.submit(1, 2)
            try await waitUntil { book.messages.contains { $0.hasPrefix("store cannot write") } }
            #expect(await door.waiting == 2)
            try holder.letGo()
            #expect(try await late == [.stored(position: 2), .stored(position: 3)])
        }
        #expect(book.messages.last == "store writes again; receipts resume")
        try expectAll(store, 3)
    }

    @Test("with a locked file the service stops within 5 s and nothing is receipted")
    func lockedStop() async throws {
        let store = try Store(writing: DataDirectory(scratch.path))
        let door = door(store)
        let group = ServiceGroup(services: [door], logger: .quiet)
        async let running: Void = group.run()
        let holder = try Holder(store)
        let waiting = Task { try await door.submit(0) }
        try await waitUntil { !book.messages.isEmpty }
        let begun = ContinuousClock.now
        await group.triggerGracefulShutdown()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        try await running
        #expect(begun.duration(to: .now) < .seconds(5))
        try holder.letGo()
        try expectAll(store, 0)
    }

    @Test("a damaged sum stops receipts and is told, and they resume once the tables are computed again")
    func damagedSum() async throws {
        let store = try Store(writing: DataDirectory(scratch.path))
        _ = try await store.make(try standing)
        let door = door(store)
        try await withDoor(door) {
            #expect(try await door.submit(0) == [.stored(position: 2)])
            try await store.pool.writeWithoutTransaction {
                try $0.execute(sql: "UPDATE officer_sum SET satisfied_service = 9223372036854775807")
            }
            async let late = door.submit(1)
            try await waitUntil { door.health.trouble.writing?.cause == .damaged }
            #expect(try store.verify(against: []).findings == [.tallies(cells: 1)])
            #expect(try await store.reproject().sums == 1)
            #expect(try await late == [.stored(position: 3)])
            #expect(door.health.trouble == StoreTrouble())
        }
        try expectAll(store, 2)
    }

    @Test("a database that may not grow stops receipts until it may")
    func pageLimit() async throws {
        let store = try Store(writing: DataDirectory(scratch.path))
        let door = door(store)
        try await withDoor(door) {
            try await store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1") }
            async let receipts = door.submit((0..<500).map { .press(.sample($0)) })
            try await waitUntil { !book.messages.isEmpty }
            try expectAll(store, 0)
            try await store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
            #expect(try await receipts.count == 500)
        }
        try expectAll(store, 500)
    }

    @Test("a full disk stops receipts until there is room again, and nothing is lost", .enabled(if: Disk.isPossible))
    func fullDisk() async throws {
        let disk = try Disk(kilobytes: 4096)
        let store = try Store(writing: DataDirectory(disk.path + "/data"))
        let door = door(store)
        try await withDoor(door) {
            #expect(try await door.submit(0) == [.stored(position: 1)])
            try disk.fill()
            async let receipts = door.submit((1..<500).map { .press(.sample($0)) })
            try await waitUntil { !book.messages.isEmpty }
            #expect(await door.waiting == 499)
            try disk.makeRoom()
            #expect(try await receipts.count == 499)
        }
        try expectAll(store, 500)
        try store.close()
    }

    @Test("many boxes at once: each press is stored once and receipted in the order of its own box")
    func many() async throws {
        let store = try Store(writing: DataDirectory(scratch.path))
        let door = Intake(store: store, clock: StandingClock(Instant(milliseconds: 0)), log: .quiet, capacity: 8)
        try await withDoor(door) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for box in 0..<20 {
                    group.addTask {
                        var last: Int64 = 0
                        for sequence in 0..<UInt32(10) {
                            let press = Press.sample(sequence, box: "box \(box)")
                            let receipts = try await door.submit([.press(press), .press(press)])
                            guard case .stored(let position) = receipts[0], position > last else {
                                Issue.record("\(receipts) after \(last)")
                                return
                            }
                            #expect(receipts[1] == .repeated(position: position))
                            last = position
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        try expectAll(store, 200)
    }
}

/// Another connection that holds the file's write lock.
private final class Holder: Sendable {
    private let queue: DatabaseQueue

    init(_ store: Store) throws {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        queue = try DatabaseQueue(path: store.folder.database, configuration: configuration)
        try queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    }

    func letGo() throws { try queue.writeWithoutTransaction { try $0.execute(sql: "COMMIT") } }
}
