import GRDB
import Logging
import Ratings
import Store
import Synchronization
import TestSupport
import Testing

@testable import Intake

@Suite("Intake", .timeLimit(.minutes(5))) struct IntakeTests {
    private let store = FakeStore()

    private func door(_ capacity: Int = Intake.defaultCapacity, log: Logger = .quiet) -> Intake {
        Intake(store: store, clock: StandingClock(Instant(milliseconds: 0)), log: log, capacity: capacity)
    }

    private var refused: [Receipt] { [.refused(why: "\(FakeStore.refusal)")] }

    private func stored(_ positions: Int64...) -> [Receipt] { positions.map { .stored(position: $0) } }

    @Test("all that waits is committed in one transaction, in the order in which it came")
    func oneTransaction() async throws {
        let door = door()
        try await withDoor(door) {
            await store.hold()
            async let first = door.submit(1)
            await store.began(1)
            async let second = door.submit(2, 3)
            try await store.until { await door.waiting == 2 }
            async let third = door.submit(4)
            try await store.until { await door.waiting == 3 }
            await store.release()
            #expect(try await first == stored(1))
            #expect(try await second == stored(2, 3))
            #expect(try await third == stored(4))
            #expect(await store.sequences == [[1], [2, 3, 4]])
        }
    }

    @Test("a store that must be opened anew ends the service, and what waits is not receipted")
    func endsWithStore() async throws {
        let door = door()
        let removed = StoreError.walRemoved(path: "/d/hailong.sqlite-wal")
        await store.fail(removed)
        let running = Task { try await door.run() }
        await #expect(throws: CancellationError.self) { try await door.submit(1) }
        await #expect(throws: removed) { try await running.value }
    }

    @Test("a receipt comes only after the commit, never before")
    func receiptAfterCommit() async throws {
        let door = door()
        try await withDoor(door) {
            await store.hold()
            let isReceipted = Flag()
            async let receipts = {
                let receipts = try await door.submit(1)
                isReceipted.set()
                return receipts
            }()
            await store.began(1)
            for _ in 0..<1000 { await Task.yield() }
            #expect(!isReceipted.isSet)
            await store.release()
            let got = try await receipts
            #expect(got == stored(1))
        }
    }

    @Test("while the store cannot write nothing is receipted and nothing is lost: it is tried until it goes through")
    func passingFailure() async throws {
        let book = LogBook()
        let door = door(log: book.logger)
        try await withDoor(door) {
            await store.fail(FakeStore.full, DatabaseError(resultCode: .SQLITE_BUSY), FakeStore.full)
            #expect(try await door.submit(1, 2) == stored(1, 2))
            #expect(await store.batches.count == 4)
            #expect(await Set(store.batches).count == 1)
            try await store.until { book.messages.count == 4 }
            #expect(book.messages.last == "store writes again; receipts resume")
        }
    }

    @Test("a full queue holds back whoever brings more, and lets them in when there is room")
    func backPressure() async throws {
        let door = door(2)
        try await withDoor(door) {
            await store.hold()
            async let first = door.submit(1)
            await store.began(1)
            async let second = door.submit(2, 3)
            try await store.until { await door.waiting == 2 }
            async let third = door.submit(4)
            try await store.until { await door.waitingOutside == 1 }
            #expect(await door.waiting == 2)
            await store.release()
            #expect(try await (first, second, third) == (stored(1), stored(2, 3), stored(4)))
            #expect(await door.waiting == 0)
        }
    }

    @Test("a batch has a bound, and a submission is never torn")
    func largestBatch() async throws {
        let door = door()
        func many(_ from: UInt32) -> [Observation] { (from..<(from + 600)).map { .press(.sample($0)) } }
        try await withDoor(door) {
            await store.hold()
            async let first = door.submit(9999)
            await store.began(1)
            async let a = door.submit(many(0))
            async let b = door.submit(many(1000))
            async let c = door.submit(many(2000) + many(3000))
            try await store.until { await door.waiting == 2400 }
            await store.release()
            #expect(try await (a.count, b.count, c.count) == (600, 600, 1200))
            _ = try await first
            #expect(await store.sizes.sorted() == [1, 600, 600, 1200])
        }
    }

    @Test("nothing submitted is nothing to wait for")
    func empty() async throws { #expect(try await door().submit([]) == []) }

    @Test("one submission that the store refuses for good does not hold up the others")
    func refused() async throws {
        let book = LogBook()
        let door = door(log: book.logger)
        try await withDoor(door) {
            await store.refuse(.sample(2))
            await store.hold()
            async let first = door.submit(9)
            await store.began(1)
            async let before = door.submit(1)
            try await store.until { await door.waiting == 1 }
            async let bad = door.submit(2)
            try await store.until { await door.waiting == 2 }
            async let after = door.submit(3)
            try await store.until { await door.waiting == 3 }
            await store.release()
            #expect(try await (first, before, after) == (stored(9), stored(1), stored(3)))
            #expect(try await bad == refused)
            #expect(door.health.trouble == StoreTrouble())
            #expect(book.messages == ["store refuses an observation"])
        }
    }

    @Test("an observation that the store refuses for good takes none of its own submission along")
    func refusedAlone() async throws {
        let door = door()
        try await withDoor(door) {
            await store.refuse(.sample(2))
            let receipts = try await door.submit(1, 2, 3)
            #expect(receipts == stored(1) + refused + stored(3))
            #expect(await store.sequences == [[1, 2, 3], [1], [2], [3]])
        }
    }

    @Test(
        "whatever else the store says is its own trouble: told, and tried again",
        arguments: [
            ResultCode.SQLITE_CONSTRAINT, .SQLITE_CONSTRAINT_DATATYPE, .SQLITE_MISMATCH, .SQLITE_ERROR, .SQLITE_TOOBIG,
        ])
    func ownTrouble(code: ResultCode) async throws {
        let book = LogBook()
        let door = door(log: book.logger)
        try await withDoor(door) {
            let error = DatabaseError(resultCode: code)
            await store.fail(error, error)
            await store.hold()
            async let receipts = door.submit(1, 2)
            await store.began(1)
            await store.letOne()
            await store.began(2)
            let cause: StoreTrouble.Cause = [.SQLITE_ERROR, .SQLITE_TOOBIG].contains(code) ? .other : .damaged
            #expect(door.health.trouble.writing?.cause == cause)
            await store.release()
            let got = try await receipts
            #expect(got == stored(1, 2))
            #expect(door.health.trouble == StoreTrouble())
            #expect(book.messages.first?.hasPrefix("store cannot write") == true)
        }
    }

    @Test("where the store stops writing while the refused one is sought, the rest is kept and tried again")
    func refusedThenFull() async throws {
        let door = door()
        try await withDoor(door) {
            await store.refuse(.sample(1))
            await store.hold()
            async let first = door.submit(9)
            await store.began(1)
            async let bad = door.submit(1)
            try await store.until { await door.waiting == 1 }
            async let good = door.submit(2)
            try await store.until { await door.waiting == 2 }
            // The first commit and its second try, the batch of two, and of that the bad one: then the disk is full.
            let refusal = FakeStore.refusal
            await store.fail(refusal, refusal, refusal, refusal, FakeStore.full)
            await store.release()
            #expect(try await (first, bad) == (refused, refused))
            #expect(try await good == stored(2))
        }
    }

    private func greeting(_ next: UInt32) -> Greeting {
        let description = BoxDescription(
            model: "", firmware: "", protocolVersion: 1, buttons: 5, ringSurvivesPowerLoss: false, ringCapacity: 0,
            resets: 0, resetCause: "")
        return Greeting(
            device: "b1", boot: 1, next: next, description: description, heard: Instant(milliseconds: 0))
    }

    @Test("signs of life are handed on with a greeting or with the next flush, the latest of each box")
    func heard() async throws {
        let (door, now) = (door(), Instant(milliseconds: 0))
        door.heard("b1", boot: 1, announced: 4, at: now)
        door.heard("b1", boot: 1, announced: 5, at: now)
        _ = try await door.greet(greeting(5))
        #expect(await store.greetings == [[Heard(device: "b1", boot: 1, announced: 5, at: now)]])
        try await door.flushHeard()
        #expect(await store.alive == [[]])
    }

    @Test("a greeting waits for a store that cannot write just now, and loses no sign of life by it")
    func greetingWaits() async throws {
        let (door, now) = (door(), Instant(milliseconds: 0))
        door.heard("b1", boot: 1, announced: 5, at: now)
        await store.fail(FakeStore.full, FakeStore.full)
        #expect(try await door.greet(greeting(5)).boot == 1)
        let heard = [Heard(device: "b1", boot: 1, announced: 5, at: now)]
        #expect(await store.greetings == [heard, heard, heard])
        await store.fail(FakeStore.refusal)
        await #expect(throws: FakeStore.refusal) { _ = try await door.greet(greeting(5)) }
        // A box that went away before it was welcomed takes no other's sign of life with it.
        door.heard("b2", boot: 1, announced: 6, at: now)
        await store.fail(CancellationError())
        await #expect(throws: CancellationError.self) { _ = try await door.greet(greeting(5)) }
        _ = try await door.greet(greeting(5))
        #expect(await store.greetings.last == [Heard(device: "b2", boot: 1, announced: 6, at: now)])
    }

    @Test("signs of life that could not be stored are kept for the next time, and a newer one stays")
    func heardAgain() async throws {
        let (door, now) = (door(), Instant(milliseconds: 0))
        door.heard("b1", boot: 1, announced: 4, at: now)
        await store.failAlive(FakeStore.full)
        await #expect(throws: DatabaseError.self) { try await door.flushHeard() }
        await store.failAlive(nil)
        try await door.flushHeard()
        #expect(await store.alive.map { $0.map(\.announced) } == [[4]])
    }

    @Test("two live boxes of one identity are told to the store")
    func duplicates() async throws {
        try await door().duplicateIdentity(of: "b1", isLive: true)
        #expect(await store.duplicates == ["b1 true"])
    }
}

/// Something that happened.
final class Flag: Sendable {
    private let state = Mutex(false)
    var isSet: Bool { state.withLock { $0 } }
    func set() { state.withLock { $0 = true } }
}
