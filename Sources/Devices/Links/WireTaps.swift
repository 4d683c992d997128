import Sessions
import Synchronization

/// Everybody who records a port, by its path. A recording outlives the port's hang-ups; a link whose port nobody
/// records does nothing here but look.
final class WireTaps: Sendable {
    /// Entries that may wait for a reader. One that lags further loses the recording: never may a press wait for it.
    static let mostWaiting = 1024

    private struct State {
        var taps: [String: [Int: AsyncStream<SessionEntry>.Continuation]] = [:]
        var lastNumber = 0
    }

    private let state = Mutex(State())

    /// What happens on the port at `path` from now on. The stream ends by itself only where its reader fell behind.
    func entries(of path: String) -> AsyncStream<SessionEntry> {
        let (stream, tap) = AsyncStream.makeStream(
            of: SessionEntry.self, bufferingPolicy: .bufferingOldest(Self.mostWaiting))
        let number = state.withLock { state in
            state.lastNumber += 1
            state.taps[path, default: [:]][state.lastNumber] = tap
            // Under the lock, so that it comes before all else.
            tap.yield(SessionEntry(at: KioskHandler.now, .note("the recording begins")))
            return state.lastNumber
        }
        tap.onTermination = { [weak self] _ in self?.remove(number, from: path) }
        return stream
    }

    /// Tells whoever records the port at `path`.
    func tell(_ path: String, _ event: @autoclosure () -> SessionEntry.Event) {
        let taps = state.withLock { $0.taps[path].map { Array($0.values) } ?? [] }
        guard !taps.isEmpty else { return }
        let entry = SessionEntry(at: KioskHandler.now, event())
        for tap in taps {
            if case .dropped = tap.yield(entry) { tap.finish() }
        }
    }

    private func remove(_ number: Int, from path: String) {
        state.withLock { state in
            state.taps[path]?[number] = nil
            if state.taps[path]?.isEmpty == true { state.taps[path] = nil }
        }
    }
}
