import Synchronization

/// Hands events to all who watch.
final class EventHub: Sendable {
    private struct State {
        var isOver = false
        var nextNumber = 0
        var watchers: [Int: AsyncStream<FleetEvent>.Continuation] = [:]
    }

    /// Who does not keep up loses the oldest beyond this many.
    static let mostWaiting = 16_384

    private let state = Mutex(State())

    func events() -> AsyncStream<FleetEvent> {
        AsyncStream(bufferingPolicy: .bufferingNewest(Self.mostWaiting)) { continuation in
            let number = state.withLock { state in
                guard !state.isOver else { return -1 }
                state.nextNumber += 1
                state.watchers[state.nextNumber] = continuation
                return state.nextNumber
            }
            if number < 0 { continuation.finish() }
            continuation.onTermination = { [weak self] _ in
                self?.state.withLock { state in _ = state.watchers.removeValue(forKey: number) }
            }
        }
    }

    func yield(_ event: FleetEvent) {
        for watcher in state.withLock({ Array($0.watchers.values) }) { watcher.yield(event) }
    }

    func finish() {
        let watchers = state.withLock { state in
            state.isOver = true
            return Array(state.watchers.values)
        }
        for watcher in watchers { watcher.finish() }
    }
}
