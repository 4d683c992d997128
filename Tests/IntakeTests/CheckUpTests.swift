import Logging
import Ratings
import TestSupport
import Testing

@testable import Intake

@Suite("A request that goes the way of a press", .timeLimit(.minutes(5))) struct CheckUpTests {
    private let store = FakeStore()

    private func door() -> Intake { Intake(store: store, clock: StandingClock(Instant(milliseconds: 0)), log: .quiet) }

    @Test("the store's answer comes back, through the same queue and the same writer")
    func answers() async throws {
        let door = door()
        try await withDoor(door) {
            #expect(await door.checkUp()?.isGood == true)
            #expect(await store.sizes == [0])
        }
    }

    @Test("a store that answers with an error answers all the same, and the press waits for a better one")
    func error() async throws {
        let door = door()
        try await withDoor(door) {
            await store.fail(FakeStore.full, FakeStore.full)
            async let receipts = door.submit(1)
            await store.began(1)
            #expect(await door.checkUp()?.isGood == false)
            let stored = try await receipts
            #expect(stored == [.stored(position: 1)])
            #expect(await door.checkUp()?.isGood == true)
        }
    }

    @Test("a store that hangs gives no answer, until it does")
    func hangs() async throws {
        let door = door()
        try await withDoor(door) {
            await store.hold()
            async let receipts = door.submit(1)
            await store.began(1)
            let asking = Task { await door.checkUp() }
            // It waits behind the commit that hangs: the writer was not asked twice.
            try await store.until { await door.waitingForAnswer == 1 }
            #expect(await store.sizes == [1])
            await store.release()
            #expect(await asking.value?.isGood == true)
            let stored = try await receipts
            #expect(stored == [.stored(position: 1)])
        }
    }

    @Test("whoever is cancelled, or asks a door that closes, gets no answer")
    func ends() async throws {
        let door = door()
        try await withDoor(door) {
            await store.hold()
            async let receipts = door.submit(1)
            await store.began(1)
            let asking = Task { await door.checkUp() }
            try await store.until { await door.waitingForAnswer == 1 }
            asking.cancel()
            #expect(await asking.value == nil)
            await store.release()
            _ = try await receipts
        }
        #expect(await door.checkUp() == nil)
    }
}
