import Logging
import Ratings
import Synchronization

/// The state of one port, written by its link and read by whoever asks, and its way to the journal.
final class LinkMonitor: Sendable {
    private struct State {
        var link: LinkState
        var ending: (reason: String, refusal: Refusal?)?
        var identities = IdentityWatch()
    }

    /// Path of the port.
    let port: String
    private let state: Mutex<State>
    private let journal: LinkJournal

    init(port: String, since: Instant, journal: LinkJournal) {
        self.port = port
        state = Mutex(State(link: LinkState(port: port, since: since)))
        self.journal = journal
    }

    var current: LinkState { state.withLock { $0.link } }

    func update(_ body: (inout LinkState) -> Void) { state.withLock { body(&$0.link) } }

    /// Notes a change of phase; the same phase again keeps its time. True if it changed.
    @discardableResult
    func enter(_ phase: LinkState.Phase, at instant: Instant, reason: String? = nil) -> Bool {
        enter(phase, at: instant, reason: reason, refusal: nil)
    }

    /// Notes that the box is refused; true if it was not before.
    @discardableResult
    func refuse(_ objection: Objection, at instant: Instant) -> Bool {
        enter(.refused, at: instant, reason: objection.reason, refusal: objection.refusal)
    }

    private func enter(_ phase: LinkState.Phase, at instant: Instant, reason: String?, refusal: Refusal?) -> Bool {
        state.withLock { state in
            let isNew = state.link.phase != phase
            if isNew { state.link.since = instant }
            state.link.phase = phase
            state.link.reason = reason
            state.link.refusal = refusal
            return isNew
        }
    }

    /// The port was opened.
    func opened(at instant: Instant) {
        state.withLock { $0.identities.opened() }
        enter(.waiting, at: instant)
    }

    /// Why a box that says this of itself is not taken, as `IdentityWatch` has it; nil where it is.
    func objection(to device: String, boot: UInt64, at now: Duration) -> Objection? {
        state.withLock { $0.identities.objection(to: device, boot: boot, at: now) }
    }

    /// Notes why we close the link ourselves.
    func willClose(because reason: String, refusing refusal: Refusal? = nil) {
        state.withLock { $0.ending = (reason, refusal) }
    }

    /// Why we closed the link, once; nil where it ended by itself.
    func takeEnding() -> (reason: String, refusal: Refusal?)? {
        state.withLock { state in
            defer { state.ending = nil }
            return state.ending
        }
    }

    /// The system took the port away. Where it had hung up before, that was the loss, and is told.
    func portWasRemoved() {
        guard current.phase != .unavailable else { return }
        count(.removed)
        tell(.notice, "port was removed by the system")
    }

    /// Counts an event of the box, or of the port where none is known.
    func count(_ event: LinkEvent, by count: Int = 1) { journal.count(event, of: current, by: count) }

    /// Writes a line into the log, unless enough like it were written.
    func tell(_ level: Logger.Level, _ text: String, _ details: Logger.Metadata = [:]) {
        journal.tell(level, text, of: current, details)
    }

    /// Writes that a trouble is over, if it was told.
    func recovered(_ trouble: String, _ text: String) { journal.recovered(trouble, text, of: current) }
}
