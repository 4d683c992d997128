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
        var anchored: Day?
        var failures = RepeatedFailure()
        for await _ in AsyncTimerSequence.every(interval).cancelOnGracefulShutdown() {
            do {
                let now = clock.read()
                if let fact = watch.look(now) {
                    log.warning("wall clock was set", metadata: ["step_ms": "\(fact.step.inMilliseconds)"])
                    try await store.recordClock(fact)
                }
                try await door.flushHeard()
                let day = store.directory.settings.zone.day(of: now.wall)
                if day != anchored {
                    try store.writeAnchor(at: now.wall, reason: "daily")
                    let erased = try await store.erasePersonal(
                        of: nil, at: now.wall, who: "hailong", why: "end of the retention time")
                    if erased > 0 { log.info("personal notes erased", metadata: ["count": "\(erased)"]) }
                    anchored = day
                }
                if failures.recovered() != nil { log.notice("housekeeping works again") }
            } catch {
                if failures.shouldReport() { log.error("housekeeping failed", metadata: ["error": "\(error)"]) }
            }
        }
    }
}
