/// What the host's clocks said when the wall clock was set or stepped. Moments of presses taken on an unset clock are
/// derived from the first such fact after them.
public struct ClockFact: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.clock
    /// The clocks, just after.
    public var reading: ClockReading
    /// How far the wall clock moved against the boot-time clock; zero at a start.
    public var step: Duration

    /// A fact about the host's clock.
    public init(reading: ClockReading, step: Duration) {
        self.reading = reading
        self.step = step
    }

    /// Unique within its kind.
    public var key: String { "\(reading.hostBoot)@\(reading.bootTime.inMilliseconds)" }
}

/// One run of the service.
public struct ServiceRun: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.run
    /// When it started.
    public var started: Instant
    /// When it ended; written at the next start. Nil while it runs.
    public var ended: Instant?

    /// A run.
    public init(started: Instant, ended: Instant? = nil) {
        self.started = started
        self.ended = ended
    }

    /// Unique within its kind.
    public var key: String { "\(started.milliseconds)" }

    /// Whether the service was up at `instant`.
    public func covers(_ instant: Instant) -> Bool {
        started <= instant && (ended.map { instant <= $0 } ?? true)
    }
}

extension Gap: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.gap
    /// Unique within its kind.
    public var key: String { "\(device)/\(String(boot, radix: 16))/\(from)" }
}
