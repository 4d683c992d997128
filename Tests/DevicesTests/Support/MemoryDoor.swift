import Foundation
import Ratings
import Synchronization

/// A door that keeps what it is given in memory, and can be held shut.
final class MemoryDoor: PressDoor {
    private struct State {
        var presses: [Press] = []
        var submissions = 0
        var gaps: [Gap] = []
        var duplicates: [Bool] = []
        var heard: Set<String> = []
        var greeted: Set<String> = []
        var isShut = false
        var refusesNext = false
        var failingDuplicates = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
        var boots: [String: UInt64] = [:]
    }

    private let state = Mutex(State())
    private let changes: AsyncStream<Void>.Continuation
    private let stream: AsyncStream<Void>

    init() { (stream, changes) = AsyncStream.makeStream() }

    var presses: [Press] { state.withLock { $0.presses } }
    /// How often something was brought.
    var submissions: Int { state.withLock { $0.submissions } }
    /// Boxes that were ever looked up.
    var greeted: Set<String> { state.withLock { $0.greeted } }
    var gaps: [Gap] { state.withLock { $0.gaps } }
    var duplicates: [Bool] { state.withLock { $0.duplicates } }

    /// Waits until something holds; asked whenever the door was used.
    func wait(until condition: (MemoryDoor) -> Bool) async {
        if condition(self) { return }
        for await _ in stream where condition(self) { return }
    }

    /// While shut, submissions wait.
    func setShut(_ isShut: Bool) {
        state.withLock { $0.isShut = isShut }
        if !isShut { letIn() }
    }

    /// The next observation is refused.
    func refuseNext() { state.withLock { $0.refusesNext = true } }

    /// The next notes of a doubtful identity fail.
    func failDuplicates(_ count: Int) { state.withLock { $0.failingDuplicates = count } }
    /// Whether as many failed as were to.
    var hasFailed: Bool { state.withLock { $0.failingDuplicates == 0 } }

    private func letIn() {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func greet(_ greeting: Greeting) async throws -> Standing {
        state.withLock { state in
            state.greeted.insert(greeting.device)
            guard let boot = greeting.boot else {
                return Standing(ledger: 7, boot: .random(in: 1...UInt64.max), next: 0, dropped: 0)
            }
            let stored = state.presses.filter { $0.key.device == greeting.device && $0.key.boot == boot }
            let next = stored.map(\.key.sequence).max().map { $0 + 1 }
            return Standing(ledger: 7, boot: boot, next: next ?? 0, dropped: 0)
        }
    }

    func submit(_ observations: [Observation]) async throws -> [Receipt] {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mustWait = state.withLock { state in
                    state.submissions += 1
                    let mustWait = state.isShut && !Task.isCancelled
                    if mustWait { state.waiting.append(continuation) }
                    return mustWait
                }
                if !mustWait { continuation.resume() }
            }
        } onCancel: {
            letIn()
        }
        try Task.checkCancellation()
        let receipts = observations.map(take)
        changes.yield()
        return receipts
    }

    private func take(_ observation: Observation) -> Receipt {
        state.withLock { state in
            if state.refusesNext {
                state.refusesNext = false
                return .refused(why: "a test")
            }
            switch observation {
            case .press(let press, _):
                if let known = state.presses.firstIndex(where: { $0.key == press.key }) {
                    return state.presses[known].hasSameContent(as: press)
                        ? .repeated(position: Int64(known)) : .conflict(position: Int64(known), isNew: false)
                }
                state.presses.append(press)
                return .stored(position: Int64(state.presses.count))
            case .gap(let gap):
                state.gaps.append(gap)
                return .noted
            case .dropped: return .noted
            }
        }
    }

    func heard(_ device: String, boot: UInt64, announced: UInt32, at instant: Instant) {
        state.withLock { _ = $0.heard.insert(device) }
    }

    /// As the store, it writes nothing for a task that is cancelled.
    func duplicateIdentity(of device: String, isLive: Bool) async throws {
        try Task.checkCancellation()
        defer { changes.yield() }
        try state.withLock { state in
            guard state.failingDuplicates == 0 else {
                state.failingDuplicates -= 1
                throw POSIXError(.ENOSPC)
            }
            state.duplicates.append(isLive)
        }
    }
}
