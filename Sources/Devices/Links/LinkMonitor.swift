import Ratings
import Synchronization

/// The state of one port, written by its link and read by whoever asks.
final class LinkMonitor: Sendable {
    /// Path of the port.
    let port: String
    private let state: Mutex<LinkState>

    init(port: String, since: Instant) {
        self.port = port
        state = Mutex(LinkState(port: port, since: since))
    }

    var current: LinkState { state.withLock { $0 } }

    func update(_ body: (inout LinkState) -> Void) { state.withLock { body(&$0) } }

    /// Notes a change of phase; the same phase again keeps its time.
    func enter(_ phase: LinkState.Phase, at instant: Instant, reason: String? = nil) {
        state.withLock { state in
            if state.phase != phase { state.since = instant }
            state.phase = phase
            state.reason = reason
        }
    }
}
