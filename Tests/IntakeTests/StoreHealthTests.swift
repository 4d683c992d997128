import GRDB
import Ratings
import Store
import TestSupport
import Testing

@testable import Intake

@Suite("What the last tries to store something said", .timeLimit(.minutes(5))) struct StoreHealthTests {
    private let store = FakeStore()
    private let door: Intake

    init() { door = Intake(store: store, clock: StandingClock(Instant(milliseconds: 0)), log: .quiet) }

    @Test(
        "each failure has its kind",
        arguments: [
            (ResultCode.SQLITE_FULL, StoreTrouble.Cause.full), (.SQLITE_READONLY, .readOnly), (.SQLITE_IOERR, .medium),
            (.SQLITE_IOERR_FSYNC, .medium), (.SQLITE_CORRUPT, .damaged), (.SQLITE_NOTADB, .damaged),
            (.SQLITE_BUSY, .other), (.SQLITE_CONSTRAINT, .damaged), (.SQLITE_CONSTRAINT_DATATYPE, .damaged),
            (.SQLITE_MISMATCH, .damaged),
        ])
    func causes(code: ResultCode, cause: StoreTrouble.Cause) {
        #expect(Store.cause(of: DatabaseError(resultCode: code)) == cause)
    }

    @Test("a damaged file and a file that is gone are told apart")
    func storeErrors() {
        #expect(Store.cause(of: StoreError.damaged(path: "x", reason: "y")) == .damaged)
        #expect(Store.cause(of: StoreError.databaseRemoved(path: "x")) == .other)
    }

    @Test("signs of life that cannot be stored tell it without a press, and the next one that is stored takes it back")
    func withoutPress() async throws {
        await store.failAlive(FakeStore.full)
        await #expect(throws: DatabaseError.self) { try await door.flushHeard() }
        #expect(door.health.trouble.writing?.cause == .full)
        #expect(door.health.trouble.copying == nil)
        await store.failAlive(nil)
        try await door.flushHeard()
        #expect(door.health.trouble == StoreTrouble())
    }

    @Test("a conflict that is written takes it back, one that was there before does not")
    func withConflict() async throws {
        let scratch = Scratch()
        let store = try Store(writing: DataDirectory(scratch.path))
        let door = Intake(store: store, clock: StandingClock(Instant(milliseconds: 0)), log: .quiet)
        var other = Press.sample(1)
        other.input = "2"
        try await withDoor(door) {
            _ = try await door.submit(1)
            for isNew in [true, false] {
                door.health.noteWriting(FakeStore.full)
                #expect(try await door.submit([.press(other)]) == [.conflict(position: 2, isNew: isNew)])
                #expect((door.health.trouble.writing == nil) == isNew)
            }
        }
    }

    @Test("a commit of nothing does not take it back, a press does")
    func withPress() async throws {
        await store.failAlive(FakeStore.full)
        await #expect(throws: DatabaseError.self) { try await door.flushHeard() }
        try await withDoor(door) {
            #expect(await door.checkUp()?.isGood == true)
            #expect(door.health.trouble.writing?.cause == .full)
            _ = try await door.submit(1)
            #expect(door.health.trouble.writing == nil)
            await store.failAlive(nil)
        }
    }
}
