import Logging
import Ratings
import ServiceLifecycle
import Store
import Synchronization

/// The one door into the ledger. All that waits is committed in one transaction, then receipted.
///
/// When the store cannot write (a full disk, a locked file) nothing is receipted and nothing is dropped: the batch is
/// tried again until it goes through, and the queue's bound holds the links back meanwhile.
public actor Intake: PressDoor, Service {
    /// Observations waiting at most; whoever brings more waits outside.
    public static let defaultCapacity = 4096
    /// Observations committed together at most.
    static let largestBatch = 1024

    /// How the last tries to store something ended.
    public nonisolated let health = StoreHealth()
    /// Where commits wait for the disk.
    private let thread = DiskExecutor("hailong.intake", qos: .userInitiated)
    private let store: any LedgerStore
    private let clock: any HostClock
    private let log: Logger
    private let capacity: Int
    private let firstPause: Duration
    private var queue = DoorQueue()
    private var outside: [Int: CheckedContinuation<Void, Never>] = [:]
    /// Those who ask whether the store still answers.
    private var asking: [Int: CheckedContinuation<StoreAnswer?, Never>] = [:]
    private var pause: Task<Void, Never>?
    private var wakeUp: CheckedContinuation<Void, Never>?
    private var isStopping = false
    private let heardLately = Mutex<[String: Heard]>([:])

    /// A door to `store`.
    /// - Parameter firstPause: How long to wait after the first of several failures of the store.
    public init(
        store: any LedgerStore, clock: any HostClock, log: Logger, capacity: Int = Intake.defaultCapacity,
        firstPause: Duration = .milliseconds(100)
    ) {
        self.store = store
        self.clock = clock
        self.log = log
        self.capacity = capacity
        self.firstPause = firstPause
    }

    /// Observations that wait for their commit.
    var waiting: Int { queue.count }
    /// Submissions that wait for room in the queue.
    var waitingOutside: Int { outside.count }
    /// Whether it waits before it tries the store again.
    var isPausing: Bool { pause != nil }
    /// Those who wait for the store's answer.
    var waitingForAnswer: Int { asking.count }

    // MARK: PressDoor

    /// Queues observations and waits for their receipts.
    /// - Throws: `CancellationError`.
    public func submit(_ observations: [Observation]) async throws -> [Receipt] {
        guard !observations.isEmpty else { return [] }
        while queue.count >= capacity, !isStopping { try await waitOutside() }
        guard !isStopping else { throw CancellationError() }
        let ticket = queue.nextTicket()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.add(observations, ticket: ticket, continuation)
                wake()
            }
        } onCancel: {
            Task { await self.withdraw(ticket) }
        }
    }

    private func waitOutside() async throws {
        let ticket = queue.nextTicket()
        await withTaskCancellationHandler {
            await withCheckedContinuation { outside[ticket] = $0 }
        } onCancel: {
            Task { await self.leave(ticket) }
        }
        try Task.checkCancellation()
    }

    private func leave(_ ticket: Int) { outside.removeValue(forKey: ticket)?.resume() }

    /// Answers a hello from the store.
    /// - Throws: what the store throws.
    public func greet(_ greeting: Greeting) async throws -> Standing {
        var failures = RepeatedFailure(first: firstPause)
        while true {
            let heard = takeHeard()
            do {
                let standing = try await store.greet(greeting, heard: heard)
                health.noteWriting(nil)
                return standing
            } catch {
                keep(heard)
                guard StoreFailure.isPassing(error) else { throw error }
                health.noteWriting(error)
                if failures.shouldReport() {
                    log.error(
                        "store cannot write; a box waits for its welcome",
                        metadata: ["device": "\(greeting.device)", "error": "\(error)"])
                }
                try await Task.sleep(for: failures.pause)
            }
        }
    }

    /// Keeps in memory when a box was heard, for the next time something is stored.
    public nonisolated func heard(_ device: String, boot: UInt64, announced: UInt32, at instant: Instant) {
        heardLately.withLock { $0[device] = Heard(device: device, boot: boot, announced: announced, at: instant) }
    }

    /// Notes in the store that an identity is doubtful, or no longer.
    /// - Throws: what the store throws.
    public func duplicateIdentity(of device: String, isLive: Bool) async throws {
        try await store.noteDuplicate(of: device, isLive: isLive, at: clock.read().wall)
    }

    /// Stores when boxes and service were last alive.
    /// - Throws: what the store throws; then it is kept for the next time.
    public func flushHeard() async throws {
        let heard = takeHeard()
        do {
            try await store.noteAlive(at: clock.read().wall, heard: heard)
            health.noteWriting(nil)
        } catch {
            keep(heard)
            if StoreFailure.isPassing(error) { health.noteWriting(error) }
            throw error
        }
    }

    /// Keeps what could not be stored, unless something newer came.
    private nonisolated func keep(_ heard: [Heard]) {
        heardLately.withLock { lately in
            for box in heard where lately[box.device] == nil { lately[box.device] = box }
        }
    }

    private nonisolated func takeHeard() -> [Heard] {
        heardLately.withLock { lately in
            defer { lately = [:] }
            return Array(lately.values)
        }
    }

    /// Sends a request the way of a press, through the queue and the one writer, and returns what the store answered:
    /// an error is an answer too. Nil where the service stops first.
    public func checkUp() async -> StoreAnswer? {
        guard !isStopping else { return nil }
        let ticket = queue.nextTicket()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                asking[ticket] = continuation
                wake()
            }
        } onCancel: {
            Task { await self.stopAsking(ticket) }
        }
    }

    private func stopAsking(_ ticket: Int) { asking.removeValue(forKey: ticket)?.resume(returning: nil) }

    private func answer(_ tickets: [Int], _ answer: StoreAnswer) {
        for ticket in tickets { asking.removeValue(forKey: ticket)?.resume(returning: answer) }
    }

    // MARK: Service

    /// Commits until the service stops; what waits then is committed before this returns.
    /// - Throws: what the store throws when it must be opened anew.
    public func run() async throws {
        var failure: (any Error)?
        do {
            try await withGracefulShutdownHandler {
                try await withTaskCancellationHandler {
                    try await withTaskExecutorPreference(thread) { try await serve() }
                } onCancel: {
                    Task { await self.stop() }
                }
            } onGracefulShutdown: {
                Task { await self.stop() }
            }
        } catch {
            failure = error
        }
        stop()
        // What the store refused just now it would refuse again, and stopping must not take long.
        if queue.isEmpty { try? await flushHeard() }
        queue.failAll()
        for ticket in asking.keys { stopAsking(ticket) }
        if let failure { throw failure }
    }

    private func stop() {
        isStopping = true
        pause?.cancel()
        wake()
        letIn()
    }

    private func serve() async throws {
        var failures = RepeatedFailure(first: firstPause)
        while true {
            guard !queue.isEmpty || !asking.isEmpty else {
                if isStopping { return }
                await withCheckedContinuation { wakeUp = $0 }
                continue
            }
            let batch = queue.take(atMost: Self.largestBatch)
            let asked = Array(asking.keys)
            do {
                let receipts = try await commit(batch.flatMap(\.observations))
                // A commit that has nothing new writes nothing, and goes through on a full disk.
                if receipts.contains(where: \.isNew) { health.noteWriting(nil) }
                answer(asked, .works)
                queue.settle(batch, with: receipts)
                letIn()
                if let report = failures.recovered() {
                    log.notice("store writes again; receipts resume", metadata: ["failures": "\(report)"])
                }
            } catch is CancellationError {
                queue.putBack(batch)
                return
            } catch let error where StoreFailure.endsService(error) {
                answer(asked, .fails(error))
                queue.putBack(batch)
                throw error
            } catch let error where StoreFailure.isRefusal(error) {
                answer(asked, .works)
                await settleOneByOne(batch)
            } catch {
                health.noteWriting(error)
                answer(asked, .fails(error))
                queue.putBack(batch)
                if failures.shouldReport() {
                    log.error(
                        "store cannot write; receipts stop, nothing is lost, trying again",
                        metadata: ["error": "\(error)", "waiting": "\(queue.count)"])
                }
                if isStopping { return }
                await wait(failures.pause)
            }
        }
    }

    /// Commits on the thread that the task prefers. What belongs to no actor goes there; this actor's own code may run where
    /// somebody has just brought something, which is the thread of other boxes too.
    @concurrent private nonisolated func commit(_ observations: [Observation]) async throws -> [Receipt] {
        try await store.commit(observations)
    }

    /// One observation that the store refuses for good must not hold up the others.
    private func settleOneByOne(_ batch: [DoorQueue.Entry]) async {
        for (index, entry) in batch.enumerated() {
            do {
                var receipts: [Receipt] = []
                for observation in entry.observations { receipts += try await receipt(for: observation) }
                queue.settle([entry], with: receipts)
            } catch {
                // It is tried again as a whole, and tells then what is wrong; what was stored of it is a repeat by then.
                queue.putBack(Array(batch[index...]))
                return
            }
        }
        letIn()
    }

    private func receipt(for observation: Observation) async throws -> [Receipt] {
        do {
            let receipts = try await commit([observation])
            if receipts.contains(where: \.isNew) { health.noteWriting(nil) }
            return receipts
        } catch let error where StoreFailure.isRefusal(error) {
            log.error("store refuses an observation", metadata: ["error": "\(error)"])
            return [.refused(why: "\(error)")]
        }
    }

    /// Waits before the next try, unless the service stops.
    private func wait(_ duration: Duration) async {
        let pause = Task<Void, Never> { try? await Task.sleep(for: duration) }
        self.pause = pause
        await pause.value
        self.pause = nil
    }

    private func withdraw(_ ticket: Int) { queue.withdraw(ticket) }

    private func wake() {
        wakeUp?.resume()
        wakeUp = nil
    }

    private func letIn() {
        let waiting = outside.sorted { $0.key < $1.key }
        outside = [:]
        for (_, continuation) in waiting { continuation.resume() }
    }
}
