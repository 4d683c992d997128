import GRDB
import Ratings
import Store

@testable import Intake

/// A store that does what a test tells it, and can hold a commit until the test lets it go.
actor FakeStore: LedgerStore {
    /// What was handed to each call of `commit`, in order.
    private(set) var batches: [[Observation]] = []
    private(set) var greetings: [[Heard]] = []
    private(set) var alive: [[Heard]] = []
    private(set) var duplicates: [String] = []
    private var failures: [any Error] = []
    private var poison: Set<PressKey> = []
    private var isHolding = false
    private var held: [CheckedContinuation<Void, Never>] = []
    private var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    private var aliveFailure: (any Error)?

    static let full = DatabaseError(resultCode: .SQLITE_FULL)

    /// What the input is at fault for: it would be refused again.
    static let refusal = StoreError.nulCharacter(in: "a test")

    /// The sequences of the presses in each batch.
    var sequences: [[UInt32]] { batches.map { Self.keys(of: $0).map(\.sequence) } }
    /// How many observations were in each batch.
    var sizes: [Int] { batches.map(\.count) }

    /// The next commits fail with these, one each.
    func fail(_ errors: any Error...) { failures += errors }

    /// A batch with this press is refused for good.
    func refuse(_ press: Press) { poison.insert(press.key) }

    func failAlive(_ error: (any Error)?) { aliveFailure = error }

    /// Commits wait from now on until `release`.
    func hold() { isHolding = true }

    func release() {
        isHolding = false
        for continuation in held { continuation.resume() }
        held = []
    }

    /// Lets one held commit go on; the next waits again.
    func letOne() { if !held.isEmpty { held.removeFirst().resume() } }

    /// Returns once this many commits have begun, or the test has run out of time.
    func began(_ count: Int) async {
        if batches.count >= count { return }
        await withTaskCancellationHandler {
            await withCheckedContinuation { watchers.append((count, $0)) }
        } onCancel: {
            Task { await self.stopWatching() }
        }
    }

    private func stopWatching() {
        for watcher in watchers { watcher.continuation.resume() }
        watchers = []
    }

    func commit(_ observations: [Observation]) async throws -> [Receipt] {
        batches.append(observations)
        for watcher in watchers where watcher.count <= batches.count { watcher.continuation.resume() }
        watchers.removeAll { $0.count <= batches.count }
        if isHolding { await withCheckedContinuation { held.append($0) } }
        if !failures.isEmpty { throw failures.removeFirst() }
        let keys = Self.keys(of: observations)
        if !poison.isDisjoint(with: keys) { throw Self.refusal }
        return keys.map { .stored(position: Int64($0.sequence)) }
    }

    private static func keys(of observations: [Observation]) -> [PressKey] {
        observations.compactMap { if case .press(let press, _) = $0 { press.key } else { nil } }
    }

    func greet(_ greeting: Greeting, heard: [Heard]) async throws -> Standing {
        greetings.append(heard)
        if !failures.isEmpty { throw failures.removeFirst() }
        return Standing(ledger: 1, boot: greeting.boot ?? 9, next: 0, dropped: 0)
    }

    func noteAlive(at instant: Instant, heard: [Heard]) async throws {
        if let aliveFailure { throw aliveFailure }
        alive.append(heard)
    }

    func noteDuplicate(of device: String, isLive: Bool, at instant: Instant) async throws {
        duplicates.append("\(device) \(isLive)")
    }
}
