import Logging
import Ratings
import ServiceLifecycle
import Store

/// What the service does by itself beside taking presses: it notes that it is alive, watches the wall clock, anchors
/// the chain once a day and erases personal things past their time.
public struct Housekeeping: Service {
    private let store: Store
    private let door: Intake
    private let clock: any HostClock
    private let log: Logger
    private let interval: Duration

    /// Housekeeping for a store and its door, every `interval`.
    public init(
        store: Store, door: Intake, clock: any HostClock, log: Logger, interval: Duration = .seconds(30)
    ) {
        self.store = store
        self.door = door
        self.clock = clock
        self.log = log
        self.interval = interval
    }

    /// Runs until the service stops.
    public func run() async throws {
        var watch = ClockWatch(clock.read())
        // A step that cannot be recorded just now is kept: it is seen only once.
        var facts: [ClockFact] = []
        var (anchored, erased): (Day?, Day?) = (nil, nil)
        var failures: [String: RepeatedFailure] = [:]
        for await _ in AsyncTimerSequence.every(interval).cancelOnGracefulShutdown() {
            let now = clock.read()
            let day = store.directory.settings.zone.day(of: now.wall)
            // One chore that fails does not keep the others from being done.
            if let fact = watch.look(now) {
                log.warning("wall clock was set", metadata: ["step_ms": "\(fact.step.inMilliseconds)"])
                facts.append(fact)
            }
            await attempt("clock", &failures) {
                while let fact = facts.first {
                    try await store.recordClock(fact)
                    facts.removeFirst()
                }
            }
            await attempt("signs of life", &failures) { try await door.flushHeard() }
            await attempt("anchor", &failures) {
                guard day != anchored else { return }
                try store.writeAnchor(at: now.wall, reason: "daily")
                anchored = day
            }
            await attempt("retention", &failures) {
                guard day != erased else { return }
                let count = try await store.erasePersonal(
                    of: nil, at: now.wall, who: "hailong", why: "end of the retention time")
                if count > 0 { log.info("personal notes erased", metadata: ["count": "\(count)"]) }
                erased = day
            }
        }
    }

    private func attempt(
        _ chore: String, _ failures: inout [String: RepeatedFailure], _ body: () async throws -> Void
    ) async {
        do {
            try await body()
            if failures[chore]?.recovered() != nil { log.notice("\(chore) works again") }
        } catch {
            guard failures[chore, default: RepeatedFailure()].shouldReport() else { return }
            log.error("housekeeping failed", metadata: ["chore": "\(chore)", "error": "\(error)"])
        }
    }
}
