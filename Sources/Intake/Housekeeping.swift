import Logging
import Ratings
import ServiceLifecycle
import Store

/// What the service does by itself beside taking presses: it notes that it is alive, watches the wall clock, anchors
/// the chain once a day, stores how links fared and erases what is past its time.
public struct Housekeeping: Service {
    private let store: Store
    private let door: Intake
    private let clock: any HostClock
    private let counts: LinkCounts
    private let log: Logger
    private let interval: Duration

    /// Counts of links wait at most this long: so much of them is lost with the power.
    static let countsWait = Duration.seconds(300)

    /// Housekeeping for a store and its door, every `interval`; what `counts` counts goes into the store.
    public init(
        store: Store, door: Intake, clock: any HostClock, counts: LinkCounts, log: Logger,
        interval: Duration = .seconds(30)
    ) {
        self.counts = counts
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
        var (anchored, erased, forgot): (Day?, Day?, Day?) = (nil, nil, nil)
        var counted = clock.read().bootTime
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
            await attempt("counts of links", &failures) {
                guard day != forgot || now.bootTime - counted >= Self.countsWait else { return }
                try await storeCounts()
                counted = now.bootTime
                guard day != forgot else { return }
                try await store.forgetOldLinkCounts()
                forgot = day
            }
        }
        await attempt("counts of links", &failures) { try await storeCounts() }
    }

    private func storeCounts() async throws {
        let taken = counts.take()
        do {
            try await store.addLinkCounts(taken)
        } catch {
            counts.putBack(taken)
            throw error
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
