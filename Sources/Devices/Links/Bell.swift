import Synchronization

/// A wait that can be ended early by a ring. A ring while nobody waits ends the next wait at once.
final class Bell: Sendable {
    private struct State {
        var isRung = false
        var waiter: CheckedContinuation<Bool, Never>?
    }

    private let state = Mutex(State())

    /// Ends the wait.
    func ring() { release(isRing: true) }

    /// Waits for a ring, at most this long. True if it rang; false if the time is over or the task was cancelled.
    func wait(upTo duration: Duration) async -> Bool {
        let timer = Task {
            try await Task.sleep(for: duration)
            release(isRing: false)
        }
        defer { timer.cancel() }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Bool? = state.withLock { state in
                    if state.isRung {
                        state.isRung = false
                        return true
                    }
                    if Task.isCancelled { return false }
                    state.waiter = continuation
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            release(isRing: false)
        }
    }

    private func release(isRing: Bool) {
        let waiter = state.withLock { state in
            defer { state.waiter = nil }
            if isRing, state.waiter == nil { state.isRung = true }
            return state.waiter
        }
        waiter?.resume(returning: isRing)
    }
}
