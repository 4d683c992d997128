import GRDB
import Ratings
import ServiceLifecycle
import Store
import TestSupport
import Testing

@testable import Intake

@Suite("Intake: cancelling and stopping", .timeLimit(.minutes(5))) struct CancellationTests {
    private let store = FakeStore()

    private func door(_ capacity: Int = Intake.defaultCapacity) -> Intake {
        Intake(store: store, clock: StandingClock(Instant(milliseconds: 0)), log: .quiet, capacity: capacity)
    }

    @Test("a submission whose caller is gone leaves the queue and is never committed")
    func inQueue() async throws {
        let door = door()
        try await withDoor(door) {
            await store.hold()
            async let first = door.submit(1)
            await store.began(1)
            let gone = Task { try await door.submit(2) }
            try await store.until { await door.waiting == 1 }
            gone.cancel()
            await #expect(throws: CancellationError.self) { try await gone.value }
            #expect(await door.waiting == 0)
            await store.release()
            _ = try await first
            #expect(try await door.submit(3) == [.stored(position: 3)])
            #expect(await store.sequences == [[1], [3]])
        }
    }

    @Test("whoever waits outside a full queue is let go at once when cancelled, though the store still cannot write")
    func outside() async throws {
        let door = door(1)
        try await withDoor(door) {
            await store.hold()
            async let first = door.submit(1)
            await store.began(1)
            async let second = door.submit(2)
            try await store.until { await door.waiting == 1 }
            let gone = Task { try await door.submit(3) }
            try await store.until { await door.waitingOutside == 1 }
            gone.cancel()
            await #expect(throws: CancellationError.self) { try await gone.value }
            #expect(await door.waitingOutside == 0)
            await store.release()
            _ = try await (first, second)
            #expect(await store.sequences == [[1], [2]])
        }
    }

    @Test("a task cancelled before it submits commits nothing")
    func before() async throws {
        let door = door()
        try await withDoor(door) {
            await store.hold()
            async let first = door.submit(1)
            await store.began(1)
            let gone = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await door.submit(2)
            }
            await #expect(throws: CancellationError.self) { try await gone.value }
            await store.release()
            _ = try await first
            #expect(await store.sequences == [[1]])
        }
    }

    @Test("what is cancelled during its commit is receipted if the commit succeeds, and not tried again if it fails")
    func duringCommit() async throws {
        let door = door()
        try await withDoor(door) {
            await store.hold()
            let lucky = Task { try await door.submit(1) }
            await store.began(1)
            lucky.cancel()
            for _ in 0..<100 { await Task.yield() }
            await store.release()
            let receipts = try await lucky.value
            #expect(receipts == [.stored(position: 1)])
            await store.hold()
            await store.fail(FakeStore.full)
            let unlucky = Task { try await door.submit(2) }
            await store.began(2)
            unlucky.cancel()
            for _ in 0..<100 { await Task.yield() }
            await store.release()
            await #expect(throws: CancellationError.self) { try await unlucky.value }
            let next = try await door.submit(3)
            #expect(next == [.stored(position: 3)])
            #expect(await store.sequences == [[1], [2], [3]])
        }
    }

    @Test("stopping commits what waits, and takes nothing more")
    func stopping() async throws {
        let door = door(2)
        let group = ServiceGroup(services: [door], logger: .quiet)
        async let running: Void = group.run()
        await store.hold()
        async let first = door.submit(1)
        await store.began(1)
        async let second = door.submit(2, 3)
        try await store.until { await door.waiting == 2 }
        let outside = Task { try await door.submit(4) }
        try await store.until { await door.waitingOutside == 1 }
        await group.triggerGracefulShutdown()
        await #expect(throws: CancellationError.self) { try await outside.value }
        await store.release()
        #expect(try await (first.count, second.count) == (1, 2))
        try await running
        await #expect(throws: CancellationError.self) { try await door.submit(5) }
        #expect(await store.sequences == [[1], [2, 3]])
        #expect(await store.alive.count == 1)
    }

    @Test("a store that cannot write does not keep the service from stopping, and what waited was not receipted")
    func stoppingWhileFull() async throws {
        // A door that sat out its pause would run into the suite's time limit.
        let door = Intake(
            store: store, clock: StandingClock(Instant(milliseconds: 0)), log: .quiet, firstPause: .seconds(86_400))
        let group = ServiceGroup(services: [door], logger: .quiet)
        async let running: Void = group.run()
        await store.fail(FakeStore.full, FakeStore.full)
        let waiting = Task { try await door.submit(1) }
        try await store.until { await door.isPausing }
        await group.triggerGracefulShutdown()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        try await running
        #expect(await store.alive.isEmpty)
    }

    @Test("when the service's task is cancelled outright, nobody waits for ever")
    func cancelledService() async throws {
        let door = door()
        let service = Task { try await door.run() }
        await store.fail(CancellationError())
        let waiting = Task { try await door.submit(1) }
        await store.began(1)
        service.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        try await service.value
        await #expect(throws: CancellationError.self) { try await door.submit(2) }
    }
}
