import Dispatch
import Ratings
import Store
import Synchronization
import TestSupport
import Testing

@testable import Intake

/// A store that blocks whoever commits, as the real one does, and sees whether that was a link's thread.
private final class BlockingStore: LedgerStore {
    static let isLink = DispatchSpecificKey<Bool>()

    private let counts = Mutex((commits: 0, onLinks: 0))

    var commits: Int { counts.withLock { $0.commits } }
    var onLinks: Int { counts.withLock { $0.onLinks } }

    func commit(_ observations: [Observation]) throws -> [Receipt] {
        let isOnLink = DispatchQueue.getSpecific(key: Self.isLink) == true
        counts.withLock { counts in
            counts.commits += 1
            if isOnLink { counts.onLinks += 1 }
        }
        return observations.map { _ in .repeated(position: 1) }
    }

    func greet(_ greeting: Greeting, heard: [Heard]) async throws -> Standing {
        Standing(ledger: 1, boot: 1, next: 0, dropped: 0)
    }

    func noteAlive(at instant: Instant, heard: [Heard]) async throws {}

    func noteDuplicate(of device: String, isLive: Bool, at instant: Instant) async throws {}
}

/// Runs tasks where a link's run: on a thread that has other boxes to answer.
private final class LinkExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "link")

    init() { queue.setSpecific(key: BlockingStore.isLink, value: true) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

@Suite("The thread of commits", .timeLimit(.minutes(5))) struct CommitThreadTests {
    @Test("no commit runs on a link's thread, whoever brings something: a disk that hangs must not silence boxes")
    func links() async throws {
        let store = BlockingStore()
        let door = Intake(store: store, clock: StandingClock(Instant(milliseconds: 0)), log: .quiet)
        try await withDoor(door) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for link in UInt32(0)..<4 {
                    group.addTask(executorPreference: LinkExecutor()) {
                        for number in 0..<100 { _ = try await door.submit(link * 100 + UInt32(number)) }
                    }
                }
                try await group.waitForAll()
            }
        }
        #expect(store.commits >= 100)
        #expect(store.onLinks == 0)
    }
}
